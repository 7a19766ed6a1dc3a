using Microsoft.Extensions.Localization;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Inbox;

/// <summary>The lines of the inbox in words.</summary>
public static class TaskWords
{
    /// <summary>What is to be done, on which record.</summary>
    public static string Title(TaskItem task, IStringLocalizer l) =>
        task.Kind switch
        {
            TaskKind.StartApplication => l["开始本批次试点申报"],
            TaskKind.CompletePlan => l["完成工作方案，还差{0}项", task.Number ?? 0],
            TaskKind.RevisePlan => l["按退回意见修改工作方案，重新提交"],
            TaskKind.SubmitPlan => l["以政府名义提交工作方案"],
            TaskKind.ReviewPlan => task.Number > 1
                ? l["复审 {0} 创新试点工作方案", task.RegionName ?? ""]
                : l["初审 {0} 创新试点工作方案", task.RegionName ?? ""],
            TaskKind.SetDeadline => l["确定本省申报截止时间"],
            TaskKind.RankPlans => l["为{0}个已推荐地区排定名次", task.Number ?? 0],
            TaskKind.ForwardLetter => l["起草上报函，上报{0}个地区", task.Number ?? 0],
            TaskKind.OpenBatch => l["设置并开放批次"],
            TaskKind.ConvenePanel => l["组建专家组"],
            TaskKind.AssignExperts => l["为{0}件方案分配评审专家", task.Number ?? 0],
            TaskKind.ConcludeAppraisal => l["汇总评分，结束评估论证"],
            TaskKind.DraftSelection => l["拟定遴选名单"],
            TaskKind.DecideSelection => l["审定遴选名单"],
            TaskKind.Publish => l["公布试点名单"],
            TaskKind.RespondToAssignment => l["答复 {0} 方案的评审任务", task.RegionName ?? ""],
            TaskKind.ScorePlan => l["评审 {0} 创新试点工作方案", task.RegionName ?? ""],
            TaskKind.WriteReport => l["填写第{0}期进展情况报告", task.Number ?? 0],
            TaskKind.FileReport => l["报送第{0}期进展情况报告", task.Number ?? 0],
            TaskKind.SupplementReport => l["补充第{0}期进展情况报告", task.Number ?? 0],
            TaskKind.AcknowledgeReport => l[
                "签收 {0} 第{1}期进展情况报告",
                task.RegionName ?? "",
                task.Number ?? 0
            ],
            TaskKind.DecideConsent => l["决定是否同意：账号 {0}", task.RegionName ?? ""],
            _ => throw new ArgumentOutOfRangeException(nameof(task), task.Kind, null),
        };

    /// <summary>The second line: what was said, since when it waits, or what to know before starting.</summary>
    public static string Note(TaskItem task, IStringLocalizer l, DateTimeOffset now)
    {
        if (!string.IsNullOrWhiteSpace(task.Note))
        {
            return task.Note;
        }

        var since = task.Since is { } at ? BeijingText.Stamp(at, now, seconds: false) : null;
        return (task.Kind, since) switch
        {
            (TaskKind.ReviewPlan, not null) => l["{0} 第{1}次提交", since, task.Number ?? 1],
            (TaskKind.CompletePlan, not null) => l["上次保存 {0}，草稿随写随存", since],
            (TaskKind.AcknowledgeReport, not null) => l["{0} 报送", since],
            (TaskKind.DecideConsent, not null) => l["{0} 提出", since],
            (TaskKind.RespondToAssignment or TaskKind.ScorePlan, not null) => l["{0} 分配", since],
            _ => l[Hint(task.Kind)],
        };
    }

