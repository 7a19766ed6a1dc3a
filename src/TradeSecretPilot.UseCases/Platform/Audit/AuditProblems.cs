using System.Globalization;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>What a check can find, in both languages.</summary>
internal static class AuditProblems
{
    public const string Missing = "记录缺失 (row missing)";
    public const string NoHead = "链尾登记缺失 (the head of the chain is missing)";
    public const string Empty = "审计记录为空 (the trail is empty)";
    public const string NotLinked = "与上一条不相接 (does not follow its predecessor)";
    public const string HashDiffers = "内容与指纹不符 (content does not match its hash)";
    public const string NotMarked =
        "不是平台写入的记录：认证码不符 (not written by the portal: its mark does not match)";
    public const string NotSealed =
        "链条不是平台续接的：封存码不符 (not linked by the portal: its seal does not match)";
    public const string HeadDiffers =
        "链尾与登记不符 (the end of the chain does not match its head)";
    public const string Inserted = "插入的记录 (inserted row)";

    public static string Shortened(AuditAnchor anchor) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"审计记录被截短：{AuditContent.Instant(anchor.At)}的锚有{anchor.Size}条 (the trail was shortened: an anchor covers {anchor.Size} entries)"
        );

    public static string AnchorUnsigned(AuditAnchor anchor) =>
        $"锚的签名不符：{AuditContent.Instant(anchor.At)} (an anchor is not signed by a known key)";

    public static string AnchorRootDiffers(AuditAnchor anchor) =>
        $"锚的根与重新计算的不符：{AuditContent.Instant(anchor.At)} (the root of an anchor is not the trail's)";

    public static string AnchorTimeDiffers(AuditAnchor anchor) =>
        $"锚的时间戳不符：{AuditContent.Instant(anchor.At)} (the time stamp of an anchor is not of it)";

    public static string AnchorMissing(AuditAnchor anchor) =>
        $"锚文件中的锚在数据库中缺失或被改动：{AuditContent.Instant(anchor.At)} (an anchor of the file is missing or changed in the database)";

    public static string StillWaiting(string act) =>
        $"等待编号的记录超过时限：{act} (an entry waits for its place for too long)";

    public static string WaitingNotMarked(string act) =>
        $"等待编号的记录不是平台写入的：{act} (a waiting entry was not written by the portal)";

    public static string RowDiffers(string row) =>
        $"与留痕登记的摘要不符：{row} (a row is not as the trail recorded it)";

    public static string RowMissing(string row) =>
        $"留痕登记的记录缺失：{row} (a row that the trail recorded is missing)";

    public static string RowUnrecorded(string row) =>
        $"没有留痕的记录：{row} (a row that the trail knows nothing of)";

    public static string RowsUnreadable(string table, Exception e) =>
        $"记录无法读取：{table}，{e.GetType().Name} (rows cannot be read)";

    public static string ReceiptDiffers(string number) =>
        $"回执与签发它的记录不符：{number} (a receipt is not what its entry issued)";

    public static string ReceiptMissing => "签发的回执缺失 (a receipt that was issued is missing)";

    public static string CertificateDiffers(string number) =>
        $"校验证明与链条不符：{number} (a certificate does not match the chain)";
}
