using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>导出 of the province's ranking: what goes with its letter, and what is recommended without a place.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportRanking(PilotSessions sessions, WorkbookPrinter printer)
{
    /// <param name="BatchId">Null for the latest batch.</param>
    public sealed record Input(Guid? BatchId = null);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        var read = await GetProvincialCall.ReadAsync(
            session,
            new GetProvincialCall.Input(input.BatchId),
            ct
        );
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var view = read.Value;
        return await printer.ExportAsync(
            session,
            $"{view.ProvinceName}{view.Batch.NameZh}推荐排序",
            [Ranking.Of(view.Recommended)],
            ExportFacts.Of(
                ("批次", view.Batch.NameZh),
                ("省份", view.ProvinceName),
                ("本省申报截止", BeijingTime.DeadlineZh(view.Submission.At)),
                ("上报总局截止", BeijingTime.DeadlineZh(view.Forwarding.At)),
                ("上报函文号", view.LetterNumber ?? "尚未上报"),
                (
                    "上报时间",
                    view.ForwardedAt is { } at ? $"{OfficialWords.Moment(at)}（北京时间）" : null
                )
            ),
            [$"待初审、尚无结论的申报{view.Waiting}件，不在表内。"],
            ct
        );
    }

    private static readonly SheetOf<GetProvincialCall.Row> Ranking =
        new SheetOf<GetProvincialCall.Row>("推荐排序")
            .Whole("名次", 8, r => r.Rank, meaning: "空白为已推荐、未排名次，不随函上报。")
            .Text("地区", 24, r => r.RegionName)
            .Text("层级", 12, r => Terms.Of(r.Level).Zh)
            .Code("申报编号", 26, r => r.Number)
            .Whole("版本", 8, r => r.VersionNumber, meaning: "推荐时的方案版本。")
            .Text("状态", 12, r => Terms.Of(r.Status).Zh);
}
