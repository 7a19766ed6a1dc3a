namespace TradeSecretPilot.Web.Components;

/// <summary>What was done, in Chinese, the key of its translation, by the name under which the act is recorded.</summary>
public static class ActWords
{
    private const string Unknown = "办理了其他事项";

    private static readonly Dictionary<string, string> Words = new()
    {
        ["Application.Started"] = "建立申报草稿",
        ["Application.Saved"] = "保存方案草稿",
        ["Application.Submitted"] = "提交工作方案",
        ["Application.Withdrawn"] = "撤回了申报",
        ["Application.ReviewSaved"] = "保存初审意见",
        ["Application.Returned"] = "退回方案，要求修改",
        ["Application.CommentHandled"] = "标记退回意见已处理",
        ["Application.CommentReopened"] = "撤销退回意见的标记",
        ["Application.Recommended"] = "予以推荐",
        ["Application.Declined"] = "作出不予推荐的决定",
        ["Application.Forwarded"] = "择优上报总局",
        ["Application.Extended"] = "延长提交期限",
        ["Application.Sealed"] = "上传申报书盖章件",
        ["Application.Reinstated"] = "恢复办理",
        ["Application.Lapsed"] = "到期未提交，申报失效",
        ["Application.ExpertsAssigned"] = "分配评审专家¦已办",
        ["Application.AssignmentAccepted"] = "接受评审任务",
        ["Application.ExpertRecused"] = "申请回避",
        ["Application.ExpertReleased"] = "收回评审指派",
        ["Application.ScoresSubmitted"] = "提交评分表",
        ["Application.Appraised"] = "完成评估论证",
        ["Application.DecidedSelected"] = "决定入选",
        ["Application.DecidedNotSelected"] = "决定不入选",
        ["Application.AnnouncedSelected"] = "公布入选",
        ["Application.AnnouncedNotSelected"] = "公布结果，未入选",
        ["Batch.Created"] = "建立批次¦已办",
        ["Batch.Configured"] = "修改批次设置",
        ["Batch.Opened"] = "开放申报",
        ["Batch.Extended"] = "延长本批次期限",
        ["Batch.ProvinceExtended"] = "延长一省期限",
        ["Batch.SeatsAmended"] = "调整名额",
        ["Batch.ForwardingClosed"] = "上报截止¦已办",
        ["Batch.PanelConvened"] = "组建专家组¦已办",
        ["Batch.PanelChanged"] = "调整专家组¦已办",
        ["Batch.PanelOpened"] = "启动专家评审",
        ["Batch.AppraisalConcluded"] = "评估论证结束",
        ["Batch.SelectionProposed"] = "提请审定遴选名单",
        ["Batch.SelectionDecided"] = "审定遴选名单¦已办",
        ["Batch.PublicationOverdue"] = "公布期限已过，尚未公布",
        ["Batch.Announced"] = "公布试点名单¦已办",
        ["Batch.Launched"] = "试点启动¦已办",
        ["Batch.Concluded"] = "试点周期结束",
        ["ProvincialCall.DeadlineSet"] = "确定本省申报截止时间¦已办",
        ["ProvincialCall.Ranked"] = "排定推荐名次¦已办",
        ["ProvincialCall.Forwarded"] = "出具上报函，上报总局¦已办",
        ["ProvincialCall.Sealed"] = "上传上报函盖章件¦已办",
        ["ScoreSheet.Saved"] = "保存评分草稿",
        ["Selection.Saved"] = "保存遴选草案",
        ["File.Uploaded"] = "上传文件¦已办",
        ["Pilot.Launched"] = "试点启动¦已办",
        ["Pilot.Concluded"] = "试点期满¦已办",
        ["ProgressReport.Called"] = "开始报送进展情况报告",
        ["ProgressReport.CameDue"] = "开始报送进展情况报告",
        ["ProgressReport.FellDue"] = "开始报送进展情况报告",
        ["ProgressReport.WentMissing"] = "到期未报送进展情况报告",
        ["ProgressReport.Saved"] = "保存进展情况报告草稿",
        ["ProgressReport.Filed"] = "报送进展情况报告",
        ["ProgressReport.Acknowledged"] = "签收进展情况报告¦已办",
        ["ProgressReport.SupplementRequested"] = "要求补充材料¦已办",
    };

    private static readonly HashSet<string> Attention =
    [
        "Application.Returned",
        "Application.Declined",
        "Application.Lapsed",
        "Application.Withdrawn",
        "Application.ExpertRecused",
        "Application.ExpertReleased",
        "Batch.PublicationOverdue",
        "ProgressReport.WentMissing",
        "ProgressReport.SupplementRequested",
    ];

    /// <summary>Every act that has words of its own.</summary>
    public static IReadOnlyCollection<string> Known => Words.Keys;

    /// <summary>The words of an act; one that has none yet reads as another matter.</summary>
    public static string Of(string act) => Words.GetValueOrDefault(act, Unknown);

    public static TimelineMark MarkOf(string act) =>
        Attention.Contains(act) ? TimelineMark.Attention : TimelineMark.Done;
}
