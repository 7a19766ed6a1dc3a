using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Which record's entries of the audit trail are looked at.</summary>
[OneSnapshot]
public sealed class GetAuditRecord(PilotSessions sessions, AuditSequencer sequencer)
{
    public sealed record Input(Guid RecordId);

    /// <param name="Record">Null when it has no name, or is gone.</param>
    /// <param name="Entries">Entries about it.</param>
    /// <param name="Readers">People who read or downloaded it.</param>
    public sealed record View(Guid Id, RecordName? Record, int Entries, int Readers);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        await sequencer.PlaceAsync(ct);
        var (db, id) = (session.Db, input.RecordId);
        var entries = db.AuditEntries.Where(e => e.SubjectId == id);
        var count = await entries.CountAsync(ct);
        var names = await RecordNames.ReadAsync(db, [id], ct);
        if (count == 0 && names.Count == 0)
        {
            return AuditRefusals.RecordNotFound();
        }

        string[] reading = [.. Acts.CodesOf(ActGroup.Reading), .. Acts.CodesOf(ActGroup.Download)];
        var readers = await entries
            .Where(e => EF.Parameter(reading).Contains(e.Act))
            .Select(e => e.AccountId)
            .Distinct()
            .CountAsync(ct);
        return new View(id, names.GetValueOrDefault(id), count, readers);
    }
}
