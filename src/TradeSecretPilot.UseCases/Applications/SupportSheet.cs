using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>A line of the support table as it was read from a template.</summary>
/// <param name="Row">Number of its row in the sheet.</param>
public sealed record SupportRow(int Row, SupportLine Line);

/// <summary>各级政府人财物支持 as a template: one row a year and level of government.</summary>
public static class SupportSheet
{
    public const string Name = "人财物支持";

    private const string SampleFacilities = "商业秘密保护服务站2处，办公用房60平方米";

    private static readonly TemplateColumn Ordinal = new(
        new("序号", 10, CellKind.Whole) { Hint = TemplateRows.Hint },
        "number"
    )
    {
        IsNeeded = false,
    };

    private static readonly TemplateColumn Year = new(
        new("年度", 12, CellKind.Year)
        {
            Hint = $"{TemplateRows.Required}，试点周期内的年份",
            Meaning = "同一年度、同一层级只能有一行。",
        },
        "year"
    );

    private static readonly TemplateColumn Level = new(
        new("层级", 12, CellKind.Text)
        {
            Hint = $"{TemplateRows.Required}，从下拉列表选择",
            Choices = [.. Enum.GetValues<GovernmentLevel>().Select(x => Terms.Of(x).Zh)],
            Meaning = "提供支持的政府层级：省级、市级、县级。",
        },
        "level"
    );

    private static readonly TemplateColumn Staff = new(
        new("人员", 14, CellKind.Whole)
        {
            Unit = SupportLine.StaffRange.UnitZh,
            Hint = "整数，没有填0",
            Max = SupportLine.MaxStaff,
            Meaning = "当年投入的工作人员数，不逐年累加。",
        },
        "staff"
    );

    private static readonly TemplateColumn Funding = new(
        new("资金", 16, CellKind.Amount)
        {
            Unit = SupportLine.FundingRange.UnitZh,
            Hint = "至多两位小数，没有填0",
            Max = SupportLine.MaxFunding,
            Meaning = "当年安排的资金。",
        },
        "funding"
    );

    private static readonly TemplateColumn Facilities = new(
        new("场所设施等", 60, CellKind.Text)
        {
            Hint = $"{TemplateRows.Optional}，{SupportLine.FacilitiesMaxLength}字以内",
            MaxLength = SupportLine.FacilitiesMaxLength,
        },
        "facilities"
    );

    private static readonly TemplateColumn[] Content = [Year, Level, Staff, Funding, Facilities];

    private static readonly TemplateColumn[] Columns = [Ordinal, .. Content];

    /// <summary>How it is filled in.</summary>
    internal static IReadOnlyList<string> Rules { get; } =
    [
        "每个年度、每级政府填写一行，至多40行；表中已填入平台上现有的各行，可以修改、增加或删去整行。",
        "第2行是填写要求，第3行是示例，都不会填入；请从第4行起填写，不要改动表头。",
        "资金单位为万元，可以带千位分隔符；没有的填0或不填。",
        "填好后在工作方案的编辑页选择“从 Excel 填入”。平台先列出增加、修改和删去的内容，确认后才填入；有一处不对就都不填入。",
        "涉密信息不得填写，不写企业商业秘密和个人信息。",
    ];

    /// <summary>The sheet with the lines of a plan.</summary>
    internal static Sheet Of(IReadOnlyList<SupportLine> lines) =>
        new(
            Name,
            [.. Columns.Select(c => c.Column)],
            [
                .. lines.Select(
                    (l, i) =>
                        (IReadOnlyList<object?>)
                            [i + 1, l.Year, Terms.Of(l.Level).Zh, l.Staff, l.Funding, l.Facilities]
                ),
            ]
        )
        {
            Example =
            [
                TemplateRows.Example,
                2023,
                Terms.Of(GovernmentLevel.City).Zh,
                12,
                1250.5m,
                SampleFacilities,
            ],
            SpareRows = Math.Max(0, WorkPlan.MaxSupportLines - lines.Count),
        };

