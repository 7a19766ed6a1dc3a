namespace TradeSecretPilot.Domain.Batches;

/// <summary>What settings of a batch must satisfy before they are taken.</summary>
internal static class BatchSettingsRules
{
    private const int AllOfIt = 100;

    public static Refusal? Check(BatchSettings s)
    {
        if (
            s.Number is < 1 or > 99
            || !Characters.Fits(s.NameZh.Trim(), Batch.NameMaxLength)
            || !Characters.Fits(s.NameEn.Trim(), Batch.NameMaxLength)
        )
        {
            return BatchRefusals.NameInvalid();
        }

        var forwardBy = Rolled(s, s.ForwardBy);
        var publishBy = Rolled(s, s.PublishBy);
        if (
            !(s.OpensOn <= s.ForwardBy && forwardBy < publishBy && publishBy < s.PilotEndsOn)
            || s.PilotStartsOn >= s.PilotEndsOn
            || s.PilotStartsOn <= forwardBy
        )
        {
            return BatchRefusals.DatesOutOfOrder();
        }

        if (s.MinSeats < 1 || s.MaxSeats < s.MinSeats || s.MaxSeats > Batch.SeatsCeiling)
        {
            return BatchRefusals.SeatsInvalid();
        }

        if (s.SheetsPerPlan is < 1 or > Batch.SheetsCeiling)
        {
            return BatchRefusals.SheetsInvalid();
        }

        return CheckEligibility(s) ?? CheckCriteria(s.Criteria) ?? CheckPeriods(s);
    }

    /// <summary>The day itself, or the next working day of the State Council's calendar when the batch rolls its deadlines.</summary>
    public static DateOnly Rolled(BatchSettings settings, DateOnly day) =>
        settings.RollsToWorkingDay ? WorkingDays.OnOrAfter(day) : day;

    private static Refusal? CheckEligibility(BatchSettings s)
    {
        if (s.MaxPerProvince is < 1 or > Batch.SeatsCeiling)
        {
            return EligibilityRefusals.MaximumInvalid();
        }

        var who = s.Eligibility;
        if (
            (who.Levels.Count == 0 && who.Included.Count == 0)
            || who.Levels.Contains(Divisions.DivisionLevel.Province)
        )
        {
            return BatchRefusals.LevelsInvalid();
        }

        string[] named = [.. who.Included, .. who.Excluded];
        return
            who.Included.Count > Eligibility.MostNamed
            || who.Excluded.Count > Eligibility.MostNamed
            || named.Distinct(StringComparer.Ordinal).Count() != named.Length
            ? EligibilityRefusals.NamesInvalid()
            : null;
    }

    private static Refusal? CheckCriteria(IReadOnlyList<Criterion> criteria)
    {
        var complete = criteria.All(c =>
            c.Code.Length is > 0 and <= Criterion.CodeMaxLength
            && Characters.Fits(c.NameZh.Trim(), Criterion.NameMaxLength)
            && Characters.Fits(c.NameEn.Trim(), Criterion.NameMaxLength)
            && c.WeightPercent is > 0 and <= AllOfIt
        );
        var distinct =
            criteria.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count() == criteria.Count;
        return complete && distinct && criteria.Sum(c => c.WeightPercent) == AllOfIt
            ? null
            : BatchRefusals.CriteriaInvalid();
    }

    /// <summary>The periods cover the term without gap or overlap; the refusal says where they do not.</summary>
    private static Refusal? CheckPeriods(BatchSettings s)
    {
        if (s.ReportPeriods.Count == 0)
        {
            return ReportPeriodRefusals.Missing();
        }

        var faulty = s
            .ReportPeriods.Where((p, i) => p.Ordinal != i + 1 || p.StartsOn > p.DueOn)
            .FirstOrDefault();
        var apart = s
            .ReportPeriods.Zip(s.ReportPeriods.Skip(1))
            .FirstOrDefault(x => x.Second.StartsOn != x.First.DueOn.AddDays(1));
        return faulty is not null ? ReportPeriodRefusals.Invalid(faulty)
            : s.ReportPeriods[0].StartsOn != s.PilotStartsOn
                ? ReportPeriodRefusals.NotFromTheStart(s.ReportPeriods[0], s.PilotStartsOn)
            : apart != default ? ReportPeriodRefusals.NotAdjoining(apart.First, apart.Second)
            : s.ReportPeriods[^1].DueOn != s.PilotEndsOn
                ? ReportPeriodRefusals.NotToTheEnd(s.ReportPeriods[^1], s.PilotEndsOn)
            : null;
    }
}
