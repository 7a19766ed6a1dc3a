using Microsoft.EntityFrameworkCore;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>
/// One kind of task of one actor: the badge counts it and the inbox lists it from the same rows, so that the two cannot differ.
/// </summary>
internal abstract class TaskQuery
{
    /// <summary>Tasks of one kind that are listed; all of them are counted, and the list page has the rest.</summary>
    public const int MostOfAKind = 50;

    /// <summary>One row for each task; null when there is exactly one, whatever the database holds.</summary>
    public abstract IQueryable<int>? Ones { get; }

    public abstract Task<TaskList> ReadAsync(CancellationToken ct);

    /// <summary>A task that is known without asking the database.</summary>
    public static TaskQuery Always(TaskItem item) => new One(item);

    /// <summary>A task for each row.</summary>
    /// <param name="rows">What is counted.</param>
    /// <param name="listed">Sorts the rows and picks what <paramref name="item"/> needs of each; it drops and adds none.</param>
    /// <param name="item">The task.</param>
    public static TaskQuery Each<TRow, TListed>(
        IQueryable<TRow> rows,
        Func<IQueryable<TRow>, IQueryable<TListed>> listed,
        Func<TListed, TaskItem> item
    ) => new EachRow<TRow, TListed>(rows, listed, item);

    /// <summary>One task for the rows of a batch together; none for a batch without a row.</summary>
    /// <param name="batches">The batch of each row.</param>
    /// <param name="item">The task for that many rows of a batch.</param>
    public static TaskQuery EachBatch(IQueryable<Guid> batches, Func<Guid, int, TaskItem> item) =>
        new RowsOfABatch(batches, item);

    private sealed class One(TaskItem item) : TaskQuery
    {
        public override IQueryable<int>? Ones => null;

        public override Task<TaskList> ReadAsync(CancellationToken ct) =>
            Task.FromResult(new TaskList([item], 1));
    }

    private sealed class EachRow<TRow, TListed>(
        IQueryable<TRow> rows,
        Func<IQueryable<TRow>, IQueryable<TListed>> listed,
        Func<TListed, TaskItem> item
    ) : TaskQuery
    {
        public override IQueryable<int> Ones => rows.Select(r => 1);

        public override async Task<TaskList> ReadAsync(CancellationToken ct)
        {
            var first = await listed(rows).Take(MostOfAKind).ToListAsync(ct);
            return new TaskList(
                [.. first.Select(item)],
                first.Count < MostOfAKind ? first.Count : await rows.CountAsync(ct)
            );
        }
    }

    private sealed class RowsOfABatch(IQueryable<Guid> batches, Func<Guid, int, TaskItem> item)
        : TaskQuery
    {
        public override IQueryable<int> Ones => batches.Distinct().Select(b => 1);

        public override async Task<TaskList> ReadAsync(CancellationToken ct)
        {
            var numbers = await batches
                .GroupBy(b => b)
                .Select(g => new { g.Key, Number = g.Count() })
                .ToListAsync(ct);
            return new TaskList([.. numbers.Select(n => item(n.Key, n.Number))], numbers.Count);
        }
    }
}

/// <summary>Tasks as the inbox lists them.</summary>
/// <param name="Items">The first of each kind.</param>
/// <param name="Total">All of them.</param>
internal sealed record TaskList(IReadOnlyList<TaskItem> Items, int Total);
