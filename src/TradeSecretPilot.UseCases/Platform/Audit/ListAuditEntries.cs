using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>The audit trail, the latest entry first.</summary>
public sealed class ListAuditEntries(PilotSessions sessions)
{
    /// <param name="Act">Beginning of the act's name, such as <c>Application.</c> or <c>Application.Submitted</c>.</param>
    /// <param name="Actor">Part of the actor's name or organisation.</param>
    /// <param name="SubjectId">The record.</param>
    /// <param name="Day">A day in Beijing.</param>
    public sealed record Input(
        string? Act = null,
        string? Actor = null,
        Guid? SubjectId = null,
        DateOnly? Day = null,
        Paging? Paging = null
    );

    /// <param name="At">UTC, to the millisecond.</param>
    public sealed record Row(
        long Sequence,
        DateTimeOffset At,
        Guid? AccountId,
        string ActorName,
        string? ActorRole,
        string? OrganizationName,
        string Act,
        Guid SubjectId,
        string? Note,
        string? BeforeSha256,
        string? AfterSha256,
        string Hash
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        return await Found(session.Db, input).ToPageAsync(input.Paging ?? new Paging(), ct);
    }

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Row> Found(PilotDbContext db, Input input)
    {
        var entries = db.AuditEntries.AsQueryable();
        if (!string.IsNullOrWhiteSpace(input.Act))
        {
            var act = input.Act.Trim();
            entries = entries.Where(e => e.Act.StartsWith(act));
        }

        if (!string.IsNullOrWhiteSpace(input.Actor))
        {
            var actor = input.Actor.Trim();
            entries = entries.Where(e =>
                e.ActorName.Contains(actor)
                || (e.OrganizationName != null && e.OrganizationName.Contains(actor))
            );
        }

        if (input.SubjectId is { } subjectId)
        {
            entries = entries.Where(e => e.SubjectId == subjectId);
        }

        if (input.Day is { } day)
        {
            var (from, to) = (BeijingTime.StartOf(day), BeijingTime.EndOf(day));
            entries = entries.Where(e => e.At >= from && e.At < to);
        }

        return entries
            .OrderByDescending(e => e.Sequence)
            .Select(e => new Row(
                e.Sequence,
                e.At,
                e.AccountId,
                e.ActorName,
                e.ActorRole,
                e.OrganizationName,
                e.Act,
                e.SubjectId,
                e.Note,
                e.BeforeSha256,
                e.AfterSha256,
                e.Hash
            ));
    }
}
