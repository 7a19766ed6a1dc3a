using System.Runtime.ExceptionServices;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>Does what is due of one matter, in chunks, each in one transaction with its row of the unique key.</summary>
internal sealed class MatterRunner(PilotSessions sessions)
{
    private const int ChunkSize = 50;

    private readonly StalledItems _stalls = new(sessions);

    /// <summary>
    /// The matters that must be up to date before one is performed, each with its own in turn. What a matter does can take its
    /// subject away from another one (a lapsed draft is not reminded any more, a missing report is not called), or give it
    /// one (a launch creates the reports that are called).
    /// </summary>
    private static readonly Dictionary<DeadlineMatter, DeadlineMatter[]> Before = new()
    {
        [DeadlineMatter.SubmissionReminders] = [DeadlineMatter.Reinstatements],
        [DeadlineMatter.DraftLapses] = [DeadlineMatter.SubmissionReminders],
        [DeadlineMatter.ForwardingClosures] =
        [
            DeadlineMatter.ForwardingReminders,
            DeadlineMatter.DraftLapses,
        ],
        [DeadlineMatter.ReportCalls] = [DeadlineMatter.PilotLaunches],
        [DeadlineMatter.ReportReminders] = [DeadlineMatter.ReportCalls],
        [DeadlineMatter.MissingReports] = [DeadlineMatter.ReportReminders],
        [DeadlineMatter.PilotConclusions] = [DeadlineMatter.MissingReports],
    };

    /// <summary>All matters in the order of a sweep.</summary>
    public static IReadOnlyList<DeadlineMatter> InOrder { get; } =
    [.. Enum.GetValues<DeadlineMatter>().Order()];

    /// <summary>The matters that come before <paramref name="matter"/>, in the order of a sweep; without itself.</summary>
    public static IReadOnlyList<DeadlineMatter> PrerequisitesOf(DeadlineMatter matter)
    {
        var found = new HashSet<DeadlineMatter>();
        var open = new Stack<DeadlineMatter>(Before.GetValueOrDefault(matter, []));
        while (open.TryPop(out var next))
        {
            if (found.Add(next))
            {
                foreach (var further in Before.GetValueOrDefault(next, []))
                {
                    open.Push(further);
                }
            }
        }

        return [.. found.Order()];
    }

    /// <returns>How many things were done.</returns>
    public Task<int> RunAsync(DeadlineMatter matter, CancellationToken ct) =>
        matter switch
        {
            DeadlineMatter.Reinstatements => Reinstatement.RunAsync(sessions, ct),
            DeadlineMatter.SubmissionReminders => RunAsync(new SubmissionReminders(), ct),
            DeadlineMatter.ForwardingReminders => RunAsync(new ForwardingReminders(), ct),
            DeadlineMatter.DraftLapses => RunAsync(new DraftLapses(), ct),
            DeadlineMatter.ForwardingClosures => RunAsync(new ForwardingClosures(), ct),
            DeadlineMatter.ScoringReminders => RunAsync(new ScoringReminders(), ct),
            DeadlineMatter.PublicationAlarms => RunAsync(new PublicationAlarms(), ct),
            DeadlineMatter.PilotLaunches => RunAsync(new PilotLaunches(), ct),
            DeadlineMatter.ReportCalls => RunAsync(new ReportCalls(), ct),
            DeadlineMatter.ReportReminders => RunAsync(new ReportReminders(), ct),
            DeadlineMatter.MissingReports => RunAsync(new MissingReports(), ct),
            DeadlineMatter.PilotConclusions => RunAsync(new PilotConclusions(), ct),
            _ => throw new ArgumentOutOfRangeException(nameof(matter), matter, null),
        };

