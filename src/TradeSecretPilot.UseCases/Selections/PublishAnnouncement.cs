using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>
/// 公布 (四（二）): the list becomes public, and every local government and province that took part is told its outcome. Past
/// the date of the plan it needs a reason and stays marked late.
/// </summary>
public sealed class PublishAnnouncement(PilotSessions sessions)
{
    /// <param name="DocumentNumber">文号.</param>
    /// <param name="Seen">Row version of the batch whose decision was read.</param>
    /// <param name="LateReason">Needed from the publication date on.</param>
    public sealed record Input(
        Guid BatchId,
        string DocumentNumber,
        Seen Seen,
        string? LateReason = null
    );

    /// <param name="PublishedAt">UTC.</param>
    public sealed record View(
        string DocumentNumber,
        DateTimeOffset PublishedAt,
        bool IsLate,
        int Selected
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DecideSelection, ct);
        var db = session.Db;
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        if (batch.Stage < BatchStage.Decided)
        {
            return SelectionRefusals.NotDecided();
        }

        session.Expect(batch, input.Seen);
        var number = input.DocumentNumber.Trim();
        if (
            await db.Announcements.AnyAsync(
                a => a.DocumentNumber == number && a.BatchId != batch.Id,
                ct
            )
        )
        {
            return SelectionRefusals.DocumentNumberTaken(number);
        }

        var settled = await db
            .Applications.Where(a =>
                a.BatchId == batch.Id
                && (
                    a.Status == ApplicationStatus.Selected
                    || a.Status == ApplicationStatus.NotSelected
                )
            )
            .OrderBy(a => a.ProvinceCode)
            .ThenBy(a => a.Number)
            .ToListWithoutTextAsync(db, ct);
        var published = Announcement.Publish(
            batch,
            settled,
            number,
            input.LateReason,
            session.Actor.Name,
            session.Now
        );
        if (published.Refusal is { } refusal)
        {
            return refusal;
        }

        var announcement = published.Value;
        var receipt = announcement.IssueReceipt(settled, session.OrganizationId);
        db.Announcements.Add(announcement);
        db.Receipts.Add(receipt);
        session.Record(
            batch.Act(Act.BatchAnnounced, $"{announcement.DocumentNumber} · {receipt.Number}")
        );
        foreach (var application in settled)
        {
            Notify(session, batch, application, announcement.DocumentNumber);
        }

        foreach (var province in settled.GroupBy(a => a.ProvinceCode))
        {
            Notify(session, batch, province.Key, [.. province]);
        }

        return await session.SaveAsync(
            () =>
                new View(
                    announcement.DocumentNumber,
                    announcement.PublishedAt,
                    announcement.IsLate,
                    settled.Count(a => a.Status == ApplicationStatus.Selected)
                ),
            ct
        );
    }

    private static void Notify(
        PilotSession session,
        Batch batch,
        Application application,
        string documentNumber
    )
    {
        var isSelected = application.Status == ApplicationStatus.Selected;
        session.Record(
            application.Act(
                isSelected ? Act.ApplicationAnnouncedSelected : Act.ApplicationAnnouncedNotSelected,
                Audience.Everyone,
                documentNumber
            )
        );
        session.Notify(
            Recipients.Organization(application.OrganizationId),
            isSelected
                ? new SelectionMessages.Selected(batch, application)
                : new SelectionMessages.NotSelected(batch, application)
        );
    }

    private static void Notify(
        PilotSession session,
        Batch batch,
        string provinceCode,
        IReadOnlyList<Application> applications
    )
    {
        var selected = applications
            .Where(a => a.Status == ApplicationStatus.Selected)
            .Select(a => a.RegionName)
            .ToList();
        session.Notify(
            Recipients.Province(provinceCode),
            new SelectionMessages.PublishedToProvince(batch, selected, applications.Count)
        );
    }
}
