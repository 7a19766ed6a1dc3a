using System.Globalization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>The controls of a batch that is prepared, by key (<c>data-field</c>): what each holds as text, and how it is written.</summary>
public static class BatchFields
{
    public const string Number = "number";
    public const string NameZh = "nameZh";
    public const string NameEn = "nameEn";
    public const string OpensOn = "opensOn";
    public const string ForwardBy = "forwardBy";
    public const string PublishBy = "publishBy";
    public const string PilotStartsOn = "pilotStartsOn";
    public const string PilotEndsOn = "pilotEndsOn";
    public const string MinSeats = "minSeats";
    public const string MaxSeats = "maxSeats";
    public const string SheetsPerPlan = "sheetsPerPlan";
    public const string Rolls = "rolls";
    public const string MaxPerProvince = "maxPerProvince";
    public const string PilotsMayApply = "pilotsMayApply";
    public const string Included = "included";
    public const string Excluded = "excluded";
    public const string ClassStart = "class:";

    /// <summary>As the checkbox in the browser says it.</summary>
    private const string Checked = "True";

    public static readonly FigureRange NumberRange = new(99) { Min = 1 };
    public static readonly FigureRange SeatsRange = new(Batch.SeatsCeiling) { Min = 1 };
    public static readonly FigureRange SheetsRange = new(Batch.SheetsCeiling) { Min = 1 };
    public static readonly FigureRange WeightRange = new(100, 0, "%", "%") { Min = 1 };

    public static string Level(DivisionLevel level) => $"level:{level}";

    public static string Class(DivisionClass divisionClass) => $"{ClassStart}{divisionClass}";

    public static string CriterionZh(CriterionDraft criterion) => $"{criterion.Key}:zh";

    public static string CriterionEn(CriterionDraft criterion) => $"{criterion.Key}:en";

    public static string Weight(CriterionDraft criterion) => $"{criterion.Key}:weight";

    /// <summary>Every field of a draft, those of its criteria among them.</summary>
    public static IReadOnlyDictionary<string, BatchField> Of(BatchDraft draft)
    {
        var fields = new Dictionary<string, BatchField>
        {
            [Number] = Whole(NumberRange, () => draft.Number, v => draft.Number = v),
            [NameZh] = Text(() => draft.NameZh, v => draft.NameZh = v),
            [NameEn] = Text(() => draft.NameEn, v => draft.NameEn = v),
            [OpensOn] = Day(() => draft.OpensOn, v => draft.OpensOn = v),
            [ForwardBy] = Day(() => draft.ForwardBy, v => draft.ForwardBy = v),
            [PublishBy] = Day(() => draft.PublishBy, v => draft.PublishBy = v),
            [PilotStartsOn] = Day(() => draft.PilotStartsOn, v => draft.PilotStartsOn = v),
            [PilotEndsOn] = Day(() => draft.PilotEndsOn, v => draft.PilotEndsOn = v),
            [MinSeats] = Whole(SeatsRange, () => draft.MinSeats, v => draft.MinSeats = v),
            [MaxSeats] = Whole(SeatsRange, () => draft.MaxSeats, v => draft.MaxSeats = v),
            [SheetsPerPlan] = Whole(
                SheetsRange,
                () => draft.SheetsPerPlan,
                v => draft.SheetsPerPlan = v
            ),
            [Rolls] = Flag(() => draft.RollsToWorkingDay, v => draft.RollsToWorkingDay = v),
            [MaxPerProvince] = MaybeWhole(
                SeatsRange,
                () => draft.MaxPerProvince,
                v => draft.MaxPerProvince = v
            ),
        };
        AddEligibility(fields, draft.Eligibility);

        foreach (var criterion in draft.Criteria)
        {
            fields[CriterionZh(criterion)] = Text(
                () => criterion.NameZh,
                v => criterion.NameZh = v
            );
            fields[CriterionEn(criterion)] = Text(
                () => criterion.NameEn,
                v => criterion.NameEn = v
            );
            fields[Weight(criterion)] = Whole(
                WeightRange,
                () => criterion.Weight,
                v => criterion.Weight = v
            );
        }

        return fields;
    }

    private static void AddEligibility(
        Dictionary<string, BatchField> fields,
        EligibilityDraft draft
    )
    {
        foreach (var level in Enum.GetValues<DivisionLevel>())
        {
            fields[Level(level)] = Member(draft.Levels, level);
        }

        foreach (var divisionClass in Enum.GetValues<DivisionClass>())
        {
            fields[Class(divisionClass)] = Member(draft.Classes, divisionClass);
        }

        fields[Included] = Codes(draft.Included);
        fields[Excluded] = Codes(draft.Excluded);
        fields[PilotsMayApply] = Flag(() => draft.PilotsMayApply, v => draft.PilotsMayApply = v);
    }

    private static BatchField Member<T>(HashSet<T> set, T member) =>
        Flag(() => set.Contains(member), v => _ = v ? set.Add(member) : set.Remove(member));

    private static BatchField Codes(List<string> codes) =>
        new(
            () => EligibilityDraft.Write(codes),
            text =>
            {
                EligibilityDraft.Read(codes, text);
                return true;
            },
            text => text
        );

    private static BatchField Text(Func<string> read, Action<string> write) =>
        new(
            read,
            text =>
            {
                write(Characters.Clean(text));
                return true;
            },
            Characters.Clean
        );

    private static BatchField Flag(Func<bool> read, Action<bool> write) =>
        new(
            () => read() ? Checked : "",
            text =>
            {
                write(text == Checked);
                return true;
            },
            text => text
        );

    private static BatchField Whole(FigureRange range, Func<int> read, Action<int> write)
    {
        string? Meaning(string text) =>
            FigureText.Read(text, range) is { Refusal: null, Value: var value }
                ? FigureText.Edit(value)
                : null;
        return new(
            () => read().ToString(CultureInfo.InvariantCulture),
            text =>
            {
                var isFigure = Meaning(text) is not null;
                if (isFigure)
                {
                    write((int)FigureText.Read(text, range).Value);
                }

                return isFigure;
            },
            Meaning
        );
    }

    private static BatchField MaybeWhole(FigureRange range, Func<int?> read, Action<int?> write)
    {
        var whole = Whole(range, () => read() ?? 0, v => write(v));
        return new(
            () => read() is null ? "" : whole.Read(),
            text =>
            {
                if (text.Length > 0)
                {
                    return whole.Write(text);
                }

                write(null);
                return true;
            },
            text => text.Length == 0 ? text : whole.Meaning(text)
        );
    }

    private static BatchField Day(Func<DateOnly?> read, Action<DateOnly?> write)
    {
        static string? Meaning(string text) =>
            CalendarText.ReadDay(text) is { Refusal: null, Value: var day }
                ? CalendarText.WriteDay(day)
                : null;
        return new(
            () => read() is { } day ? CalendarText.WriteDay(day) : "",
            text =>
            {
                var isDay = Meaning(text) is not null;
                if (isDay)
                {
                    write(CalendarText.ReadDay(text).Value);
                }

                return isDay;
            },
            Meaning
        );
    }
}

/// <summary>A field of a batch that is prepared.</summary>
/// <param name="Read">The value as its control holds it.</param>
/// <param name="Write">Takes a text; false when it means nothing there.</param>
/// <param name="Meaning">The value that a text stands for, as its control would hold it; null for none.</param>
public sealed record BatchField(
    Func<string> Read,
    Func<string, bool> Write,
    Func<string, string?> Meaning
);
