using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>
/// 时限扫描: does what has fallen due, each thing exactly once. It reads what is due from the records, so it may run every
/// minute, twice, on two nodes or after months of outage. The refusal of late commands never waits for it.
/// </summary>
public sealed class DeadlineSweep(PilotSessions sessions)
{
    /// <summary>The name under which the sweep appears in the audit trail.</summary>
    public const string Job = "时限扫描";

    private const int ChunkSize = 50;

    // In the order of the lifecycle: what one does may make the next fall due, as after an outage.
    private static readonly IDueMatter[] Matters =
    [
        new SubmissionReminders(),
        new ForwardingReminders(),
        new DraftLapses(),
        new ForwardingClosures(),
        new PublicationAlarms(),
        new PilotLaunches(),
        new ReportCalls(),
        new ReportReminders(),
        new MissingReports(),
        new PilotConclusions(),
    ];

    /// <param name="Done">Due actions done by this run.</param>
    /// <param name="Reinstated">Lapsed applications given back because of an extension.</param>
    public sealed record View(int Done, int Reinstated);

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        var reinstated = await Reinstatement.RunAsync(sessions, ct);
        var done = 0;
        foreach (var matter in Matters)
        {
            done += await RunAsync(matter, ct);
        }

        return new View(done, reinstated);
    }

    private async Task<int> RunAsync(IDueMatter matter, CancellationToken ct)
    {
        IReadOnlyList<DueItem> items;
        await using (var session = await sessions.BeginAsync(Permission.Operate, ct))
        {
            items = await matter.FindAsync(session, ct);
        }

        var done = 0;
        foreach (var chunk in items.Chunk(ChunkSize))
        {
            done +=
                await PerformAsync(matter, chunk, ct)
                ?? await PerformOneByOneAsync(matter, chunk, ct);
        }

        return done;
    }

    // One of the chunk was done by another node, or changed by a person: the others must not wait for the next run.
    private async Task<int> PerformOneByOneAsync(
        IDueMatter matter,
        DueItem[] chunk,
        CancellationToken ct
    )
    {
        var done = 0;
        foreach (var item in chunk)
        {
            done += await PerformAsync(matter, [item], ct) ?? 0;
        }

        return done;
    }

    /// <summary>Null when the chunk met a conflict and nothing was written.</summary>
    private async Task<int?> PerformAsync(
        IDueMatter matter,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var performed = await matter.PerformAsync(session, items, ct);
        if (performed.Count == 0)
        {
            return 0;
        }

        session.Db.DueActions.AddRange(
            performed.Select(i =>
                DueAction.Done(i.Kind, i.SubjectId, i.DueAt, session.Now, i.Outcome)
            )
        );
        foreach (var item in performed)
        {
            session.Did(new Act($"Deadline.{item.Kind}", item.SubjectId));
        }

        return (await session.SaveAsync(ct)).Refusal is null ? performed.Count : null;
    }
}
