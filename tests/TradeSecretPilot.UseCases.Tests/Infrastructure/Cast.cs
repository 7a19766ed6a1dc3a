using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Domain.Appraisals;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>Who and what is in the test world, the same in each copy of it.</summary>
internal sealed record Cast
{
    public required SeedSample.View People { get; init; }

    public required Guid SystemAdmin { get; init; }

    public required Guid SecurityAdmin { get; init; }

    public required Guid AuditAdmin { get; init; }

    /// <summary>A further drafter of A6, locked, with a second factor.</summary>
    public required Guid Locked { get; init; }

    /// <summary>Six places of province A, in their order.</summary>
    public required IReadOnlyList<SeedSample.Government> A { get; init; }

    /// <summary>Three places of province B.</summary>
    public required IReadOnlyList<SeedSample.Government> B { get; init; }

    /// <summary>The first batch: A1, A2 and B1 are pilots, B2 was not selected.</summary>
    public required Guid Running { get; init; }

    /// <summary>Decided and not published: A2 and B2 are selected, A3 is not.</summary>
    public required Guid Decided { get; init; }

    /// <summary>The selection is proposed: A2, B3; not A3.</summary>
    public required Guid Selecting { get; init; }

    /// <summary>A3, A4 and B1 are being scored.</summary>
    public required Guid Appraising { get; init; }

    /// <summary>
    /// Open: A1 has a complete draft, A2 submitted, A3 was returned with two comments, of which one is ticked off, and edits, A4 is recommended, A5 declined, A6 has not begun;
    /// B1 submitted, B2 drafts, B3 is recommended.
    /// </summary>
    public required Guid Open { get; init; }

    /// <summary>Not open yet.</summary>
    public required Guid Preparing { get; init; }

    /// <summary>By batch and organisation.</summary>
    public required IReadOnlyDictionary<
        (Guid Batch, Guid Organization),
        Guid
    > Applications { get; init; }

    /// <summary>By organisation.</summary>
    public required IReadOnlyDictionary<Guid, Guid> Pilots { get; init; }

    /// <summary>By organisation and half-year. The first of A2 and B1 is filed, that of A1 written.</summary>
    public required IReadOnlyDictionary<
        (Guid Organization, int Ordinal),
        Guid
    > Reports { get; init; }

    /// <summary>The fingerprint of the text that each application was sealed with, by application.</summary>
    public required IReadOnlyDictionary<Guid, string> SealedTexts { get; init; }

    /// <summary>A sealed copy of each application and of each forwarded letter, by application or call.</summary>
    public required IReadOnlyDictionary<Guid, Guid> SealedCopies { get; init; }

    /// <summary>
    /// The sheets of the batch under appraisal: the first expert has one assigned and one accepted, the second one recused from and
    /// one submitted, the third one of each.
    /// </summary>
    public required IReadOnlyList<Sheet> Sheets { get; init; }

    public SeedSample.Regulator ProvinceA => People.Regulators[WorldBuilder.ProvinceA];

    public SeedSample.Regulator ProvinceB => People.Regulators[WorldBuilder.ProvinceB];

    public Guid Lead => People.Lead;

    public Guid WorkingGroup => People.WorkingGroup;

    public IReadOnlyList<Guid> Experts => People.Experts;

    public Guid Application(Guid batch, SeedSample.Government owner) =>
        Applications[(batch, owner.OrganizationId)];

    public Guid Report(SeedSample.Government owner, int ordinal) =>
        Reports[(owner.OrganizationId, ordinal)];

    public Guid SheetOf(Guid expert, ScoreSheetStatus status) =>
        Sheets.First(s => s.ExpertId == expert && s.Status == status).Id;

    public sealed record Sheet(Guid Id, Guid ExpertId, Guid ApplicationId, ScoreSheetStatus Status);
}
