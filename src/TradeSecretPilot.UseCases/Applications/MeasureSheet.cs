using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>A measure as it was read from a template.</summary>
/// <param name="Row">Number of its row in the sheet.</param>
/// <param name="Id">The measure that the template was made of; null for a new row.</param>
/// <param name="Measure">Its content; the identifier in it means nothing.</param>
public sealed record MeasureLine(int Row, Guid? Id, Measure Measure);

/// <summary>创新举措 as a template: one row a measure.</summary>
public static class MeasureSheet
{
    public const string Name = "创新举措";

    private static readonly string SubTaskNames = string.Join(
        '、',
        SubTasks.All.Select(x => Terms.Of(x).Zh)
    );

    private static readonly TemplateColumn Ordinal = new(
        new("序号", 10, CellKind.Whole) { Hint = TemplateRows.Hint },
        "number"
    )
    {
        IsNeeded = false,
    };

    private static readonly TemplateColumn Title = Words(
        "举措名称",
        "title",
        30,
        Measure.TitleMaxLength
    );

    private static readonly TemplateColumn SubTaskColumn = new(
        new("对应子任务", 24, CellKind.Text)
        {
            Hint = $"{TemplateRows.Required}，从下拉列表选择",
            Choices = [.. SubTasks.All.Select(x => Terms.Of(x).Zh)],
            Meaning = $"十三项子任务：{SubTaskNames}。也可以写A1至F2的编号。",
        },
        "sub-task"
    );

    private static readonly TemplateColumn Innovation = Words(
        "创新点",
        "innovation",
        44,
        Measure.InnovationMaxLength,
        "说明与现有做法的不同"
    );

    private static readonly TemplateColumn Target = Words(
        "可核验目标",
        "target",
        40,
        Measure.TargetMaxLength,
        "写数量、时限和凭据"
    );

    private static readonly TemplateColumn Deliverable = Words(
        "成果形式",
        "deliverable",
        24,
        Measure.DeliverableMaxLength,
        "文件、机构、平台、活动等"
    );

    private static readonly TemplateColumn Unit = Words(
        "责任单位",
        "responsible unit",
        24,
        Measure.UnitMaxLength
    );

    private static readonly TemplateColumn CoUnits = Words(
        "协同单位",
        "co-units",
        30,
        Measure.CoUnitsMaxLength,
        required: false
    );

    private static readonly TemplateColumn Start = Month("起始月份", "first month");
    private static readonly TemplateColumn Finish = Month("完成月份", "last month");

    private static readonly TemplateColumn Key = new(
        new("内部编号", 36, CellKind.Code) { Hint = "系统用，请勿改动", IsHidden = true },
        "internal number"
    )
    {
        IsNeeded = false,
    };

    private static readonly TemplateColumn[] Content =
    [
        Title,
        SubTaskColumn,
        Innovation,
        Target,
        Deliverable,
        Unit,
        CoUnits,
        Start,
        Finish,
    ];

    private static readonly TemplateColumn[] Columns = [Ordinal, .. Content, Key];

    private static readonly Measure Sample = new()
    {
        Title = "制定市级商业秘密保护工作指引",
        SubTask = SubTask.RulesAndGuidelines,
        Innovation = "按产业分类列出易泄密环节和对应措施，企业可以逐项对照。",
        Target = "2022年12月底前印发指引1件，覆盖4个重点产业。",
        Deliverable = "规范性文件",
        ResponsibleUnit = "示例市市场监督管理局",
        CoUnits = "示例市工业和信息化局",
        StartMonth = new DateOnly(2022, 7, 1),
        FinishMonth = new DateOnly(2022, 12, 1),
    };

    /// <summary>How it is filled in.</summary>
    internal static IReadOnlyList<string> Rules { get; } =
    [
        "每行填写一条举措，至多60条；表中已填入平台上现有的举措，可以修改、增加或删去整行，次序以表中的次序为准。",
        "第2行是填写要求，第3行是示例，都不会填入；请从第4行起填写，不要改动表头。",
        "月份写成2022年7月或2022-07。",
        "填好后在工作方案的编辑页选择“从 Excel 填入”。平台先列出增加、修改和删去的内容，确认后才填入；有一处不对就都不填入。",
        "涉密信息不得填写，不写企业商业秘密和个人信息。",
    ];

    /// <summary>The sheet with the measures of a plan.</summary>
    internal static Sheet Of(IReadOnlyList<Measure> measures) =>
        new(
            Name,
            [.. Columns.Select(c => c.Column)],
            [.. measures.Select((m, i) => Row(i + 1, m, m.Id.ToString("N")))]
        )
        {
            Example = Row(TemplateRows.Example, Sample, null),
            SpareRows = Math.Max(0, WorkPlan.MaxMeasures - measures.Count),
        };

