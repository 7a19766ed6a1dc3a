using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>An indicator as it was read from a template.</summary>
/// <param name="Row">Number of its row in the sheet.</param>
/// <param name="Code">Of <see cref="Indicators"/>.</param>
/// <param name="Cumulative">Of a flow, where it was entered; null to have it follow from the half-year's value.</param>
public sealed record FigureRow(int Row, string Code, decimal Period, decimal? Cumulative);

/// <summary>The figures of a half-year report as a template: one row an indicator.</summary>
public static class FigureSheet
{
    public const string Name = "指标";

    private static readonly TemplateColumn Task = Given("任务", "task", 26, TemplateRows.Hint);

    private static readonly TemplateColumn IndicatorName = Given("指标", "indicator", 22) with
    {
        IsNeeded = true,
    };

    private static readonly TemplateColumn Unit = Given("单位", "unit", 10);

    private static readonly TemplateColumn Kind = Given("口径", "definition", 18);

    private static readonly TemplateColumn Last = GivenFigure(
        "上期",
        "last half-year",
        "上一期报送的本期数；空白为上期没有数据。"
    );

    private static readonly TemplateColumn Before = GivenFigure(
        "以前累计",
        "cumulative before",
        "以前各期的累计数，本期累计由它加本期数得出；空白为以前没有数据。"
    );

    private static readonly TemplateColumn Period = new(
        new("本期", 16, CellKind.Amount)
        {
            Hint = $"{TemplateRows.Required}，没有发生的填0",
            Max = ReportContent.MaxFigure,
            Meaning =
                "流量填本期新增数，存量填期末数，至多两位小数。留空的指标不改动平台上已填的数。",
        },
        "this half-year"
    );

    private static readonly TemplateColumn Cumulative = new(
        new("累计", 16, CellKind.Amount)
        {
            Hint = $"{TemplateRows.Optional}，留空自动算出",
            Max = ReportContent.MaxFigure,
            Meaning = "流量自试点启动起的累计数，与“以前累计加本期”不一致时才填；存量不填。",
        },
        "cumulative"
    );

    private static readonly TemplateColumn Code = new(
        new("编码", 24, CellKind.Code)
        {
            Hint = "系统用，请勿改动",
            IsGiven = true,
            IsHidden = true,
        },
        "code"
    )
    {
        IsNeeded = false,
    };

    private static readonly TemplateColumn[] Columns =
    [
        Task,
        IndicatorName,
        Unit,
        Kind,
        Last,
        Before,
        Period,
        Cumulative,
        Code,
    ];

    /// <summary>How it is filled in.</summary>
    internal static IReadOnlyList<string> Rules { get; } =
    [
        "只填“本期”和“累计”两列，灰色的列供对照，不会读取。不要改动表头和指标名称。",
        "没有发生的填0；留空的指标不改动平台上已填的数，可以分几个部门、分几次填入。",
        "累计一般不填，由“以前累计”加“本期”自动算出；确有更正的才填。存量指标不填累计。",
        "填好后在进展报告的编辑页选择“从 Excel 填入”。平台先列出每个指标原来的数和新的数，确认后才填入；有一处不对就都不填入。",
        "指标只作汇总，不作排名；案件数为0不表示工作不力。涉密信息不得填写。",
    ];

    /// <summary>The sheet with the figures of a report.</summary>
    /// <param name="figures">What stands in the report, by code.</param>
    /// <param name="last">Value of the half-year before, by code.</param>
    /// <param name="before">What the cumulative value starts from, by code.</param>
    internal static Sheet Of(
        IReadOnlyDictionary<string, Figure> figures,
        Func<string, decimal?> last,
        Func<string, decimal?> before
    ) =>
        new(
            Name,
            [.. Columns.Select(c => c.Column)],
            [
                .. Indicators.All.Select(i =>
                {
                    var figure = figures.GetValueOrDefault(i.Code);
                    return Row(
                        i,
                        last(i.Code),
                        i.Kind == IndicatorKind.Flow ? before(i.Code) : null,
                        figure?.Period,
                        // What follows by itself is left to follow.
                        i.Kind == IndicatorKind.Flow
                        && figure is not null
                        && figure.Cumulative != (before(i.Code) ?? 0) + figure.Period
                            ? figure.Cumulative
                            : null
                    );
                }),
            ]
        )
        {
            Example =
            [
                TemplateRows.Example,
                "指南标准",
                "件",
                KindOf(IndicatorKind.Flow),
                2m,
                5m,
                3m,
                null,
                null,
            ],
        };