    /// <summary>The button of the line.</summary>
    public static string Verb(TaskItem task) =>
        task.Kind switch
        {
            TaskKind.StartApplication => "开始申报",
            TaskKind.CompletePlan => "继续填写",
            TaskKind.RevisePlan => "去修改",
            TaskKind.SubmitPlan => "去提交",
            TaskKind.ReviewPlan => task.Number > 1 ? "开始复审" : "开始初审",
            TaskKind.SetDeadline => "去确定",
            TaskKind.RankPlans => "去排序",
            TaskKind.ForwardLetter => "去起草",
            TaskKind.OpenBatch => "去设置",
            TaskKind.ConvenePanel => "去组建",
            TaskKind.AssignExperts => "去分配",
            TaskKind.ConcludeAppraisal => "去汇总",
            TaskKind.DraftSelection => "去拟定",
            TaskKind.DecideSelection => "去审定",
            TaskKind.Publish => "去公布",
            TaskKind.RespondToAssignment => "去答复",
            TaskKind.ScorePlan => "去评审",
            TaskKind.WriteReport => "去填写",
            TaskKind.FileReport => "去报送",
            TaskKind.SupplementReport => "去补充",
            TaskKind.AcknowledgeReport => "去签收",
            TaskKind.DecideConsent => "去决定",
            _ => throw new ArgumentOutOfRangeException(nameof(task), task.Kind, null),
        };

    /// <summary>What others have to do before the reader can go on.</summary>
    public static string Awaited(TaskKind kind) =>
        kind switch
        {
            TaskKind.StartApplication => "开始申报",
            TaskKind.CompletePlan => "完成工作方案",
            TaskKind.RevisePlan => "修改后重新提交",
            TaskKind.SubmitPlan => "审定并提交工作方案",
            TaskKind.ReviewPlan => "初审工作方案",
            TaskKind.SetDeadline => "确定本省申报截止时间",
            TaskKind.RankPlans => "排定推荐名次",
            TaskKind.ForwardLetter => "出具上报函，上报总局",
            TaskKind.OpenBatch => "开放批次",
            TaskKind.ConvenePanel => "组建专家组",
            TaskKind.AssignExperts => "分配评审专家",
            TaskKind.ConcludeAppraisal => "结束评估论证",
            TaskKind.DraftSelection => "拟定遴选名单",
            TaskKind.DecideSelection => "审定遴选名单",
            TaskKind.Publish => "评估论证后公布试点名单",
            TaskKind.RespondToAssignment => "答复评审任务",
            TaskKind.ScorePlan => "评审打分",
            TaskKind.WriteReport => "填写进展情况报告",
            TaskKind.FileReport => "补报进展情况报告",
            TaskKind.SupplementReport => "补充进展情况报告",
            TaskKind.AcknowledgeReport => "签收进展情况报告",
            TaskKind.DecideConsent => "决定是否同意",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    private static string Hint(TaskKind kind) =>
        kind switch
        {
            TaskKind.StartApplication => "工作方案分三部分，随写随存，可以多次退出再继续",
            TaskKind.CompletePlan => "草稿随写随存，齐全后由审定人提交",
            TaskKind.RevisePlan => "意见列在对应内容旁边",
            TaskKind.SubmitPlan => "内容已齐全，提交后生成回执",
            TaskKind.ReviewPlan => "核对清单、填写意见后推荐或退回",
            TaskKind.SetDeadline => "不得晚于上报截止，确定后各地区可见",
            TaskKind.RankPlans => "名次随上报函报总局",
            TaskKind.ForwardLetter => "全省一函，上报后不能再增减地区",
            TaskKind.OpenBatch => "时间、名额、指标和权重都在批次中设置",
            TaskKind.ConvenePanel => "确定成员和评分截止日期",
            TaskKind.AssignExperts => "系统先给出分配建议，回避关系自动排除",
            TaskKind.ConcludeAppraisal => "评分表已全部交回",
            TaskKind.DraftSelection => "名额范围见批次设置",
            TaskKind.DecideSelection => "工作组已提请审定",
            TaskKind.Publish => "公布后各地区和社会公众可见",
            TaskKind.RespondToAssignment => "先声明有无需要回避的情形，再打开方案",
            TaskKind.ScorePlan => "按五项指标评分并写明理由",
            TaskKind.WriteReport => "草稿随写随存，可带入上期数据",
            TaskKind.FileReport => "同时报送总局和所在地省级部门",
            TaskKind.SupplementReport => "按签收单位的要求补充",
            TaskKind.AcknowledgeReport => "签收，或提出补充要求",
            TaskKind.DecideConsent => "核对账号、角色和理由后同意或不同意",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
