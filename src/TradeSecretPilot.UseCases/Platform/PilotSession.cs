using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>One act of one actor: the rows it may see, the instant it reached the server, and its one transaction.</summary>
internal sealed class PilotSession(PilotDbContext db, Actor actor, DateTimeOffset now)
    : IAsyncDisposable
{
    private readonly List<Act> _acts = [];
    private readonly List<(Recipients To, Message Message)> _messages = [];

    public PilotDbContext Db { get; } = db;

    public Actor Actor { get; } = actor;

    /// <summary>UTC, to the millisecond: the instant by which the act is judged.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The actor's organisation.</summary>
    /// <exception cref="PermissionDeniedException">The actor has none.</exception>
    public Guid OrganizationId =>
        Actor.OrganizationId
        ?? throw new PermissionDeniedException($"{Actor.Name} belongs to no organisation.");

    /// <summary>Keeps what was done for the audit trail and, with an audience, for the record's timeline.</summary>
    public void Did(Act act) => _acts.Add(act);

    /// <summary>Tells people, in the portal and by mail, once the change is saved.</summary>
    public void Tell(Recipients to, Message message) => _messages.Add((to, message));

    /// <summary>
    /// Writes the change, its audit rows, timeline and messages in one transaction. Refused when somebody changed the same
    /// record meanwhile, or took a key that must be unique; then nothing is written.
    /// </summary>
    public async Task<Result> SaveAsync(CancellationToken ct)
    {
        if (_acts.Count == 0)
        {
            throw new InvalidOperationException(
                "Every change is an act: call Did before SaveAsync."
            );
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
        try
        {
            await using var transaction = await Db.Database.BeginTransactionAsync(ct);
            await AuditTrail.AppendAsync(Db, _acts, Actor, Now, ct);
            await Db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformRefusals.ChangedMeanwhile();
        }
        catch (DbUpdateException e) when (DatabaseErrors.IsUniqueViolation(e))
        {
            return PlatformRefusals.AlreadyDone();
        }

        _acts.Clear();
        _messages.Clear();
        return Result.Done;
    }

    public ValueTask DisposeAsync() => Db.DisposeAsync();

    private async Task WriteMessagesAsync(CancellationToken ct)
    {
        foreach (var (to, message) in _messages)
        {
            var accounts = await Addressed(to).Select(a => new { a.Id, a.Email }).ToListAsync(ct);
            Db.Notices.AddRange(accounts.Select(a => Notice.To(a.Id, message, Now)));
            Db.OutboxMessages.AddRange(
                accounts
                    .Where(a => !string.IsNullOrEmpty(a.Email))
                    .Select(a =>
                        OutboxMessage.Write(
                            a.Email!,
                            message.Zh,
                            $"{message.Zh}\n\n{message.En}\n",
                            Now
                        )
                    )
            );
        }
    }

    // Recipients may be tenants whose accounts the actor cannot see.
    private IQueryable<Account> Addressed(Recipients to)
    {
        var accounts = Db.Accounts.IgnoreQueryFilters().Where(a => a.DisabledAt == null);
        if (to.AccountId is { } id)
        {
            accounts = accounts.Where(a => a.Id == id);
        }

        if (to.OrganizationIds.Count > 0)
        {
            accounts = accounts.Where(a => to.OrganizationIds.Contains(a.OrganizationId!.Value));
        }

        if (to.Roles.Count > 0)
        {
            accounts = accounts.Where(a => to.Roles.Contains(a.Role));
        }

        return to.ProvinceCode is not { } province
            ? accounts
            : accounts.Where(a =>
                Db.Organizations.IgnoreQueryFilters()
                    .Any(o => o.Id == a.OrganizationId && o.ProvinceCode == province)
            );
    }
}
