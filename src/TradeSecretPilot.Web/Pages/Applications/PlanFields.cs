using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Parts.Plans;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>
/// The fields of a plan by key, so that one field can be read, written, kept in the browser and compared by itself:
/// <c>foundation</c>, <c>measure:{id}:target</c>, <c>support:City-2023:staff</c>.
/// </summary>
public static class PlanFields
{
    public const string Start = "start";
    public const string Finish = "finish";
    public const string Staff = "staff";
    public const string Funding = "funding";

    private static readonly Dictionary<
        string,
        (Func<WorkPlan, string> Read, Func<WorkPlan, string, WorkPlan> Write)
    > Texts = new()
    {
        ["foundation"] = (p => p.Foundation, (p, v) => p with { Foundation = v }),
        ["advantages"] = (p => p.Advantages, (p, v) => p with { Advantages = v }),
        ["approach"] = (p => p.Approach, (p, v) => p with { Approach = v }),
        ["phasing"] = (p => p.Phasing, (p, v) => p with { Phasing = v }),
        ["leadership"] = (p => p.Leadership, (p, v) => p with { Leadership = v }),
        ["safeguards"] = (p => p.Safeguards, (p, v) => p with { Safeguards = v }),
    };

    private static readonly Dictionary<
        string,
        (Func<Measure, string> Read, Func<Measure, string, Measure> Write)
    > OfMeasure = new()
    {
        ["title"] = (m => m.Title, (m, v) => m with { Title = v }),
        ["subtask"] = (
            m => m.SubTask?.ToString() ?? "",
            (m, v) => m with { SubTask = Enum.TryParse<SubTask>(v, out var s) ? s : null }
        ),
        ["innovation"] = (m => m.Innovation, (m, v) => m with { Innovation = v }),
        ["target"] = (m => m.Target, (m, v) => m with { Target = v }),
        ["deliverable"] = (m => m.Deliverable, (m, v) => m with { Deliverable = v }),
        ["unit"] = (m => m.ResponsibleUnit, (m, v) => m with { ResponsibleUnit = v }),
        ["counits"] = (m => m.CoUnits, (m, v) => m with { CoUnits = v }),
        [Start] = (m => WriteMonth(m.StartMonth), (m, v) => m with { StartMonth = Month(v) }),
        [Finish] = (m => WriteMonth(m.FinishMonth), (m, v) => m with { FinishMonth = Month(v) }),
    };

    /// <summary>The keys of the plan's texts.</summary>
    public static IReadOnlyCollection<string> TextKeys => Texts.Keys;

    /// <summary>The fields of a measure.</summary>
    public static IReadOnlyCollection<string> MeasureFields => OfMeasure.Keys;

    public static string MeasureKey(Guid id, string field) => $"measure:{id:N}:{field}";

    public static string SupportKey(SupportLine line, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"support:{line.Level}-{line.Year}:{field}");

    /// <summary>A plan may have such a field, even if this one has not yet.</summary>
    public static bool IsKnown(string key, WorkPlan plan) =>
        Texts.ContainsKey(key)
        || Read(plan, key) is not null
        || key.Split(':') switch
        {
            ["measure", var id, var field] => OfMeasure.ContainsKey(field)
                && Guid.TryParseExact(id, "N", out _),
            ["support", var place, _] => Place(place) is not null,
            _ => false,
        };

    /// <summary>The value of a field as its control holds it; null when the plan has no such field.</summary>
    public static string? Read(WorkPlan plan, string key)
    {
        if (Texts.TryGetValue(key, out var text))
        {
            return text.Read(plan);
        }

        return key.Split(':') switch
        {
            _ when FileText.IsTitle(key) => FileText.Read(plan.Attachments, key),
            ["measure", var id, var field] when OfMeasure.TryGetValue(field, out var f) =>
                plan.Measures.FirstOrDefault(m => m.Id.ToString("N") == id) is { } measure
                    ? f.Read(measure)
                    : null,
            ["support", var place, var field] => plan.Support.FirstOrDefault(l => Place(l) == place)
                is { } line
                ? ReadSupport(line, field)
                : null,
            _ => null,
        };
    }

    /// <summary>Why a text cannot be the value of a field; null when it can.</summary>
    public static Refusal? WhyNot(string key, string value) =>
        FigureText.IsBlank(value)
            ? null
            : key.Split(':') switch
            {
                ["measure", _, Start or Finish] => CalendarText.ReadMonth(value).Refusal,
                ["support", _, Staff] => FigureText.Read(value, SupportLine.StaffRange).Refusal,
                ["support", _, Funding] => FigureText.Read(value, SupportLine.FundingRange).Refusal,
                _ => null,
            };

