using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>
/// The fields of a plan by key, so that one field can be read, written, kept in the browser and compared by itself:
/// <c>foundation</c>, <c>measure:{id}:target</c>, <c>support:City-2023:staff</c>.
/// </summary>
public static class PlanFields
{
    private const string MonthFormat = "yyyy-MM";

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
        ["start"] = (m => WriteMonth(m.StartMonth), (m, v) => m with { StartMonth = Month(v) }),
        ["finish"] = (m => WriteMonth(m.FinishMonth), (m, v) => m with { FinishMonth = Month(v) }),
    };

    /// <summary>The keys of the plan's texts.</summary>
    public static IReadOnlyCollection<string> TextKeys => Texts.Keys;

    /// <summary>The fields of a measure.</summary>
    public static IReadOnlyCollection<string> MeasureFields => OfMeasure.Keys;

    public static string MeasureKey(Guid id, string field) => $"measure:{id:N}:{field}";

    public static string SupportKey(SupportLine line, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"support:{line.Level}-{line.Year}:{field}");

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

    /// <summary>
    /// The plan with one field changed; a measure or line that is not there yet is added. A key nobody knows, the title of an
    /// attachment that is gone, or a figure that is none, changes nothing.
    /// </summary>
    public static WorkPlan Write(WorkPlan plan, string key, string value)
    {
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
            "staff" when int.TryParse(Blank(value), CultureInfo.InvariantCulture, out var staff) =>
                line with
                {
                    Staff = staff,
                },
            "funding"
                when decimal.TryParse(
                    Blank(value),
                    CultureInfo.InvariantCulture,
                    out var funding
                ) => line with
            {
                Funding = funding,
            },
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
            "months" => "start",
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
                field is "start" or "finish" ? "months" : field
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
            "staff" => line.Staff.ToString(CultureInfo.InvariantCulture),
            "funding" => line.Funding.ToString("0.##", CultureInfo.InvariantCulture),
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

    private static string Blank(string value) => value.Length == 0 ? "0" : value;

    private static string WriteMonth(DateOnly? month) =>
        month?.ToString(MonthFormat, CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Month(string value) =>
        DateOnly.TryParseExact(
            value,
            MonthFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var month
        )
            ? month
            : null;
}
