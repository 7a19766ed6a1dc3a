using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>The audit trail, the latest entry first.</summary>
public sealed class ListAuditEntries(PilotSessions sessions, AuditSequencer sequencer)
{
    /// <param name="Actor">Looked for in the actor's name and organisation.</param>
    /// <param name="SubjectId">The record.</param>
    /// <param name="Day">A day in Beijing.</param>
    public sealed record Input(
        ActGroup? Group = null,
        string? Actor = null,
        Guid? SubjectId = null,
        DateOnly? Day = null,
        Paging? Paging = null
    );

    /// <param name="At">UTC, to the millisecond.</param>
    /// <param name="Act">Null when this version does not know the code.</param>
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
        string? Note,
        string? BeforeSha256,
        string? AfterSha256,
        string Hash
    );

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        // What was done a moment ago is in the list.
        await sequencer.PlaceAsync(ct);
        return await Found(session.Db, input).ToPageAsync(input.Paging ?? new Paging(), ct);
    }

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Row> Found(PilotDbContext db, Input input)
    {
        var entries = db.AuditEntries.AsQueryable();
        if (input.Group is { } group)
        {
            var codes = Acts.CodesOf(group);
            entries = entries.Where(e => EF.Parameter(codes).Contains(e.Act));
        }

        entries = entries.Search(input.Actor);
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
                Acts.Find(e.Act),
                e.Act,
                e.SubjectId,
                e.Note,
                e.BeforeSha256,
                e.AfterSha256,
                e.Hash
            ));
    }
}