    /// <summary>
    /// The plan with one field changed; a measure or line that is not there yet is added. A key nobody knows, the title of an
    /// attachment that is gone, or a text that cannot be the field's value (<see cref="WhyNot"/>), changes nothing.
    /// </summary>
    public static WorkPlan Write(WorkPlan plan, string key, string value)
    {
        if (WhyNot(key, value) is not null)
        {
            return plan;
        }

        value = Characters.Clean(value);
        if (Texts.TryGetValue(key, out var text))
        {
            return text.Write(plan, value);
        }

        return key.Split(':') switch
        {
            _ when FileText.Read(plan.Attachments, key) is not null => plan with
            {
                Attachments = FileText.Write(plan.Attachments, key, value),
            },
            ["measure", var id, var field]
                when OfMeasure.TryGetValue(field, out var f)
                    && Guid.TryParseExact(id, "N", out var guid) => plan with
            {
                Measures = Change(
                    plan.Measures,
                    m => m.Id == guid,
                    () => new Measure { Id = guid },
                    m => f.Write(m, value)
                ),
            },
            ["support", var place, var field] when Place(place) is { } empty => plan with
            {
                Support = Change(
                    plan.Support,
                    l => Place(l) == place,
                    () => empty,
                    l => WriteSupport(l, field, value)
                ),
            },
            _ => plan,
        };
    }

    private static SupportLine WriteSupport(SupportLine line, string field, string value) =>
        field switch
        {
            Staff => line with { Staff = (int)NumberOf(value, SupportLine.StaffRange) },
            Funding => line with { Funding = NumberOf(value, SupportLine.FundingRange) },
            "facilities" => line with { Facilities = value },
            _ => line,
        };

    /// <summary>The key that a comment's or gap's anchor stands for in this plan; null when it has no field of its own.</summary>
    public static string? KeyOf(WorkPlan plan, string anchor)
    {
        if (PlanAnchor.MeasureOf(anchor) is not { } place)
        {
            return Texts.ContainsKey(anchor) ? anchor : null;
        }

        var field = place.Field switch
        {
            null => "title",
            "months" => Start,
            var f => f,
        };
        return plan.Measures.ElementAtOrDefault(place.Number - 1) is { } measure
            ? MeasureKey(measure.Id, field)
            : null;
    }

    /// <summary>The anchor of a key in this plan, to word it.</summary>
    public static string AnchorOf(WorkPlan plan, string key) =>
        key.Split(':') switch
        {
            ["measure", var id, var field] => PlanAnchor.Measure(
                plan.Measures.ToList().FindIndex(m => m.Id.ToString("N") == id) is >= 0 and var i
                    ? i + 1
                    : plan.Measures.Count + 1,
                field is Start or Finish ? "months" : field
            ),
            ["support", ..] => "support",
            _ when FileText.IsTitle(key) => FileText.Anchor,
            _ => key,
        };

    private static string Place(SupportLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.Level}-{line.Year}");

    private static SupportLine? Place(string place) =>
        place.Split('-') is [var level, var year]
        && Enum.TryParse<GovernmentLevel>(level, out var l)
        && int.TryParse(year, CultureInfo.InvariantCulture, out var y)
            ? new SupportLine { Level = l, Year = y }
            : null;

    private static string ReadSupport(SupportLine line, string field) =>
        field switch
        {
            Staff => FigureText.Edit(line.Staff),
            Funding => FigureText.Edit(line.Funding),
            _ => line.Facilities,
        };

    private static List<T> Change<T>(
        IReadOnlyList<T> items,
        Predicate<T> which,
        Func<T> create,
        Func<T, T> change
    )
    {
        var all = items.ToList();
        var index = all.FindIndex(which);
        if (index < 0)
        {
            all.Add(change(create()));
        }
        else
        {
            all[index] = change(all[index]);
        }

        return all;
    }

    private static decimal NumberOf(string value, FigureRange range) =>
        FigureText.IsBlank(value) ? 0 : FigureText.Read(value, range).Value;

    private static string WriteMonth(DateOnly? month) =>
        month is { } day ? CalendarText.WriteMonth(day) : "";

    private static DateOnly? Month(string value) =>
        FigureText.IsBlank(value) ? null : CalendarText.ReadMonth(value).Value;
}