    /// <summary>Reads a filled-in template: the indicators for which something was entered.</summary>
    public static Result<SheetReading<FigureRow>> Read(
        byte[] content,
        CancellationToken ct = default
    )
    {
        var found = TemplateTable.Find(content, Name, Columns, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var problems = new List<CellProblem>();
        var rows = new List<FigureRow>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (
            var row in found
                .Value.Rows(problems)
                .Where(r => r.Mark != TemplateRows.Example && r.HasAny([Period, Cumulative]))
        )
        {
            if (IndicatorOf(row) is not { } indicator)
            {
                row.Problem(
                    IndicatorName,
                    "不是平台的指标，请不要改动或增加指标",
                    "this is no indicator of the portal; do not rename or add any"
                );
                continue;
            }

            if (!seen.TryAdd(indicator.Code, row.Number))
            {
                row.Problem(
                    IndicatorName,
                    $"与第{seen[indicator.Code]}行重复，请删去一行",
                    $"the indicator stands in row {seen[indicator.Code]} already; delete one of them"
                );
                continue;
            }

            if (FigureOf(row, indicator) is { } figure)
            {
                rows.Add(figure);
            }
        }

        return rows.Count == 0 && problems.Count == 0
            ? ImportRefusals.NothingFilled()
            : new SheetReading<FigureRow>(rows, problems);
    }

    private static FigureRow? FigureOf(RowReader row, Indicator indicator)
    {
        var range = ReportContent.RangeOf(indicator);
        if (row.Peek(Unit) is { } unit && CellText.Plain(unit) != CellText.Plain(indicator.UnitZh))
        {
            row.Problem(
                Unit,
                $"写着“{unit}”，这个指标的单位是“{indicator.UnitZh}”，请换算后改回",
                $"it says “{unit}”, while the unit of the indicator is “{indicator.UnitZh}”; convert the figure and restore the unit"
            );
        }

        var (period, cumulative) = (row.Amount(Period, range), row.Amount(Cumulative, range));
        if (row.Peek(Period) is null)
        {
            row.Problem(
                Period,
                "没有填写，只填了累计，请补填本期数",
                "nothing is entered beside the cumulative value"
            );
        }

        if (indicator.Kind == IndicatorKind.Stock && cumulative is { } total && total != period)
        {
            row.Problem(
                Cumulative,
                "不要填，这是存量指标，只填期末数",
                "leave it empty: the indicator is a state at the end of the half-year"
            );
        }

        return period is { } value
            ? new FigureRow(
                row.Number,
                indicator.Code,
                value,
                indicator.Kind == IndicatorKind.Flow ? cumulative : null
            )
            : null;
    }

    private static Indicator? IndicatorOf(RowReader row) =>
        row.Peek(Code) is { } code && Indicators.Find(code) is { } known
            ? known
            : Indicators.All.FirstOrDefault(i => i.NameZh == row.Peek(IndicatorName));

    private static string KindOf(IndicatorKind kind) =>
        kind == IndicatorKind.Flow ? "流量：本期新增数" : "存量：期末数";

    private static IReadOnlyList<object?> Row(
        Indicator indicator,
        decimal? last,
        decimal? before,
        decimal? period,
        decimal? cumulative
    ) =>
        [
            indicator.SubTask is { } task ? Terms.Of(task).Zh : "人财物投入",
            indicator.NameZh,
            indicator.UnitZh,
            KindOf(indicator.Kind),
            last,
            before,
            period,
            cumulative,
            indicator.Code,
        ];

    private static TemplateColumn Given(string head, string en, int width, string? hint = null) =>
        new(new(head, width, CellKind.Text) { IsGiven = true, Hint = hint }, en)
        {
            IsNeeded = false,
        };

    private static TemplateColumn GivenFigure(string head, string en, string meaning) =>
        new(
            new(head, 14, CellKind.Amount)
            {
                IsGiven = true,
                Hint = "供对照",
                Meaning = meaning,
            },
            en
        )
        {
            IsNeeded = false,
        };
}