    /// <summary>Reads a filled-in template. An incomplete measure is one all the same, as in the editor.</summary>
    public static Result<SheetReading<MeasureLine>> Read(
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
        var lines = new List<MeasureLine>();
        var known = new HashSet<Guid>();
        foreach (var row in found.Value.Rows(problems).Where(r => r.HasAny(Content)))
        {
            if (row.Mark == TemplateRows.Example)
            {
                if (row.Peek(Title) != Sample.Title || row.Peek(Target) != Sample.Target)
                {
                    row.Problem(
                        Ordinal,
                        "写着“示例”，这一行不会填入。如是正式内容，请删去“示例”两字；如是示例，请删去整行",
                        "the row is marked as the example and is not taken. Clear the mark if it is meant, or delete the row"
                    );
                }

                continue;
            }

            if (lines.Count == WorkPlan.MaxMeasures)
            {
                row.Problem(
                    $"起超出上限，一份方案至多{WorkPlan.MaxMeasures}条举措，请删减",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"a plan has at most {WorkPlan.MaxMeasures} measures; remove this and the following rows"
                    )
                );
                break;
            }

            // A copied row brings the identifier of the row it was copied from: the first one keeps it.
            Guid? id = Guid.TryParse(row.Peek(Key), out var key) && known.Add(key) ? key : null;
            lines.Add(new MeasureLine(row.Number, id, MeasureOf(row)));
        }

        return lines.Count == 0 && problems.Count == 0
            ? ImportRefusals.NothingFilled()
            : new SheetReading<MeasureLine>(lines, problems);
    }

    /// <summary>
    /// A measure as it was read, on top of the one it was exported from: what a cell cannot hold, such as a character that shows
    /// nothing, is no change.
    /// </summary>
    public static Measure Onto(Measure present, Measure read) =>
        present with
        {
            Title = CellText.Unless(present.Title, read.Title),
            SubTask = read.SubTask,
            Innovation = CellText.Unless(present.Innovation, read.Innovation),
            Target = CellText.Unless(present.Target, read.Target),
            Deliverable = CellText.Unless(present.Deliverable, read.Deliverable),
            ResponsibleUnit = CellText.Unless(present.ResponsibleUnit, read.ResponsibleUnit),
            CoUnits = CellText.Unless(present.CoUnits, read.CoUnits),
            StartMonth = read.StartMonth,
            FinishMonth = read.FinishMonth,
        };

    private static Measure MeasureOf(RowReader row) =>
        new()
        {
            Title = row.Line(Title),
            SubTask = row.Choice<SubTask>(
                SubTaskColumn,
                SubTaskOf,
                "须是十三项子任务之一，请从下拉列表选择，或写A1至F2",
                "choose one of the thirteen sub-tasks, or write A1 to F2"
            ),
            Innovation = row.Text(Innovation),
            Target = row.Text(Target),
            Deliverable = row.Line(Deliverable),
            ResponsibleUnit = row.Line(Unit),
            CoUnits = row.Line(CoUnits),
            StartMonth = row.Month(Start),
            FinishMonth = row.Month(Finish),
        };

    /// <summary>A sub-task by its name, its code, or both.</summary>
    internal static SubTask? SubTaskOf(string text)
    {
        var plain = string.Concat(
            CellText.Plain(text).ToUpperInvariant().Where(char.IsLetterOrDigit)
        );
        foreach (var task in SubTasks.All)
        {
            var (name, code) = (Terms.Of(task).Zh, CodeOf(task));
            if (plain == name || plain == code || plain == code + name || plain == name + code)
            {
                return task;
            }
        }

        return null;
    }

    /// <summary>A1 to F2.</summary>
    internal static string CodeOf(SubTask task) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(char)('A' + ((int)task / 10) - 1)}{(int)task % 10}"
        );

    private static IReadOnlyList<object?> Row(object mark, Measure m, string? key) =>
        [
            mark,
            m.Title,
            m.SubTask is { } task ? Terms.Of(task).Zh : null,
            m.Innovation,
            m.Target,
            m.Deliverable,
            m.ResponsibleUnit,
            m.CoUnits,
            m.StartMonth,
            m.FinishMonth,
            key,
        ];

    private static TemplateColumn Words(
        string head,
        string en,
        int width,
        int most,
        string? hint = null,
        bool required = true
    )
    {
        var kind = required ? TemplateRows.Required : TemplateRows.Optional;
        return new TemplateColumn(
            new(head, width, CellKind.Text)
            {
                Hint = $"{kind}，{most}字以内{(hint is null ? "" : $"；{hint}")}",
                MaxLength = most,
            },
            en
        );
    }

    private static TemplateColumn Month(string head, string en) =>
        new(
            new(head, 14, CellKind.Month)
            {
                Hint = $"{TemplateRows.Required}，如2022年7月或2022-07",
                Meaning = "须在试点周期之内，起始月份不晚于完成月份。",
            },
            en
        );
}
