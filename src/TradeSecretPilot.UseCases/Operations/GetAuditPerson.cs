using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Whose entries of the audit trail are looked at.</summary>
[OneSnapshot]
public sealed class GetAuditPerson(PilotSessions sessions, AuditSequencer sequencer)
{
    public sealed record Input(Guid AccountId);

    /// <param name="CreatedAt">UTC.</param>
    /// <param name="DisabledAt">UTC; null while the account is in use.</param>
    /// <param name="SignedInAt">UTC; the last sign-in that the trail holds.</param>
    public sealed record View(
        Guid Id,
        string UserName,
        string Name,
        Role Role,
        string? OrganizationName,
        DateTimeOffset CreatedAt,
        DateTimeOffset? DisabledAt,
        DateTimeOffset? SignedInAt
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        await sequencer.PlaceAsync(ct);
        if (await RecordNames.FindPersonAsync(session.Db, input.AccountId, ct) is not { } person)
        {
            return AuditRefusals.PersonNotFound();
        }

        string[] signedIn = [Acts.CodeOf(Act.SignInSucceeded), Acts.CodeOf(Act.SignInByPasskey)];
        var signedInAt = await session
            .Db.AuditEntries.Where(e =>
                e.SubjectId == person.Id && EF.Parameter(signedIn).Contains(e.Act)
            )
            .OrderByDescending(e => e.Sequence)
            .Select(e => (DateTimeOffset?)e.At)
            .FirstOrDefaultAsync(ct);
        return new View(
            person.Id,
            person.UserName,
            person.DisplayName,
            person.Role,
            person.OrganizationName,
            person.CreatedAt,
            person.DisabledAt,
            signedInAt
        );
    }
}
