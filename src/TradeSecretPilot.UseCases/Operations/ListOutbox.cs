using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// The mail outbox, for operations: the latest message first. An administrator sees no business content, so neither subject nor
/// body.
/// </summary>
[OneSnapshot]
public sealed class ListOutbox(PilotSessions sessions)
{
    public sealed record Input(OutboxState? State = null, Paging? Paging = null);

    /// <param name="CreatedAt">UTC, by the portal's clock.</param>
    /// <param name="NotBefore">UTC, by the machine's clock; null when it is not tried again.</param>
    /// <param name="SentAt">UTC, by the portal's clock.</param>
    public sealed record Row(
        Guid MessageId,
        string To,
        DateTimeOffset CreatedAt,
        OutboxState State,
        int Attempts,
        DateTimeOffset? NotBefore,
        DateTimeOffset? SentAt,
        string? LastError
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewOperations, ct);
        var page = await Found(session.Db, input).ToPageAsync(input.Paging ?? new Paging(), ct);
        return page.Select(ToRow);
    }

    /// <summary>A message without its words.</summary>
    internal sealed record Entry(
        Guid Id,
        string To,
        DateTimeOffset CreatedAt,
        int Attempts,
        DateTimeOffset NotBefore,
        DateTimeOffset? SentAt,
        string? LastError
    );

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Entry> Found(PilotDbContext db, Input input) =>
        InState(db.OutboxMessages, input.State)
            .OrderByDescending(m => m.CreatedAt)
            .ThenByDescending(m => m.Id)
            .Select(m => new Entry(
                m.Id,
                m.To,
                m.CreatedAt,
                m.Attempts,
                m.NotBefore,
                m.SentAt,
                m.LastError
            ));

    internal static Row ToRow(Entry entry)
    {
        var state = StateOf(entry.SentAt, entry.Attempts, entry.LastError);
        return new Row(
            entry.Id,
            entry.To,
            entry.CreatedAt,
            state,
            entry.Attempts,
            state is OutboxState.Waiting or OutboxState.Failing ? entry.NotBefore : null,
            entry.SentAt,
            entry.LastError
        );
    }

    private static IQueryable<OutboxMessage> InState(
        IQueryable<OutboxMessage> messages,
        OutboxState? state
    ) =>
        state switch
        {
            OutboxState.Waiting => messages.Where(m =>
                m.SentAt == null && m.LastError == null && m.Attempts < SendOutbox.MaxAttempts
            ),
            OutboxState.Failing => messages.Where(m =>
                m.SentAt == null && m.LastError != null && m.Attempts < SendOutbox.MaxAttempts
            ),
            OutboxState.GivenUp => messages.Where(m =>
                m.SentAt == null && m.Attempts >= SendOutbox.MaxAttempts
            ),
            OutboxState.Sent => messages.Where(m => m.SentAt != null),
            _ => messages,
        };

    private static OutboxState StateOf(DateTimeOffset? sentAt, int attempts, string? lastError) =>
        sentAt is not null ? OutboxState.Sent
        : attempts >= SendOutbox.MaxAttempts ? OutboxState.GivenUp
        : lastError is null ? OutboxState.Waiting
        : OutboxState.Failing;
}
