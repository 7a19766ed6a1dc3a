using System.Text.Json.Serialization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Receipts;

namespace TradeSecretPilot.Domain.Selections;

/// <summary>公布: the list of a batch, public from its instant on.</summary>
public sealed class Announcement : Aggregate
{
    public const int DocumentNumberMaxLength = 60;
    public const int ReasonMaxLength = 500;

    private Announcement() { }

    public Guid BatchId { get; private set; }

    /// <summary>文号.</summary>
    public string DocumentNumber { get; private set; } = null!;

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>Published after the date of the plan; stays marked for good.</summary>
    public bool IsLate { get; private set; }

    public string? LateReason { get; private set; }

    public string PublishedBy { get; private set; } = null!;

    /// <summary>Publishes the decided list (四（二）: by the end of June). Later it needs a recorded reason.</summary>
    public static Result<Announcement> Publish(
        Batch batch,
        IReadOnlyList<Application> settled,
        string documentNumber,
        string? lateReason,
        string publishedBy,
        DateTimeOffset now
    )
    {
        documentNumber = Characters.Clean(documentNumber).Trim();
        if (!Characters.Fits(documentNumber, DocumentNumberMaxLength))
        {
            return SelectionRefusals.NumberInvalid(DocumentNumberMaxLength);
        }

        var selected = settled.Count(a => a.Status == ApplicationStatus.Selected);
        if (
            batch.Stage == BatchStage.Decided
            && (selected < batch.MinSeats || selected > batch.MaxSeats)
        )
        {
            return SelectionRefusals.OutsideSeats(selected, batch.MinSeats, batch.MaxSeats);
        }

        var late = Deadline.HasPassed(batch.PublishBy, now);
        if (late && Reasons.Check(lateReason, ReasonMaxLength) is { } noReason)
        {
            return SelectionRefusals.LateNeedsReason(batch.PublishBy, noReason);
        }

        if (batch.Announce(now).Refusal is { } wrongStage)
        {
            return wrongStage;
        }

        foreach (var application in settled)
        {
            application.Announce(now);
        }

        return new Announcement
        {
            Id = Guid.CreateVersion7(now),
            BatchId = batch.Id,
            DocumentNumber = documentNumber,
            PublishedAt = now,
            IsLate = late,
            LateReason = late ? Reasons.Kept(lateReason!) : null,
            PublishedBy = publishedBy,
        };
    }

    /// <summary>The receipt by which anyone verifies a printed list: it fingerprints the number and the regions.</summary>
    /// <param name="settled">The applications of the batch.</param>
    /// <param name="organizationId">The national regulator.</param>
    public Receipt IssueReceipt(IReadOnlyList<Application> settled, Guid organizationId) =>
        Receipt.Issue(
            ReceiptKind.Announcement,
            Id,
            1,
            ContentHash.Fingerprint(
                new AnnouncementText(
                    DocumentNumber,
                    [
                        .. settled
                            .Where(a => a.Status == ApplicationStatus.Selected)
                            .Select(a => a.Number)
                            .Order(StringComparer.Ordinal),
                    ]
                )
            ),
            organizationId,
            null,
            PublishedAt
        );
}

/// <summary>What the fingerprint of an announcement covers.</summary>
/// <param name="Selected">Numbers of the selected applications, in ordinal order.</param>
internal sealed record AnnouncementText(
    [property: JsonPropertyName("documentNumber")] string DocumentNumber,
    [property: JsonPropertyName("selected")] IReadOnlyList<string> Selected
);
