using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>What fell due and was done, the latest first: when it was due, and when it was done.</summary>
[OneSnapshot]
public sealed class ListDueActions(PilotSessions sessions)
{
    public sealed record Input(
        DueActionKind? Kind = null,
        DueActionOutcome? Outcome = null,
        Paging? Paging = null
    );

    /// <param name="Key">Unique: each thing is done once.</param>
    /// <param name="DueAt">UTC.</param>
    /// <param name="DoneAt">UTC.</param>
    public sealed record Row(
        string Key,
        DueActionKind Kind,
        Guid SubjectId,
        DateTimeOffset DueAt,
        DateTimeOffset DoneAt,
        DueActionOutcome Outcome
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewOperations, ct);
        return await Found(session.Db, input).ToPageAsync(input.Paging ?? new Paging(), ct);
    }

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Row> Found(PilotDbContext db, Input input)
    {
        var actions = db.DueActions.AsQueryable();
        if (input.Kind is { } kind)
        {
            actions = actions.Where(a => a.Kind == kind);
        }

        if (input.Outcome is { } outcome)
        {
            actions = actions.Where(a => a.Outcome == outcome);
        }

        return actions
            .OrderByDescending(a => a.DueAt)
            .ThenBy(a => a.Key)
            .Select(a => new Row(a.Key, a.Kind, a.SubjectId, a.DueAt, a.DoneAt, a.Outcome));
    }
}
