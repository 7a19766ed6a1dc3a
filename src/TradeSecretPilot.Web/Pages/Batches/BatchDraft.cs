using System.Text.Json.Serialization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Ui.Forms;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>The settings of a batch while they are being filled in: days may still be missing.</summary>
public sealed class BatchDraft
{
    /// <summary>What the weights of the criteria add up to.</summary>
    public const int AllOfIt = 100;

    /// <summary>The most by which days are moved when settings are taken over.</summary>
    private const int MostYearsLater = 20;

    /// <summary>What stands in fields and is no value of theirs.</summary>
    [JsonIgnore]
    public UnreadTexts Unread { get; private set; } = new();

    public int Number { get; set; }

    public string NameZh { get; set; } = "";

    public string NameEn { get; set; } = "";

    public DateOnly? OpensOn { get; set; }

    public DateOnly? ForwardBy { get; set; }

    public DateOnly? PublishBy { get; set; }

    public DateOnly? PilotStartsOn { get; set; }

    public DateOnly? PilotEndsOn { get; set; }

    public int MinSeats { get; set; }

    public int MaxSeats { get; set; }

    public int SheetsPerPlan { get; set; }

    public bool RollsToWorkingDay { get; set; }

    /// <summary>Regions that a province may forward at most; null for no limit.</summary>
    public int? MaxPerProvince { get; set; }

    public EligibilityDraft Eligibility { get; init; } = new();

    public List<CriterionDraft> Criteria { get; init; } = [];

    public int WeightSum => Criteria.Sum(c => c.Weight);

    /// <summary>A batch can have these settings, as far as a form can tell.</summary>
    public bool IsWhole => !LacksDays && WeightSum == AllOfIt && Eligibility.IsWhole;

    /// <summary>The half-years between launch and end, as far as both days are there.</summary>
    public IReadOnlyList<ReportPeriod> ReportPeriods =>
        PilotStartsOn is { } start && PilotEndsOn is { } end && start < end
            ? ReportPeriod.Between(start, end)
            : [];

    /// <summary>A day is still missing.</summary>
    public bool LacksDays =>
        (OpensOn, ForwardBy, PublishBy, PilotStartsOn, PilotEndsOn)
            is not
            ({ }, { }, { }, { }, { });

    public static BatchDraft Empty(int number)
    {
        var draft = new BatchDraft
        {
            Number = number,
            MinSeats = 1,
            MaxSeats = 1,
            SheetsPerPlan = 1,
        };
        draft.Criteria.Add(new CriterionDraft { Weight = 100 });
        return draft;
    }

    public static BatchDraft Of(BatchView batch)
    {
        var draft = new BatchDraft { Number = batch.Number };
        draft.TakeNames(batch.NameZh, batch.NameEn);
        draft.TakeRules(batch);
        draft.OpensOn = BeijingText.DayOf(batch.OpensAt);
        draft.ForwardBy = BeijingText.LastOpenDay(batch.Forwarding.PublishedAt);
        draft.PublishBy = BeijingText.LastOpenDay(batch.PublishBy);
        draft.PilotStartsOn = batch.PilotStartsOn;
        draft.PilotEndsOn = batch.PilotEndsOn;
        return draft;
    }

    /// <summary>Fills in the settings of the first batch; number and names stay with another batch.</summary>
    public void Take(BatchSettings settings)
    {
        if (Number == settings.Number)
        {
            TakeNames(settings.NameZh, settings.NameEn);
        }

        (OpensOn, ForwardBy, PublishBy) = (
            settings.OpensOn,
            settings.ForwardBy,
            settings.PublishBy
        );
        (PilotStartsOn, PilotEndsOn) = (settings.PilotStartsOn, settings.PilotEndsOn);
        (MinSeats, MaxSeats, SheetsPerPlan) = (
            settings.MinSeats,
            settings.MaxSeats,
            settings.SheetsPerPlan
        );
        RollsToWorkingDay = settings.RollsToWorkingDay;
        MaxPerProvince = settings.MaxPerProvince;
        Eligibility.Take(settings.Eligibility);
        TakeCriteria(settings.Criteria);
    }

    /// <summary>
    /// Fills in what another batch decided, its days as many years later as there are batches between them, at least one: they are
    /// checked one by one anyway.
    /// </summary>
    /// <returns>The years.</returns>
    public int Advance(BatchView batch)
    {
        TakeRules(batch);
        var years = Math.Clamp(Number - batch.Number, 1, MostYearsLater);
        OpensOn = BeijingText.DayOf(batch.OpensAt).AddYears(years);
        ForwardBy = BeijingText.LastOpenDay(batch.Forwarding.PublishedAt).AddYears(years);
        PublishBy = BeijingText.LastOpenDay(batch.PublishBy).AddYears(years);
        PilotStartsOn = batch.PilotStartsOn.AddYears(years);
        PilotEndsOn = batch.PilotEndsOn.AddYears(years);
        return years;
    }

    /// <summary>The same settings and rows, apart from these.</summary>
    public BatchDraft Copy()
    {
        var copy = new BatchDraft { Number = Number };
        copy.TakePlain(this, key => true);
        copy.Criteria.AddRange(Criteria.Select(c => c.Copy()));
        copy.Unread = Unread;
        return copy;
    }

    public bool IsSame(BatchDraft other) => Changed(other).Count == 0 && !CriteriaDiffer(other);

