namespace TradeSecretPilot.Domain.Appraisals;

/// <summary>专家: a person of the expert pool. The account has the same identifier.</summary>
public sealed class Expert : Aggregate
{
    public const int NameMaxLength = 40;
    public const int UnitMaxLength = 100;
    public const int SpecialtyMaxLength = 60;

    private Expert() { }

    public string Name { get; private set; } = null!;

    /// <summary>工作单位.</summary>
    public string Unit { get; private set; } = null!;

    /// <summary>专业领域.</summary>
    public string Specialty { get; private set; } = null!;

    /// <summary>Province of the unit: an expert is not given plans of the same province. Null for central units.</summary>
    public string? ProvinceCode { get; private set; }

    public DateTimeOffset JoinedAt { get; private set; }

    public static Result<Expert> Join(
        Guid accountId,
        string name,
        string unit,
        string specialty,
        string? provinceCode,
        DateTimeOffset now
    )
    {
        if (
            !Characters.Fits(name.Trim(), NameMaxLength)
            || !Characters.Fits(unit.Trim(), UnitMaxLength)
            || !Characters.Fits(specialty.Trim(), SpecialtyMaxLength)
        )
        {
            return AppraisalRefusals.ExpertInvalid();
        }

        return new Expert
        {
            Id = accountId,
            Name = name.Trim(),
            Unit = unit.Trim(),
            Specialty = specialty.Trim(),
            ProvinceCode = provinceCode,
            JoinedAt = now,
        };
    }

    /// <summary>The name as its owner gives it for the account.</summary>
    /// <param name="name">Checked with the account's, which is no longer.</param>
    public void Rename(string name) => Name = name;
}
