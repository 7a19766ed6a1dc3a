using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>A file that an organisation uploaded. Plans and reports name it by its fingerprint.</summary>
public sealed class StoredFile
{
    private StoredFile() { }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string Sha256 { get; private set; } = null!;

    public long Bytes { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    public Guid UploadedBy { get; private set; }

    /// <summary>UTC; when the clean-up found it in a text. From then on it is kept for good.</summary>
    public DateTimeOffset? FoundAt { get; private set; }

    /// <summary>UTC; when the clean-up found it in no text. It cannot be attached any more.</summary>
    public DateTimeOffset? OrphanedAt { get; private set; }

    internal static StoredFile Of(
        Attachment attachment,
        Guid organizationId,
        Guid uploadedBy,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = organizationId,
            Sha256 = attachment.Sha256,
            Bytes = attachment.Bytes,
            UploadedAt = now,
            UploadedBy = uploadedBy,
        };

    /// <summary>The same content was sent again: it waits anew to be saved with a text.</summary>
    internal void UploadAgain(Guid uploadedBy, DateTimeOffset now) =>
        (UploadedBy, UploadedAt, OrphanedAt) = (uploadedBy, now, null);

    internal void Find(DateTimeOffset now) => (FoundAt, OrphanedAt) = (now, null);

    internal void SetAside(DateTimeOffset now) => OrphanedAt = now;
}