    /// <summary>Both changed the same field, or both the criteria, since <paramref name="before"/>, and not to the same.</summary>
    public bool IsContested(BatchDraft before, BatchDraft theirs)
    {
        var (mine, other) = (Changed(before), theirs.Changed(before));
        return mine.Intersect(other).Intersect(Changed(theirs)).Any()
            || (CriteriaDiffer(before) && theirs.CriteriaDiffer(before) && CriteriaDiffer(theirs));
    }

    /// <summary>Puts what <paramref name="mine"/> changed since <paramref name="before"/> on top of this.</summary>
    public BatchDraft Keep(BatchDraft mine, BatchDraft before)
    {
        TakePlain(mine, mine.Changed(before).Contains);
        if (mine.CriteriaDiffer(before))
        {
            Criteria.Clear();
            Criteria.AddRange(mine.Criteria);
        }

        Unread = mine.Unread;
        return this;
    }

    /// <summary>The settings as the domain takes them.</summary>
    /// <exception cref="InvalidOperationException">A day is missing: ask <see cref="LacksDays"/> first.</exception>
    public BatchSettings ToSettings() =>
        new()
        {
            Number = Number,
            NameZh = NameZh,
            NameEn = NameEn,
            OpensOn = OpensOn!.Value,
            ForwardBy = ForwardBy!.Value,
            PublishBy = PublishBy!.Value,
            PilotStartsOn = PilotStartsOn!.Value,
            PilotEndsOn = PilotEndsOn!.Value,
            MinSeats = MinSeats,
            MaxSeats = MaxSeats,
            SheetsPerPlan = SheetsPerPlan,
            RollsToWorkingDay = RollsToWorkingDay,
            MaxPerProvince = MaxPerProvince,
            Eligibility = Eligibility.ToEligibility(),
            Criteria = [.. Criteria.Select(c => c.ToCriterion())],
            ReportPeriods = ReportPeriods,
        };

    /// <summary>The instant (UTC) that a last day stands for under the present settings.</summary>
    public DateTimeOffset DeadlineOn(DateOnly day) =>
        (FirstBatch.Settings with { RollsToWorkingDay = RollsToWorkingDay }).DeadlineOn(day);

    /// <summary>The fields, those of the criteria apart, in which this differs from another draft.</summary>
    private HashSet<string> Changed(BatchDraft other)
    {
        var theirs = BatchFields.Of(other);
        return
        [
            .. BatchFields
                .Of(this)
                .Where(f => !IsOfCriterion(f.Key) && theirs[f.Key].Read() != f.Value.Read())
                .Select(f => f.Key),
        ];
    }

    private bool CriteriaDiffer(BatchDraft other) =>
        !Criteria
            .Select(c => (c.NameZh, c.NameEn, c.Weight))
            .SequenceEqual(other.Criteria.Select(c => (c.NameZh, c.NameEn, c.Weight)));

    private void TakePlain(BatchDraft other, Func<string, bool> keys)
    {
        var own = BatchFields.Of(this);
        foreach (var (key, field) in BatchFields.Of(other))
        {
            if (!IsOfCriterion(key) && keys(key))
            {
                own[key].Write(field.Read());
            }
        }
    }

    private static bool IsOfCriterion(string key) =>
        key.StartsWith(CriterionDraft.KeyStart, StringComparison.Ordinal);

    private void TakeNames(string zh, string en) => (NameZh, NameEn) = (zh, en);

    private void TakeRules(BatchView batch)
    {
        (MinSeats, MaxSeats, SheetsPerPlan) = (batch.MinSeats, batch.MaxSeats, batch.SheetsPerPlan);
        RollsToWorkingDay = batch.RollsToWorkingDay;
        MaxPerProvince = batch.MaxPerProvince;
        Eligibility.Take(batch.Eligibility);
        TakeCriteria(batch.Criteria);
    }

    private void TakeCriteria(IReadOnlyList<Criterion> criteria)
    {
        Criteria.Clear();
        Criteria.AddRange(criteria.Select(CriterionDraft.Of));
    }
}

/// <summary>A criterion while it is being filled in.</summary>
public sealed class CriterionDraft
{
    public const string KeyStart = "criterion-";

    /// <summary>Names the row in its form.</summary>
    public string Key => $"{KeyStart}{Code ?? Id}";

    /// <summary>Names a row that has no stable name yet.</summary>
    public string Id { get; init; } = $"{Guid.NewGuid():N}";

    /// <summary>The stable name of a criterion that exists; null for a new one.</summary>
    public string? Code { get; init; }

    public string NameZh { get; set; } = "";

    public string NameEn { get; set; } = "";

    /// <summary>Whole per cent.</summary>
    public int Weight { get; set; }

    public static CriterionDraft Of(Criterion criterion) =>
        new()
        {
            Code = criterion.Code,
            NameZh = criterion.NameZh,
            NameEn = criterion.NameEn,
            Weight = criterion.WeightPercent,
        };

    public CriterionDraft Copy() =>
        new()
        {
            Id = Id,
            Code = Code,
            NameZh = NameZh,
            NameEn = NameEn,
            Weight = Weight,
        };

    /// <summary>A new criterion takes its stable name from its English one.</summary>
    public Criterion ToCriterion()
    {
        var code = Code ?? new string([.. NameEn.Where(char.IsAsciiLetterOrDigit)]);
        return new Criterion(
            code[..Math.Min(code.Length, Criterion.CodeMaxLength)],
            NameZh,
            NameEn,
            Weight
        );
    }
}
