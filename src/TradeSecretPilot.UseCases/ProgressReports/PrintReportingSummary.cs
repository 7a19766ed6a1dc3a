using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>
/// 进展情况汇总 of one half-year as a file: of the nation, and within its own remit of a province. Regions are listed in the
/// order of divisions, never ranked by their figures.
/// </summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.ReportRead)]
[OneSnapshot]
public sealed class PrintReportingSummary(PilotSessions sessions, DocumentPrinter printer)
{
    public sealed record Input(
        Guid? BatchId = null,
        int? Ordinal = null,
        FileFormat Format = FileFormat.Pdf
    );

    private sealed record Region(
        string ProvinceName,
        string RegionName,
        ReportStatus Status,
        bool IsLate,
        bool IsNil,
        DateTimeOffset? FiledAt,
        AcknowledgementStatus National,
        AcknowledgementStatus Provincial
    );

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewReportingSummary, ct);
        var read = await GetReportingProgress.ReadAsync(
            session,
            new GetReportingProgress.Input(input.BatchId, input.Ordinal),
            ct
        );
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var view = read.Value;
        var db = session.Db;
        var rows = await (
            from o in db.ReportObligations
            where o.BatchId == view.BatchId && o.Ordinal == view.Ordinal
            join d in db.Divisions on o.ProvinceCode equals d.Code
            orderby o.ProvinceCode, EF.Property<string>(o, NameColumns.SortKey), o.Id
            select new
            {
                o.RegionName,
                ProvinceName = d.Name,
                o.Status,
                o.OpensAt,
                o.DueAt,
                o.IsLate,
                o.IsNil,
                o.FiledAt,
                o.National,
                o.Provincial,
            }
        ).ToListAsync(ct);
        var regions = rows.Select(r => new Region(
                r.ProvinceName,
                r.RegionName,
                ReportStanding.StatusAt(r.Status, r.OpensAt, r.DueAt, session.Now),
                r.IsLate,
                r.IsNil,
                r.FiledAt,
                r.National,
                r.Provincial
            ))
            .ToList();
        return await printer.HandOutAsync(
            session,
            view.BatchId,
            DocumentOf(view, regions, session.Actor, session.Now),
            input.Format,
            ct
        );
    }

    private static OfficialDocument DocumentOf(
        GetReportingProgress.View view,
        List<Region> regions,
        Actor actor,
        DateTimeOffset now
    )
    {
        var isNational = actor.OrganizationKind == OrganizationKind.NationalRegulator;
        var period = ReportDocument.PeriodName(
            view.Periods.Single(p => p.Ordinal == view.Ordinal).DueOn
        );
        var scope = isNational
            ? "全国"
            : regions.Select(r => r.ProvinceName).FirstOrDefault() ?? "本省";
        var issuer = actor.OrganizationName ?? OfficialWords.Samr;
        var counts = view.Counts;
        var body = new DocumentBody()
            .Heading(1, "报送情况")
            .Text(
                $"{period}应报送{counts.Total}份。截至{OfficialWords.Moment(now)}，按期报送{counts.FiledInTime}份，逾期报送{counts.FiledLate}份（以上含零报告{counts.Nil}份），缺报{counts.Missing}份，未到期或尚在报送期内{counts.Open}份；要求补充材料{counts.Supplement}份，总局已签收{counts.AcknowledgedByNational}份，省级已签收{counts.AcknowledgedByProvince}份。"
            )
            .Add(RegionsOf(regions))
            .Heading(1, "主要指标")
            .Add(IndicatorsOf(view.Indicators, view.Ordinal));
        var day = BeijingTime.DayOf(now);
        return new OfficialDocument
        {
            Form = DocumentForm.Sheet,
            FileName = $"{scope}{period}试点进展情况汇总",
            TitleLines = [$"{scope}商业秘密保护创新试点", $"{period}进展情况汇总"],
            Author = issuer,
            Subject = $"{view.BatchNameZh}试点{period}进展情况",
            Date = day,
            Body = body.Blocks,
            Signature = new Signature(issuer, OfficialWords.Day(day)),
        }.WithFingerprint();
    }

    private static Table RegionsOf(List<Region> regions) =>
        new(
            [
                new("序号", 8, Align.Center),
                new("省份", 20),
                new("试点地区", 24),
                new("报送情况", 14, Align.Center),
                new("报送日期", 22, Align.Center),
                new("总局", 11, Align.Center),
                new("省级", 11, Align.Center),
            ],
            [
                .. regions.Select(
                    (r, i) =>
                        (IReadOnlyList<string>)
                            [
                                (i + 1).ToString(CultureInfo.InvariantCulture),
                                r.ProvinceName,
                                r.RegionName,
                                FilingOf(r),
                                r.FiledAt is { } at ? OfficialWords.Day(at) : OfficialWords.None,
                                AnswerOf(r, r.National),
                                AnswerOf(r, r.Provincial),
                            ]
                ),
            ]
        )
        {
            Caption = "表1　各试点地区报送情况",
            Note = "按行政区划代码排列，不作排名。",
        };

    private static Table IndicatorsOf(
        IReadOnlyList<GetReportingProgress.IndicatorRow> rows,
        int ordinal
    ) =>
        new(
            [
                new("任务", 29),
                new("指标", 22),
                new("单位", 12, Align.Center),
                new("填报地区", 14, Align.Right),
                new("上期", 12, Align.Right),
                new("本期", 12, Align.Right),
                new("累计", 12, Align.Right),
            ],
            [
                .. rows.Select(r =>
                {
                    var indicator = Indicators.Find(r.Code)!;
                    return (IReadOnlyList<string>)
                        [
                            indicator.SubTask is { } task ? Terms.Of(task).Zh : "人财物投入",
                            indicator.NameZh,
                            indicator.UnitZh,
                            r.Regions.ToString(CultureInfo.InvariantCulture),
                            // Before the first half-year there is none, and a sum over no report is no zero.
                            ordinal == 1
                                ? OfficialWords.None
                                : FigureText.Write(r.LastPeriod),
                            r.Regions == 0 ? OfficialWords.None : FigureText.Write(r.Period),
                            r is { Regions: 0, Cumulative: 0 }
                                ? OfficialWords.None
                                : FigureText.Write(r.Cumulative),
                        ];
                }),
            ]
        )
        {
            Caption = "表2　主要指标合计",
            Note =
                "各地区最近一次报送的数据相加；案件数为0不表示工作不力，指标不用于排名。累计自试点启动起算。",
        };

    private static string FilingOf(Region region) =>
        region.Status switch
        {
            ReportStatus.NotDue or ReportStatus.Due or ReportStatus.Missing => Terms
                .Of(region.Status)
                .Zh,
            _ => (region.IsNil, region.IsLate) switch
            {
                (true, true) => "零报告（逾期）",
                (true, false) => "零报告",
                (false, true) => "逾期报送",
                _ => "按期报送",
            },
        };

    private static string AnswerOf(Region region, AcknowledgementStatus status) =>
        region.FiledAt is null
            ? OfficialWords.None
            : status switch
            {
                AcknowledgementStatus.Acknowledged => "已签收",
                AcknowledgementStatus.SupplementRequested => "待补充",
                _ => "待签收",
            };
}
