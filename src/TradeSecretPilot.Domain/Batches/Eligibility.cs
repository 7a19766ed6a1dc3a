using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.Domain.Batches;

/// <summary>
/// Which regions may apply in a batch: data of the batch. A region is admitted by its level and, where classes are chosen, by
/// one of them; or by name. A name that is taken out is out, and so is a running pilot and what stands above one, unless the
/// batch says otherwise.
/// </summary>
public sealed record Eligibility
{
    /// <summary>Divisions that can be named in, and as many out.</summary>
    public const int MostNamed = 100;

    /// <summary>市、县（区）、功能区.</summary>
    public required IReadOnlyList<DivisionLevel> Levels { get; init; }

    /// <summary>Empty where classes do not matter.</summary>
    public IReadOnlyList<DivisionClass> Classes { get; init; } = [];

    /// <summary>Codes of divisions that are admitted whatever their level and class.</summary>
    public IReadOnlyList<string> Included { get; init; } = [];

    /// <summary>Codes of divisions that are not admitted.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Whether a region that is a pilot already, or has one below it, may apply again. Portal setting, off by default.</summary>
    public bool PilotsMayApply { get; init; }

    /// <summary>Why a region may not apply; null when it may.</summary>
    public Refusal? Judge(Candidate candidate)
    {
        if (Excluded.Contains(candidate.Code))
        {
            return EligibilityRefusals.NamedOut(candidate.RegionName);
        }

        if (!PilotsMayApply && candidate.Pilots.Own is { } own)
        {
            return EligibilityRefusals.IsPilot(own);
        }

        if (!PilotsMayApply && candidate.Pilots.Below is { } below)
        {
            return EligibilityRefusals.HasPilotBelow(below);
        }

        if (Included.Contains(candidate.Code))
        {
            return null;
        }

        return !Levels.Contains(candidate.Level) ? EligibilityRefusals.LevelNotEligible(Levels)
            : Classes.Count > 0 && !Classes.Any(candidate.Classes.Contains)
                ? EligibilityRefusals.ClassNotEligible(Classes)
            : null;
    }
}

/// <summary>The pilots that stand in the way of a region: selected, published and not concluded.</summary>
/// <param name="Own">Number of the batch in which the region itself was selected; null when it is no pilot.</param>
/// <param name="Below">Name of a pilot that lies within the region; null when there is none.</param>
public sealed record PilotsNearby(int? Own, string? Below)
{
    public static readonly PilotsNearby None = new(null, null);
}

/// <summary>A region that could apply.</summary>
/// <param name="Code">Of its division, six digits.</param>
public sealed record Candidate(
    string Code,
    string RegionName,
    DivisionLevel Level,
    string ProvinceCode,
    PilotsNearby Pilots
)
{
    /// <summary>A local government's region; null for another organisation.</summary>
    public static Candidate? Of(Organization organization, PilotsNearby pilots) =>
        organization
            is {
                Kind: OrganizationKind.LocalGovernment,
                DivisionCode: { } code,
                RegionName: { } name,
                Level: { } level,
                ProvinceCode: { } province
            }
            ? new Candidate(code, name, level, province, pilots)
            : null;

    public IReadOnlySet<DivisionClass> Classes =>
        DivisionClasses.Of(Code, RegionName, Level, ProvinceCode);
}
