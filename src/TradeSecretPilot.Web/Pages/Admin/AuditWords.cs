using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>The acts of the audit trail in words: those of records, and those of the portal itself.</summary>
public static class AuditWords
{
    private const string Due = "Deadline.";

    private static readonly Dictionary<string, string> Words = new()
    {
        ["Account.Created"] = "建立账号",
        ["Account.Disabled"] = "停用账号",
        ["Account.Enabled"] = "启用账号",
        ["Account.Locked"] = "锁定账号",
        ["Account.Unlocked"] = "解锁账号",
        ["Account.PasswordReset"] = "重置密码",
        ["Account.TwoFactorReset"] = "重置第二步验证",
        ["Organization.Created"] = "建立单位",
        ["Organization.RegulatorsEnsured"] = "建立省级单位",
        ["Division.Added"] = "新增功能区",
        ["Sample.Seeded"] = "写入示例数据",
        ["DemoClock.Moved"] = "调整演示时钟",
        ["Bundle.Requested"] = "申请打包下载",
        ["Bundle.Begun"] = "开始打包",
        ["Bundle.Made"] = "完成打包",
        ["Bundle.Failed"] = "打包未成",
        ["Bundle.Cancelled"] = "取消打包",
        ["Bundle.Expired"] = "清理过期的打包文件",
        ["Audit.Certified"] = "出具审计校验证明",
    };

    /// <summary>Kinds of acts by the beginning of their names.</summary>
    public static IReadOnlyList<(string Prefix, string Word)> Kinds { get; } =
    [
        ("Application.", "申报"),
        ("Batch.", "批次"),
        ("ProvincialCall.", "省级上报"),
        ("ScoreSheet.", "评分"),
        ("Selection.", "遴选"),
        ("Pilot.", "试点"),
        ("ProgressReport.", "进展报告"),
        ("Account.", "账号"),
        ("Organization.", "单位"),
        ("Division.", "行政区划"),
        ("Deadline.", "到期事项"),
        ("Bundle.", "打包下载"),
    ];

    public static string Of(string act) =>
        act.StartsWith(Due, StringComparison.Ordinal)
        && Enum.TryParse<DueActionKind>(act[Due.Length..], out var kind)
            ? AdminWords.Of(kind)
            : Words.GetValueOrDefault(act) ?? ActWords.Of(act);
}
