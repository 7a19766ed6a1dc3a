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
}
