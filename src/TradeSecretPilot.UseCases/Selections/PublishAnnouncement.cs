using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>
/// 公布 (四（二）): the list becomes public, and every local government and province that took part is told its outcome. Past
/// the date of the plan it needs a reason and stays marked late.
/// </summary>
public sealed class PublishAnnouncement(PilotSessions sessions)
{
    /// <param name="DocumentNumber">文号.</param>
    /// <param name="LateReason">Needed from the publication date on.</param>
    public sealed record Input(Guid BatchId, string DocumentNumber, string? LateReason = null);

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
            .ToListAsync(ct);
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
        session.Did(batch.Act("Announced", $"{announcement.DocumentNumber} · {receipt.Number}"));
        foreach (var application in settled)
        {
            Tell(session, batch, application, announcement.DocumentNumber);
        }

        foreach (var province in settled.GroupBy(a => a.ProvinceCode))
        {
            Tell(session, batch, province.Key, [.. province]);
        }

        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? conflict
            : new View(
                announcement.DocumentNumber,
                announcement.PublishedAt,
                announcement.IsLate,
                settled.Count(a => a.Status == ApplicationStatus.Selected)
            );
    }

    private static void Tell(
        PilotSession session,
        Batch batch,
        Application application,
        string documentNumber
    )
    {
        var isSelected = application.Status == ApplicationStatus.Selected;
        session.Did(
            application.Act(
                isSelected ? "AnnouncedSelected" : "AnnouncedNotSelected",
                Audience.Everyone,
                documentNumber
            )
        );
        session.Tell(
            Recipients.Organization(application.OrganizationId),
            isSelected
                ? new Message(
                    $"{batch.NameZh}创新试点地区名单已公布，{application.RegionName}入选。",
                    $"The list of the {batch.NameEn} is published: {application.RegionName} is selected.",
                    $"/applications/{application.Id}"
                )
                : new Message(
                    $"{batch.NameZh}创新试点地区名单已公布，{application.RegionName}未入选。",
                    $"The list of the {batch.NameEn} is published: {application.RegionName} is not selected.",
                    $"/applications/{application.Id}"
                )
        );
    }

    private static void Tell(
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
        var (zh, en) =
            selected.Count == 0
                ? ("本省（区、市）无入选地区", "no region of your province is selected")
                : (
                    $"本省（区、市）入选{selected.Count}个：{string.Join('、', selected)}",
                    $"of your province are selected: {string.Join(", ", selected)}"
                );
        session.Tell(
            Recipients.Province(provinceCode),
            new Message(
                $"{batch.NameZh}创新试点地区名单已公布，{zh}（上报{applications.Count}个）。",
                $"The list of the {batch.NameEn} is published; {en} ({applications.Count} forwarded).",
                "/announcements"
            )
        );
    }
}
