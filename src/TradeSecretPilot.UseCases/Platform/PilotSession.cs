using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Platform.Telemetry;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>One act of one actor: the rows it may see, the instant it reached the server, and its one transaction.</summary>
internal sealed class PilotSession(
    PilotDbContext db,
    Actor actor,
    DateTimeOffset now,
    NodeClock node,
    AuditKeys keys,
    WakeUps wakeUps,
    TimedRun run,
    ReadTrail reads,
    Action acted
) : IAsyncDisposable
{
    private readonly List<ActRecord> _acts = [];
    private readonly HashSet<BackgroundWork> _work = [];
    private readonly List<(Recipients To, Message Message)> _messages = [];
    private Refusal? _changed;

    public PilotDbContext Db { get; } = db;

    public Actor Actor { get; } = actor;

    /// <summary>UTC, to the millisecond: the instant by which the act is judged.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The actor's organisation.</summary>
    /// <exception cref="PermissionDeniedException">The actor has none.</exception>
    public Guid OrganizationId =>
        Actor.OrganizationId
        ?? throw new PermissionDeniedException(
            $"{Actor.Role?.ToString() ?? Actor.Name} belongs to no organisation."
        );

    /// <summary>Keeps what was done for the audit trail and, with an audience, for the record's timeline.</summary>
    public void Record(ActRecord act) =>
        _acts.Add(act.Note is { } note ? act with { Note = Characters.Clean(note) } : act);

    /// <summary>Tells people, in the portal and by mail, once the change is saved.</summary>
    public void Notify(Recipients to, Message message) => _messages.Add((to, message));

    /// <summary>Names work that the act leaves to a job, which is woken once the change is saved.</summary>
    public void WakeUp(BackgroundWork work) => _work.Add(work);

    /// <summary>
    /// The act is about the version that its user saw: when the record has changed since, <see cref="SaveAsync"/> refuses and
    /// nothing is written. What the domain refuses is said first, since it tells the user more.
    /// </summary>
    /// <param name="record">The record as loaded.</param>
    /// <param name="seen">Row version that the user saw.</param>
    /// <param name="changed">The refusal; the general one when it is null.</param>
    public void Expect(Aggregate record, Seen seen, Refusal? changed = null) =>
        Expect(seen, record.Version, changed);

    /// <inheritdoc cref="Expect(Aggregate, Seen, Refusal?)"/>
    /// <param name="seen">What the user saw.</param>
    /// <param name="now">The same as loaded.</param>
    public void Expect(Seen seen, Seen now, Refusal? changed = null)
    {
        if (!seen.IsStill(now))
        {
            _changed ??= changed ?? PlatformRefusals.ChangedMeanwhile();
        }
    }

    /// <summary>Why the act is refused although nothing else is wrong: its user saw something else. Null when it is not.</summary>
    public Refusal? Changed => _changed;

    /// <summary>
    /// The refusal to answer with: when the record has changed since its user saw it, what is wrong with its content is
    /// wrong with another version.
    /// </summary>
    public Refusal Refuse(Refusal refusal) =>
        _changed is not null && refusal.Kind == RefusalKind.InvalidInput ? _changed : refusal;

    /// <summary>
    /// Keeps in the audit trail, as the use case declares it, that something was handed out. What was read in one snapshot must
    /// have been read by now.
    /// </summary>
    /// <param name="subjectId">The record; empty for a list of many.</param>
    /// <param name="note">Which file, by what filter, how many rows.</param>
    /// <param name="ct">Whoever asked has left.</param>
    /// <returns>Refused when the line could not be written: then nothing is handed out.</returns>
    public async Task<Result> KeepTakingAsync(Guid subjectId, string note, CancellationToken ct)
    {
        await EndSnapshotAsync();
        return await reads.KeepTakingAsync(Actor, subjectId, note, Now, ct);
    }

    /// <summary>Keeps in the audit trail, as the use case declares it, that a person of SAMR or an expert read a record.</summary>
    /// <inheritdoc cref="KeepTakingAsync"/>
    public async Task<Result> KeepViewingAsync(Guid subjectId, string? note, CancellationToken ct)
    {
        await EndSnapshotAsync();
        return await reads.KeepViewingAsync(Actor, subjectId, note, Now, ct);
    }

    /// <summary>What was read, once it is kept in the audit trail that it was.</summary>
    /// <inheritdoc cref="KeepViewingAsync"/>
    public async Task<Result<T>> ShowAsync<T>(
        Guid subjectId,
        Result<T> read,
        CancellationToken ct
    ) =>
        read.Refusal is null
        && (await KeepViewingAsync(subjectId, note: null, ct)).Refusal is { } refusal
            ? refusal
            : read;

    /// <summary>Nothing more is read: the database need not keep its state for this session while a file is made.</summary>
    public Task EndSnapshotAsync() => ReadSnapshot.EndAsync(Db);

    /// <summary>Saves, and says what came of it.</summary>
    public async Task<Result<T>> SaveAsync<T>(Func<T> yields, CancellationToken ct) =>
        (await SaveAsync(ct)).Map(yields);

    /// <summary>
    /// Writes the change, its audit rows, timeline and messages in one transaction. Refused when somebody changed the same
    /// record meanwhile, took a key that must be unique, or when the database does not answer; then nothing is written.
    /// </summary>
    public async Task<Result> SaveAsync(CancellationToken ct)
    {
        if (_acts.Count == 0)
        {
            throw new InvalidOperationException(
                "Every change is an act: call Record before SaveAsync."
            );
        }

        if (Db.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("What reads one snapshot changes nothing.");
        }

        if (
            node.Agreement == ClockAgreement.TooFar
            && _acts.Exists(a => DeadlineBoundActs.Include(a.Act))
        )
        {
            return PlatformRefusals.ClockApart(node.Ahead);
        }

        if (_changed is not null)
        {
            return _changed;
        }

        foreach (
            var entry in Db
                .ChangeTracker.Entries<Aggregate>()
                .Where(e => e.State == EntityState.Modified)
        )
        {
            var version = entry.Property(a => a.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }

        await WriteMessagesAsync(ct);
        Db.RecordEvents.AddRange(
            _acts.Where(a => a.Audience != Audience.None).Select(a => RecordEvent.Of(a, Actor, Now))
        );
        var commit = new SessionCommit(Db, _acts, Actor, keys, Now);
        var saved = await commit.RunAsync(ct);
        if (saved.Refusal is { } refusal)
        {
            run.Outcome = "refused";
            run.Tag("portal.refusal", refusal.Code);
            return refusal;
        }

        run.Outcome = "done";
        var concernsOthers = _messages.Count > 0 || _acts.Any(a => a.Audience != Audience.None);
        _acts.Clear();
        _messages.Clear();
        WakeJobs();
        if (concernsOthers)
        {
            acted();
        }

        return Result.Done;
    }

    // Not async, so that the span before this one is current again in the calling code.
    public ValueTask DisposeAsync()
    {
        if (_acts.Count > 0)
        {
            run.Outcome = "refused";
        }

        run.Dispose();
        return Db.DisposeAsync();
    }

    private void WakeJobs()
    {
        foreach (var work in _work)
        {
            wakeUps.Request(work);
        }

        _work.Clear();
    }

    private async Task WriteMessagesAsync(CancellationToken ct)
    {
        if (_messages.Count == 0)
        {
            return;
        }

        var addressees = await Addressees.ReadAsync(Db, [.. _messages.Select(m => m.To)], ct);
        foreach (var (to, message) in _messages)
        {
            foreach (var account in addressees.Of(to))
            {
                Db.Notices.Add(Notice.To(account.Id, message, Now));
                if (!string.IsNullOrEmpty(account.Email))
                {
                    Db.OutboxMessages.Add(
                        OutboxMessage.Write(
                            account.Email,
                            message.Text.Zh,
                            $"{message.Text.Zh}\n\n{message.Text.En}\n",
                            Now
                        )
                    );
                    WakeUp(BackgroundWork.SendOutbox);
                }
            }
        }
    }
}
