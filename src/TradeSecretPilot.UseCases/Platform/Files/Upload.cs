using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>A file on its way in.</summary>
/// <param name="FileName">With its ending.</param>
/// <param name="Content">Read to its end.</param>
/// <param name="HasNoSecrets">The uploader confirmed: 涉密信息不得上传.</param>
public sealed record Upload(string FileName, Stream Content, bool HasNoSecrets);

internal static class Uploads
{
    /// <summary>The name under which a file is kept, of what its sender calls it.</summary>
    public static string NameOf(string fileName) =>
        Path.GetFileName(
            string.Concat(
                    Characters
                        .Clean(fileName)
                        // A folder of Windows, wherever the portal runs.
                        .Replace('\\', '/')
                        .Where(c => !char.IsControl(c) && !IsDirection(c))
                )
                .Trim()
        );

    /// <summary>Marks that turn the reading order: with them an ending can be shown as another one.</summary>
    private static bool IsDirection(char c) =>
        c
            is '\u061c'
                or '\u200e'
                or '\u200f'
                or (>= '\u202a' and <= '\u202e')
                or (>= '\u2066' and <= '\u2069');

    /// <summary>What can be said of a file before its first byte.</summary>
    /// <param name="fileName">As it would be kept.</param>
    /// <param name="bytes">Of the whole file; null when it is not known yet.</param>
    /// <param name="hasNoSecrets">The uploader confirmed it.</param>
    public static Refusal? RefuseBeforehand(string fileName, long? bytes, bool hasNoSecrets) =>
        !hasNoSecrets ? AttachmentRefusals.NotConfirmed()
        : !Characters.Fits(fileName, Attachment.FileNameMaxLength) ? AttachmentRefusals.Invalid()
        : bytes <= 0 ? AttachmentRefusals.Empty()
        : bytes > Attachment.MaxBytes ? AttachmentRefusals.TooLarge()
        : bytes is not null && !FileKinds.IsNamed(fileName)
            ? AttachmentRefusals.KindNotTaken(fileName)
        : null;

    /// <summary>Who sends: the account itself, for pieces belong to nobody else.</summary>
    /// <exception cref="PermissionDeniedException">A job sends nothing.</exception>
    public static Guid Sender(this PilotSession session) =>
        session.Actor.AccountId
        ?? throw new PermissionDeniedException($"{session.Actor.Name} sends no files.");
}