    private async Task<int> RunAsync(IDueMatter matter, CancellationToken ct)
    {
        IReadOnlyList<DueItem> items;
        await using (var session = await sessions.BeginAsync(Permission.Operate, ct))
        {
            items = await matter.FindAsync(session, ct);
            await _stalls.ForgetOthersAsync(session, matter.Kind, items, ct);
        }

        var done = 0;
        var faults = new List<ExceptionDispatchInfo>();
        foreach (var chunk in items.Chunk(ChunkSize))
        {
            done += await PerformAllAsync(matter, chunk, faults, ct);
        }

        if (faults is [var fault, ..])
        {
            // Everything else of the matter was done; what depends on it waits, as it must.
            fault.Throw();
        }

        return done;
    }

    private async Task<int> PerformAllAsync(
        IDueMatter matter,
        DueItem[] items,
        List<ExceptionDispatchInfo> faults,
        CancellationToken ct
    )
    {
        var tried = await TryAsync(matter, items, ct);
        if (tried.Performed is { } performed)
        {
            foreach (
                var left in items.ExceptBy(performed.Select(p => p.SubjectId), i => i.SubjectId)
            )
            {
                await _stalls.NoteAsync(left, DueStall.NotPerformed, ct);
            }

            return performed.Count;
        }

        if (items.Length == 1)
        {
            if (tried.Fault is { } fault)
            {
                faults.Add(fault);
            }

            if (tried.Reason is { } reason)
            {
                await _stalls.NoteAsync(items[0], reason, ct);
            }

            return 0;
        }

        // One of them was done by another node, changed by a person, or cannot be done: the others must not wait for the next run.
        var done = 0;
        foreach (var item in items)
        {
            done += await PerformAllAsync(matter, [item], faults, ct);
        }

        return done;
    }

    /// <summary>What came of a try.</summary>
    /// <param name="Performed">What was done; null when nothing was written.</param>
    /// <param name="Reason">Why nothing was written; null when that is no fault of the items.</param>
    private sealed record Tried(
        IReadOnlyList<DueItem>? Performed,
        string? Reason = null,
        ExceptionDispatchInfo? Fault = null
    );

    private async Task<Tried> TryAsync(
        IDueMatter matter,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        try
        {
            var performed = await PerformAsync(matter, items, ct);
            return performed.Refusal is not { } refusal ? new(performed.Value)
                : refusal.Kind == RefusalKind.Unavailable ? new(Performed: null)
                : new(Performed: null, refusal.Code);
        }
        catch (Exception e)
            when (e is not (OperationCanceledException or PermissionDeniedException)
                && !DatabaseErrors.IsTransient(e)
            )
        {
            return new(Performed: null, e.GetType().Name, ExceptionDispatchInfo.Capture(e));
        }
    }

    /// <summary>With a refusal nothing was written.</summary>
    private async Task<Result<IReadOnlyList<DueItem>>> PerformAsync(
        IDueMatter matter,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var performed = await matter.PerformAsync(session, items, ct);
        if (performed.Count == 0)
        {
            return Result.Of(performed);
        }

        session.Db.DueActions.AddRange(
            performed.Select(i =>
                DueAction.Done(i.Kind, i.SubjectId, i.DueAt, session.Now, i.Outcome)
            )
        );
        foreach (var item in performed)
        {
            session.Record(new ActRecord(ActOf(item.Kind), item.SubjectId));
        }

        return await session.SaveAsync(() => performed, ct);
    }

    private static Act ActOf(DueActionKind kind) =>
        kind switch
        {
            DueActionKind.LapseDraft => Act.DeadlineLapseDraft,
            DueActionKind.CloseForwarding => Act.DeadlineCloseForwarding,
            DueActionKind.AlarmPublication => Act.DeadlineAlarmPublication,
            DueActionKind.LaunchPilots => Act.DeadlineLaunchPilots,
            DueActionKind.CallReport => Act.DeadlineCallReport,
            DueActionKind.MarkMissing => Act.DeadlineMarkMissing,
            DueActionKind.ConcludePilots => Act.DeadlineConcludePilots,
            DueActionKind.RemindSubmission => Act.DeadlineRemindSubmission,
            DueActionKind.RemindForwarding => Act.DeadlineRemindForwarding,
            DueActionKind.RemindReport => Act.DeadlineRemindReport,
            DueActionKind.RemindScoring => Act.DeadlineRemindScoring,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
