using System.Globalization;
using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Parts.Files;

namespace TradeSecretPilot.Web.Parts.Plans;

/// <summary>
/// The fields of a work plan by the names that comments and gaps point to: <c>foundation</c>, <c>measure-3</c>,
/// <c>measure-3-target</c>.
/// </summary>
public static class PlanAnchor
{
    /// <summary>The table of measures.</summary>
    public const string Measures = "measures";

    /// <summary>The table of support by year and level.</summary>
    public const string Support = "support";

    private const string MeasurePrefix = "measure-";

    private static readonly Dictionary<string, (PlanPart Part, string Word)> Texts = new()
    {
        ["foundation"] = (PlanPart.Foundation, "工作基础"),
        ["advantages"] = (PlanPart.Foundation, "比较优势"),
        ["approach"] = (PlanPart.Measures, "总体思路"),
        [Measures] = (PlanPart.Measures, "创新举措"),
        ["phasing"] = (PlanPart.Measures, "分阶段安排"),
        ["leadership"] = (PlanPart.Support, "组织领导"),
        ["safeguards"] = (PlanPart.Support, "保障机制"),
        [Support] = (PlanPart.Support, "人财物支持"),
        [FileText.Anchor] = (PlanPart.Attachments, "附件"),
        ["sealed"] = (PlanPart.Attachments, "盖章件"),
    };

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["title"] = "举措名称",
        ["subtask"] = "对应子任务",
        ["innovation"] = "创新点",
        ["unit"] = "责任单位",
        ["counits"] = "协同单位",
        ["months"] = "起止月份",
        ["deliverable"] = "成果形式",
        ["target"] = "可核验目标",
    };

    /// <summary>The anchor of a measure, counted from 1, or of one of its fields.</summary>
    public static string Measure(int number, string? field = null) =>
        field is null
            ? string.Create(CultureInfo.InvariantCulture, $"{MeasurePrefix}{number}")
            : string.Create(CultureInfo.InvariantCulture, $"{MeasurePrefix}{number}-{field}");

    /// <summary>The number of the measure that an anchor points to, counted from 1, and its field; null for other anchors.</summary>
    public static (int Number, string? Field)? MeasureOf(string anchor)
    {
        if (!anchor.StartsWith(MeasurePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = anchor[MeasurePrefix.Length..].Split('-', 2);
        return int.TryParse(
            rest[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? (number, rest.ElementAtOrDefault(1))
            : null;
    }

    /// <summary>The part of the plan that an anchor belongs to; one nobody knows belongs to the first.</summary>
    public static PlanPart PartOf(string anchor) =>
        MeasureOf(anchor) is not null ? PlanPart.Measures
        : Texts.TryGetValue(anchor, out var text) ? text.Part
        : PlanPart.Foundation;

    /// <summary>The Chinese word of an anchor outside the measures, or of a measure's field: a key of its translation.</summary>
    public static string Word(string name) =>
        Texts.TryGetValue(name, out var text) ? text.Word
        : Fields.TryGetValue(name, out var field) ? field
        : name;

    /// <summary>The anchor in words: 工作基础, 举措3, 举措3 可核验目标.</summary>
    public static string Words(this IStringLocalizer l, string anchor) =>
        MeasureOf(anchor) switch
        {
            (var number, null) => l["举措{0}", number],
            (var number, { } field) => l["举措{0} {1}", number, l[Word(field)]],
            _ => l[Word(anchor)],
        };
}
