using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.Web.Pages.Inbox;

/// <summary>What comes next for someone whose inbox is empty: Chinese, the key of its translation.</summary>
public static class InboxNext
{
    public static string Of(Role role, BatchStage? stage, bool othersAct) =>
        role switch
        {
            Role.SystemAdmin =>
                "需要建立单位或账号时，请从上方“单位”“账号管理”进入；运行情况每天查看一次。",
            Role.SecurityAdmin => "账号被锁定或需要重设第二验证时，请从上方“账号安全”进入。",
            Role.AuditAdmin => "请定期在“审计记录”中核验留痕是否完整。",
            Role.Expert => "有方案分配给您评审时，会列在这里并发通知。",
            _ when othersAct => "下一步由下方列出的单位办理，办完后会通知您。",
            _ => OfStage(role, stage),
        };

    private static string OfStage(Role role, BatchStage? stage) =>
        (role, stage) switch
        {
            (_, null) => "新一批次开放后，需要办理的事项会列在这里。",
            (_, BatchStage.Preparing) => "批次正在筹备，开放申报后会通知各单位。",
            (Role.ProvincialReviewer or Role.ProvincialApprover, BatchStage.Open) =>
                "地方提交工作方案后，会列在这里等待初审。",
            (Role.Drafter or Role.LocalApprover, BatchStage.Open) =>
                "本单位的申报已办结；进展可在“试点申报”中查看。",
            (_, BatchStage.Open) => "各省正在组织申报，上报进度可随时查看。",
            (_, BatchStage.Appraising or BatchStage.Selecting or BatchStage.Decided) =>
                "正在评估论证和遴选，结果公布后会通知您。",
            (_, BatchStage.Announced) => "名单已公布，试点启动后会建立各次进展情况报告。",
            (_, BatchStage.Running) => "下一次进展情况报告到期前30天，会列在这里提醒。",
            _ => "本批次已结束。",
        };
}
