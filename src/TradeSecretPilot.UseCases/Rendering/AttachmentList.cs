using System.Globalization;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Rendering;

/// <summary>The files that go with a plan or a report, as its document lists them.</summary>
internal static class AttachmentList
{
    private const int FingerprintShown = 16;

    /// <summary>The names for 附件说明 (GB/T 9704-2012, 7.3.4).</summary>
    public static IReadOnlyList<string> NamesOf(IReadOnlyList<Attachment> attachments) =>
        [.. attachments.Select(NameOf)];

    /// <summary>The files with their fingerprints; null when there are none.</summary>
    public static Table? Of(IReadOnlyList<Attachment> attachments, string caption) =>
        attachments.Count == 0
            ? null
            : new Table(
                [
                    new("序号", 8, Align.Center),
                    new("附件名称", 32),
                    new("文件", 28),
                    new("大小", 12, Align.Right),
                    new("文件校验码（前16位）", 20, Align.Center),
                ],
                [
                    .. attachments.Select(
                        (a, i) =>
                            (IReadOnlyList<string>)
                                [
                                    (i + 1).ToString(CultureInfo.InvariantCulture),
                                    NameOf(a),
                                    a.FileName,
                                    OfficialWords.Size(a.Bytes),
                                    a.Sha256[..FingerprintShown],
                                ]
                    ),
                ]
            )
            {
                Caption = caption,
                Note = "文件随本件在平台保存，内容以文件校验码（SHA-256）为准。",
            };

    private static string NameOf(Attachment attachment) =>
        attachment.Title.Length > 0
            ? attachment.Title
            : Path.GetFileNameWithoutExtension(attachment.FileName);
}
