using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>
/// Writes the lines that reading leaves in the audit trail, as the use case declares them. Each is a transaction of its own, past
/// the reader's tenancy: what was read may be in a snapshot, and a reader may see no audit trail.
/// </summary>
internal sealed class ReadTrail(
    DbContextOptions<PilotDbContext> options,
    UseCaseRules rules,
    AuditKeys keys
)
{
    /// <summary>Keeps that something was handed out.</summary>
    /// <returns>Refused when the line could not be written: then nothing is handed out.</returns>
    public Task<Result> KeepTakingAsync(
        Actor actor,
        Guid subjectId,
        string note,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        rules.Taking is { } act ? WriteAsync(actor, new(act, subjectId) { Note = note }, now, ct)
        : rules.WhyNothing is not null ? Task.FromResult(Result.Done)
        : throw Undeclared();

    /// <summary>Keeps that something was shown, once for a person, a record and a day in Beijing.</summary>
    /// <inheritdoc cref="KeepTakingAsync" path="/returns"/>
    public async Task<Result> KeepViewingAsync(
        Actor actor,
        Guid subjectId,
        string? note,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (rules.Viewing is not { } act)
        {
            return rules.WhyNothing is not null ? Result.Done : throw Undeclared();
        }

        if (!IsWatched(actor))
        {
            return Result.Done;
        }

        var (code, me) = (Acts.CodeOf(act), actor.AccountId);
        var today = BeijingTime.StartOf(BeijingTime.DayOf(now));
        await using (var db = Open())
        {
            if (
                await Kept(db.AuditEntries).AnyAsync(ct)
                || await Kept(db.WaitingEntries).AnyAsync(ct)
            )
            {
                return Result.Done;
            }
        }

        return await WriteAsync(actor, new(act, subjectId) { Note = note }, now, ct);

        IQueryable<T> Kept<T>(IQueryable<T> entries)
            where T : AuditContent =>
            entries.Where(e =>
                e.SubjectId == subjectId && e.AccountId == me && e.Act == code && e.At >= today
            );
    }

    /// <summary>Whose reading of what others wrote is kept: they see the plans of the whole country, before anything is public.</summary>
    private static bool IsWatched(Actor actor) =>
        actor.OrganizationKind == OrganizationKind.NationalRegulator || actor.Role == Role.Expert;

    private async Task<Result> WriteAsync(
        Actor actor,
        ActRecord act,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var db = Open();
        var kept = act with { Note = act.Note is { } note ? Characters.Clean(note) : null };
        return await new SessionCommit(db, [kept], actor, keys, now).RunAsync(ct);
    }

    private PilotDbContext Open() => new(options, Tenancy.Everything) { UseCase = rules.Name };

    private InvalidOperationException Undeclared() =>
        new($"{rules.Name} does not declare what its reading leaves in the audit trail.");
}
