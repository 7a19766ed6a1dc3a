using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// Keeps in the audit trail the settings with which the portal starts, when they are not those kept last. Run as a job when a node
/// starts.
/// </summary>
public sealed class RecordSettings(PilotSessions sessions, AuditSequencer sequencer)
{
    /// <summary>The name under which it appears in the audit trail.</summary>
    public const string Job = "启动";

    /// <param name="Settings">A setting each, in words and without secrets, always in the same order.</param>
    public sealed record Input(IReadOnlyList<string> Settings);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        await sequencer.PlaceAsync(ct);
        var code = Acts.CodeOf(Act.SettingsChanged);
        var last = await session
            .Db.AuditEntries.Where(e => e.Act == code)
            .OrderByDescending(e => e.Sequence)
            .Select(e => e.Note)
            .FirstOrDefaultAsync(ct);
        var note = Characters.Clean(string.Join('；', input.Settings));
        if (note.Length > RecordEvent.NoteMaxLength)
        {
            note = note[..RecordEvent.NoteMaxLength];
        }

        if (note == last)
        {
            return Result.Done;
        }

        session.Record(new ActRecord(Act.SettingsChanged, Guid.Empty) { Note = note });
        return await session.SaveAsync(ct);
    }
}