    /// <summary>Reads a filled-in template.</summary>
    /// <param name="years">The years that the plan may name, in order.</param>
    public static Result<SheetReading<SupportRow>> Read(
        byte[] content,
        IReadOnlyList<int> years,
        CancellationToken ct = default
    )
    {
        var found = TemplateTable.Find(content, Name, Columns, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var problems = new List<CellProblem>();
        var rows = new List<SupportRow>();
        var places = new Dictionary<(int, GovernmentLevel), int>();
        foreach (var row in found.Value.Rows(problems).Where(r => r.HasAny(Content)))
        {
            if (row.Mark == TemplateRows.Example)
            {
                if (row.Peek(Facilities) != SampleFacilities)
                {
                    row.Problem(
                        Ordinal,
                        "写着“示例”，这一行不会填入。如是正式内容，请删去“示例”两字；如是示例，请删去整行",
                        "the row is marked as the example and is not taken. Clear the mark if it is meant, or delete the row"
                    );
                }

                continue;
            }

            if (rows.Count == WorkPlan.MaxSupportLines)
            {
                row.Problem(
                    $"起超出上限，支持表至多{WorkPlan.MaxSupportLines}行，请删减",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the table has at most {WorkPlan.MaxSupportLines} lines; remove this and the following rows"
                    )
                );
                break;
            }

            if (LineOf(row, years) is { } line)
            {
                if (!places.TryAdd((line.Year, line.Level), row.Number))
                {
                    var other = places[(line.Year, line.Level)];
                    row.Problem(
                        Year,
                        $"和“层级”与第{other}行相同，同一年度、同一层级只能有一行，请合并",
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"year and level are the same as in row {other}; merge the two"
                        )
                    );
                }

                rows.Add(new SupportRow(row.Number, line));
            }
        }

        return rows.Count == 0 && problems.Count == 0
            ? ImportRefusals.NothingFilled()
            : new SheetReading<SupportRow>(rows, problems);
    }

    /// <summary>A line as it was read, on top of the one it was exported from.</summary>
    public static SupportLine Onto(SupportLine present, SupportLine read) =>
        read with
        {
            Facilities = CellText.Unless(present.Facilities, read.Facilities),
        };

    private static SupportLine? LineOf(RowReader row, IReadOnlyList<int> years)
    {
        var year = row.Choice<int>(
            Year,
            text => YearOf(text) is { } y && years.Contains(y) ? y : null,
            $"须是{years[0]}至{years[^1]}之间的年份",
            string.Create(
                CultureInfo.InvariantCulture,
                $"enter a year from {years[0]} to {years[^1]}"
            )
        );
        var level = row.Choice<GovernmentLevel>(
            Level,
            LevelOf,
            "须是省级、市级或县级",
            "choose the level from the list (province, city or county)"
        );
        var (staff, funding, facilities) = (
            row.Amount(Staff, SupportLine.StaffRange),
            row.Amount(Funding, SupportLine.FundingRange),
            row.Line(Facilities)
        );
        if (row.Peek(Year) is null)
        {
            row.Problem(Year, "没有填写", "nothing is entered");
        }

        if (row.Peek(Level) is null)
        {
            row.Problem(Level, "没有填写", "nothing is entered");
        }

        return year is { } y && level is { } l
            ? new SupportLine
            {
                Year = y,
                Level = l,
                Staff = (int)(staff ?? 0),
                Funding = funding ?? 0,
                Facilities = facilities,
            }
            : null;
    }

    private static int? YearOf(string text) =>
        int.TryParse(
            CellText.Plain(text).TrimEnd('年'),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var year
        )
            ? year
            : null;

    private static GovernmentLevel? LevelOf(string text) =>
        CellText.Plain(text) switch
        {
            "省级" or "省" => GovernmentLevel.Province,
            "市级" or "市" => GovernmentLevel.City,
            "县级" or "县" or "区级" or "县（区）级" or "县(区)级" => GovernmentLevel.County,
            _ => null,
        };
}
