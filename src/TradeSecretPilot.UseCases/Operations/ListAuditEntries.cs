using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>The audit trail, the latest entry first, turned by key.</summary>
[OneSnapshot]
public sealed class ListAuditEntries(PilotSessions sessions, AuditSequencer sequencer)
{
    public const int DefaultSize = 50;
    public const int MaxSize = 200;

    public sealed record Input
    {
        public ActGroup? Group { get; init; }

        public Act? Act { get; init; }

        public ActOutcome? Outcome { get; init; }

        /// <summary>Looked for in the actor's name and organisation.</summary>
        public string? Actor { get; init; }

        /// <summary>An account: what it did, and what was done to it.</summary>
        public Guid? PersonId { get; init; }

        /// <summary>A record by its id, the number of an application, or the name of an account.</summary>
        public string? Record { get; init; }

        /// <summary>First day in Beijing.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day in Beijing.</summary>
        public DateOnly? To { get; init; }

        /// <summary>Only entries before this number: the older part.</summary>
        public long? Before { get; init; }

        /// <summary>Only entries after this number: the newer part.</summary>
        public long? After { get; init; }

        public int Size { get; init; } = DefaultSize;
    }

    /// <param name="At">UTC, to the millisecond.</param>
    /// <param name="Act">Null when this version does not know the code.</param>
    /// <param name="Subject">What the act was done to; null when that is no record with a name.</param>
    public sealed record Row(
        long Sequence,
        DateTimeOffset At,
        Guid? AccountId,
        string ActorName,
        string? ActorRole,
        string? OrganizationName,
        Act? Act,
        string Code,
        Guid SubjectId,
        RecordName? Subject,
        string? Note,
        string? BeforeSha256,
        string? AfterSha256,
        string Hash
    );

    public async Task<KeyPage<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        // What was done a moment ago is in the list.
        await sequencer.PlaceAsync(ct);
        var db = session.Db;
        var found = await FoundAsync(db, input, ct);
        var size = Math.Clamp(input.Size, 1, MaxSize);
        if (input.After is { } after)
        {
            var newer = await found
                .Where(e => e.Sequence > after)
                .OrderBy(e => e.Sequence)
                .Take(size + 1)
                .ToListAsync(ct);
            var shown = newer.Take(size).Reverse().ToList();
            return new KeyPage<Row>(
                await NamedAsync(db, shown, ct),
                newer.Count > size ? shown[0].Sequence : null,
                shown.Count > 0 ? shown[^1].Sequence : null
            );
        }

        var before = input.Before ?? long.MaxValue;
        var older = await found
            .Where(e => e.Sequence < before)
            .OrderByDescending(e => e.Sequence)
            .Take(size + 1)
            .ToListAsync(ct);
        var part = older.Take(size).ToList();
        return new KeyPage<Row>(
            await NamedAsync(db, part, ct),
            input.Before is null || part.Count == 0 ? null : part[0].Sequence,
            older.Count > size ? part[^1].Sequence : null
        );
    }

    /// <summary>The list before it is cut into parts.</summary>
    internal static async Task<IQueryable<AuditEntry>> FoundAsync(
        PilotDbContext db,
        Input input,
        CancellationToken ct
    )
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (Acts.CodesOf(input.Group, input.Act, input.Outcome) is { } codes)
        {
            entries = entries.Where(e => EF.Parameter(codes).Contains(e.Act));
        }

        if (!string.IsNullOrWhiteSpace(input.Record))
        {
            var ids = await RecordNames.FindAsync(db, input.Record, ct);
            entries = ids is [var id]
                ? entries.Where(e => e.SubjectId == id)
                : entries.Where(e => EF.Parameter(ids).Contains(e.SubjectId));
        }

        if (input.PersonId is { } person)
        {
            entries = entries.Where(e => e.AccountId == person || e.SubjectId == person);
        }

        if (input.From is { } first)
        {
            var from = BeijingTime.StartOf(first);
            entries = entries.Where(e => e.At >= from);
        }

        if (input.To is { } last)
        {
            var to = BeijingTime.EndOf(last);
            entries = entries.Where(e => e.At < to);
        }

        return entries.Search(input.Actor);
    }

    /// <summary>The entries with what they are about.</summary>
    internal static async Task<IReadOnlyList<Row>> NamedAsync(
        PilotDbContext db,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken ct
    )
    {
        var names = await RecordNames.ReadAsync(db, entries.Select(e => e.SubjectId), ct);
        return
        [
            .. entries.Select(e => new Row(
                e.Sequence,
                e.At,
                e.AccountId,
                e.ActorName,
                e.ActorRole,
                e.OrganizationName,
                Acts.Find(e.Act),
                e.Act,
                e.SubjectId,
                names.GetValueOrDefault(e.SubjectId),
                e.Note,
                e.BeforeSha256,
                e.AfterSha256,
                e.Hash
            )),
        ];
    }
}
