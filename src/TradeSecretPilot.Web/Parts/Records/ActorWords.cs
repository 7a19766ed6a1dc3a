using Microsoft.Extensions.Localization;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Parts.Records;

/// <summary>Who did something, as a reader is told: a person with the organisation, or a job by its name.</summary>
public static class ActorWords
{
    public const string Outbox = "发件箱";
    public const string Installation = "首次安装";

    /// <summary>The names under which jobs act and are recorded, and the keys of their translations.</summary>
    private static readonly Dictionary<string, string> Jobs = new()
    {
        [DeadlineSweep.Job] = "时限扫描",
        [RecordSignIn.Job] = "登录¦系统",
        [CheckAudit.Job] = "审计核验",
        [RecordClock.Job] = "时钟核对",
        [AnchorAudit.Job] = "审计锚定",
        [SealAudit.Job] = "审计封存",
        [FetchBatchRecords.Job] = "归档导出",
        [VerifyRecords.Job] = "数据检查",
        [RemoveOrphanedFiles.Job] = "清理文件",
        [BundleMaker.Job] = "打包下载",
        [Outbox] = "发件箱",
        [DetectDemonstration.Job] = "演示",
        [RecordSettings.Job] = "启动¦系统",
        [Installation] = "首次安装",
    };

    /// <summary>A person's name stays as it is in every language; a job's is translated.</summary>
    public static string Name(IStringLocalizer l, string actor) =>
        Jobs.TryGetValue(actor, out var job) ? l[job].Value : actor;

    public static string Who(IStringLocalizer l, string? organization, string actor) =>
        organization is null ? Name(l, actor) : l["{0}（{1}）", actor, organization].Value;
}
