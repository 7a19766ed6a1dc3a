using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>Who may apply in a batch, while it is being filled in.</summary>
public sealed class EligibilityDraft
{
    private const char Between = ' ';

    public HashSet<DivisionLevel> Levels { get; init; } = [];

    /// <summary>Empty where classes do not matter.</summary>
    public HashSet<DivisionClass> Classes { get; init; } = [];

    /// <summary>Codes of divisions named in.</summary>
    public List<string> Included { get; init; } = [];

    /// <summary>Codes of divisions named out.</summary>
    public List<string> Excluded { get; init; } = [];

    public bool PilotsMayApply { get; set; }

    /// <summary>Somebody may apply at all.</summary>
    public bool IsWhole => Levels.Count + Included.Count > 0;

    public void Take(Eligibility eligibility)
    {
        Levels.Clear();
        Levels.UnionWith(eligibility.Levels);
        Classes.Clear();
        Classes.UnionWith(eligibility.Classes);
        Replace(Included, eligibility.Included);
        Replace(Excluded, eligibility.Excluded);
        PilotsMayApply = eligibility.PilotsMayApply;
    }

    public Eligibility ToEligibility() =>
        new()
        {
            Levels = [.. Levels.Order()],
            Classes = [.. Classes.Order()],
            Included = [.. Included],
            Excluded = [.. Excluded],
            PilotsMayApply = PilotsMayApply,
        };

    /// <summary>Named divisions as one text, so that they are compared and merged as one field.</summary>
    public static string Write(IEnumerable<string> codes) =>
        string.Join(Between, codes.Order(StringComparer.Ordinal));

    public static void Read(List<string> codes, string text) =>
        Replace(codes, text.Split(Between, StringSplitOptions.RemoveEmptyEntries));

    private static void Replace(List<string> codes, IReadOnlyList<string> others)
    {
        codes.Clear();
        codes.AddRange(others);
    }
}
