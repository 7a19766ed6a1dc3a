using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Wording;

/// <summary>The acts of audit trail and timeline. The English follows the name of who acted.</summary>
public static partial class Terms
{
    /// <param name="act">Null for one that is stored under a code this version does not know.</param>
    public static Term Of(Act? act) =>
        act is { } known ? Of(known) : new("办理了其他事项", "did something else");

    public static Term Of(Act act) =>
        act switch
        {
            Act.ApplicationStarted => new("建立申报草稿", "started the application"),
            Act.ApplicationSaved => new("保存方案草稿", "saved the draft"),
            Act.ApplicationRestored => new("恢复较早的方案草稿", "restored an earlier draft"),
            Act.ApplicationSubmitted => new("提交工作方案", "submitted the work plan"),
            Act.ApplicationWithdrawn => new("撤回了申报", "withdrew the application"),
            Act.ApplicationReviewSaved => new("保存初审意见", "saved the review"),
            Act.ApplicationReturned => new("退回方案，要求修改", "returned the plan for revision"),
            Act.ApplicationCommentHandled => new(
                "标记退回意见已处理",
                "marked a return comment as dealt with"
            ),
            Act.ApplicationCommentReopened => new(
                "撤销退回意见的标记",
                "took back the mark on a return comment"
            ),
            Act.ApplicationRecommended => new("予以推荐", "recommended it"),
            Act.ApplicationDeclined => new("作出不予推荐的决定", "declined it"),
            Act.ApplicationForwarded => new("择优上报总局", "forwarded it to SAMR"),
            Act.ApplicationExtended => new("延长提交期限", "extended the deadline"),
            Act.ApplicationSealed => new("上传申报书盖章件", "uploaded a sealed copy of the plan"),
            Act.ApplicationLapsed => new("到期未提交，申报失效", "lapsed at the deadline"),
            Act.ApplicationReinstated => new("恢复办理", "reinstated it"),
            Act.ApplicationExpertsAssigned => new("分配评审专家", "assigned experts"),
            Act.ApplicationAssignmentAccepted => new("接受评审任务", "accepted the assignment"),
            Act.ApplicationExpertRecused => new("申请回避", "recused from it"),
            Act.ApplicationExpertReleased => new("收回评审指派", "took the assignment back"),
            Act.ApplicationScoresSubmitted => new("提交评分表", "submitted the score sheet"),
            Act.ApplicationAppraised => new("完成评估论证", "appraised it"),
            Act.ApplicationDecidedSelected => new("决定入选", "decided: selected"),
            Act.ApplicationDecidedNotSelected => new("决定不入选", "decided: not selected"),
            Act.ApplicationAnnouncedSelected => new("公布入选", "published: selected"),
            Act.ApplicationAnnouncedNotSelected => new(
                "公布结果，未入选",
                "published: not selected"
            ),
            Act.BatchCreated => new("建立批次", "created the batch"),
            Act.BatchConfigured => new("修改批次设置", "changed the batch"),
            Act.BatchDiscarded => new("放弃筹备批次", "gave up preparing the batch"),
            Act.BatchOpened => new("开放申报", "opened the batch"),
            Act.BatchExtended => new("延长本批次期限", "extended the batch"),
            Act.BatchProvinceExtended => new("延长一省期限", "extended a province"),
            Act.BatchSeatsAmended => new("调整名额", "amended the seats"),
            Act.BatchForwardingClosed => new("上报截止", "forwarding closed"),
            Act.BatchPanelConvened => new("组建专家组", "convened the expert panel"),
            Act.BatchPanelChanged => new("调整专家组", "changed the panel"),
            Act.BatchPanelOpened => new("公开专家评分", "opened the scores to the panel"),
            Act.BatchExpertsUrged => new("催办专家评分", "urged experts to score"),
            Act.BatchAppraisalConcluded => new("评估论证结束", "concluded the appraisal"),
            Act.BatchSelectionProposed => new("提请审定遴选名单", "proposed the selection"),
            Act.BatchSelectionDecided => new("审定遴选名单", "decided the selection"),
            Act.BatchPublicationOverdue => new("公布期限已过，尚未公布", "publication is overdue"),
            Act.BatchAnnounced => new("公布试点名单", "published the list of pilots"),
            Act.BatchLaunched => new("试点启动", "the pilot started"),
            Act.BatchConcluded => new("试点周期结束", "the pilots ended"),
            Act.ProvincialCallDeadlineSet => new(
                "确定本省申报截止时间",
                "set the province's own deadline"
            ),
            Act.ProvincialCallRanked => new("排定推荐名次", "ranked the recommendations"),
            Act.ProvincialCallForwarded => new(
                "出具上报函，上报总局",
                "forwarded with the letter to SAMR"
            ),
            Act.ProvincialCallSealed => new(
                "上传上报函盖章件",
                "uploaded a sealed copy of the letter"
            ),
            Act.ScoreSheetSaved => new("保存评分草稿", "saved the scores"),
            Act.SelectionSaved => new("保存遴选草案", "saved the selection"),
            Act.PilotLaunched => new("试点启动", "the pilot started"),
            Act.PilotConcluded => new("试点期满", "the pilot concluded"),
            Act.ProgressReportFellDue => new(
                "开始报送进展情况报告",
                "called for the progress report"
            ),
            Act.ProgressReportWentMissing => new(
                "到期未报送进展情况报告",
                "the progress report went missing"
            ),
            Act.ProgressReportSaved => new("保存进展情况报告草稿", "saved the progress report"),
            Act.ProgressReportRestored => new(
                "恢复较早的报告草稿",
                "restored an earlier draft of the report"
            ),
            Act.ProgressReportFiled => new("报送进展情况报告", "filed the progress report"),
            Act.ProgressReportAcknowledged => new(
                "签收进展情况报告",
                "acknowledged the progress report"
            ),
            Act.ProgressReportSupplementRequested => new("要求补充材料", "asked for a supplement"),
            Act.AccountCreated => new("建立账号", "created the account"),
            Act.AccountDisabled => new(
                "停用账号，其登录随之结束",
                "disabled the account, which ended its sessions"
            ),
            Act.AccountEnabled => new("启用账号", "enabled the account"),
            Act.AccountLocked => new(
                "锁定账号，其登录随之结束",
                "locked the account, which ended its sessions"
            ),
            Act.AccountUnlocked => new("解锁账号", "unlocked the account"),
            Act.AccountPasswordReset => new(
                "重置密码，原有登录随之结束",
                "reset the password, which ended its sessions"
            ),
            Act.AccountTwoFactorReset => new(
                "重置第二步验证，原有登录随之结束",
                "reset the second factor, which ended its sessions"
            ),
            Act.AccountLetterPrinted => new("打印密封信", "printed the sealed letter"),
            Act.AccountDetailsChanged => new("更改本人资料", "changed the own details"),
            Act.AccountMailChangeAsked => new(
                "申请更改邮箱，等待确认",
                "asked for another mail address, to be confirmed"
            ),
            Act.AccountMailChanged => new("确认新邮箱", "confirmed the new mail address"),
            Act.AccountMailChangeDropped => new(
                "放弃更改邮箱",
                "gave up the change of the mail address"
            ),
            Act.ConsentAsked => new("提出同意事项", "asked for consent"),
            Act.ConsentGiven => new("同意办理", "gave consent"),
            Act.ConsentRefused => new("不同意办理", "refused consent"),
            Act.ConsentWithdrawn => new("撤回同意事项", "withdrew a request for consent"),
            Act.SignInSucceeded => new("登录", "signed in"),
            Act.SignInFailed => new("登录失败", "failed to sign in"),
            Act.SignInSecondFactorFailed => new("第二步验证失败", "failed the second factor"),
            Act.SignInLockedOut => new("登录被锁定", "was locked out"),
            Act.SignInDisabled => new("停用账号尝试登录", "tried to sign in to a disabled account"),
            Act.SignInEnded => new("结束了其他登录", "ended other sessions"),
            Act.SignInReplaced => new(
                "登录被同一浏览器的新登录取代",
                "had a session replaced by a new one in the same browser"
            ),
            Act.SignInPasswordChanged => new(
                "修改了密码，其他登录随之结束",
                "changed the password, which ended other sessions"
            ),
            Act.SignInPasswordRefused => new("输错当前密码", "gave a wrong present password"),
            Act.SignInSecondFactorEnabled => new("开启第二步验证", "turned the second step on"),
            Act.SignInSecondFactorDisabled => new("关闭第二步验证", "turned the second step off"),
            Act.SignInRecoveryCodesRenewed => new("重新生成恢复码", "renewed the recovery codes"),
            Act.SignInPasswordSet => new(
                "凭一次性链接设置密码",
                "set a password by a one-time link"
            ),
            Act.SignInLinkRefused => new(
                "一次性链接或验证码不符",
                "gave a wrong or expired one-time link"
            ),
            Act.SignInByPasskey => new("用通行密钥登录", "signed in with a passkey"),
            Act.SignInPasskeyFailed => new("通行密钥验证失败", "failed with a passkey"),
            Act.SignInPasskeyAdded => new("添加了通行密钥", "added a passkey"),
            Act.SignInPasskeyRemoved => new("删除了通行密钥", "removed a passkey"),
            Act.SignInSignedOut => new("退出登录", "signed out"),
            Act.OrganizationCreated => new("建立单位", "created the organisation"),
            Act.OrganizationRegulatorsEnsured => new(
                "建立省级单位",
                "created the provincial regulators"
            ),
            Act.DivisionAdded => new("新增功能区", "added a functional zone"),
            Act.DeadlineLapseDraft => Of(DueActionKind.LapseDraft),
            Act.DeadlineCloseForwarding => Of(DueActionKind.CloseForwarding),
            Act.DeadlineAlarmPublication => Of(DueActionKind.AlarmPublication),
            Act.DeadlineLaunchPilots => Of(DueActionKind.LaunchPilots),
            Act.DeadlineCallReport => Of(DueActionKind.CallReport),
            Act.DeadlineMarkMissing => Of(DueActionKind.MarkMissing),
            Act.DeadlineConcludePilots => Of(DueActionKind.ConcludePilots),
            Act.DeadlineRemindSubmission => Of(DueActionKind.RemindSubmission),
            Act.DeadlineRemindForwarding => Of(DueActionKind.RemindForwarding),
            Act.DeadlineRemindReport => Of(DueActionKind.RemindReport),
            Act.DeadlineRemindScoring => Of(DueActionKind.RemindScoring),
            Act.DeadlineStalled => new(
                "到期事项多次未能办理",
                "could not do what is due, several times"
            ),
            Act.BundleRequested => new("申请打包下载", "asked for a bundle"),
            Act.BundleBegun => new("开始打包", "began a bundle"),
            Act.BundleMade => new("完成打包", "made a bundle"),
            Act.BundleFailed => new("打包未成", "could not make a bundle"),
            Act.BundleCancelled => new("取消打包", "cancelled a bundle"),
            Act.BundleExpired => new("清理过期的打包文件", "removed an expired bundle"),
            Act.BundleRetried => new("重试打包", "asked for a bundle again"),
            Act.MailTestSent => new("发送测试邮件", "sent a test mail"),
            Act.MailTestFailed => new("测试邮件未寄出", "could not send a test mail"),
            Act.JobCommanded => new("手动操作后台任务", "commanded background jobs by hand"),
            Act.ClockApart => new(
                "节点时钟与数据库不一致",
                "found a node's clock apart from the database's"
            ),
            Act.ClockTogether => new("节点时钟恢复一致", "found a node's clock right again"),
            Act.FileUploaded => new("上传文件", "uploaded a file"),
            Act.FileFound => new("确认文件在用", "found an uploaded file in use"),
            Act.FileSetAside => new(
                "搁置未随文本保存的文件",
                "set aside a file never saved with a text"
            ),
            Act.FileRemoved => new(
                "清理未随文本保存的文件",
                "removed a file never saved with a text"
            ),
            Act.FileCleanedUp => new(
                "清理没有登记或未写完的文件",
                "removed files without a record or end"
            ),
            Act.AuditChecked => new("夜间核验审计记录", "checked the audit chain"),
            Act.AuditCheckFailed => new("夜间核验审计记录未通过", "found the audit chain broken"),
            Act.AuditCertified => new("出具审计校验证明", "issued an audit certificate"),
            Act.AuditSearchSaved => new("保存审计查询", "saved a search of the audit trail"),
            Act.AuditSearchDeleted => new("删除审计查询", "deleted a search of the audit trail"),
            Act.PlanRead => new("查阅工作方案", "read the work plan"),
            Act.ScoresRead => new("查阅评分", "read scores"),
            Act.ReportRead => new("查阅进展情况报告", "read the progress report"),
            Act.DocumentRead => new("查阅文书", "read a document"),
            Act.DocumentTaken => new("下载文书", "downloaded a document"),
            Act.ListTaken => new("导出列表", "exported a list"),
            Act.TemplateTaken => new("下载填报模板", "downloaded a template"),
            Act.FileTaken => new("下载附件", "downloaded a file"),
            Act.BundleTaken => new("下载打包文件", "downloaded a bundle"),
            Act.SettingsChanged => new(
                "系统设置与上次记录不同",
                "settings differ from those last recorded"
            ),
            Act.AuditSealed => new("封存审计记录", "sealed the audit trail"),
            Act.AuditAnchored => new("公布审计记录的根", "published a root of the audit trail"),
            Act.SampleSeeded => new("写入示例数据", "wrote the sample data"),
            Act.DemoClockMoved => new("调整演示时钟", "moved the demonstration's clock"),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };

    public static Term Of(ActOutcome outcome) =>
        outcome switch
        {
            ActOutcome.Done => new("完成", "Done"),
            ActOutcome.Refused => new("被拒", "Refused"),
            ActOutcome.Failed => new("未成", "Failed"),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    public static Term Of(ActGroup group) =>
        group switch
        {
            ActGroup.Application => new("申报", "Applications"),
            ActGroup.Batch => new("批次", "Batches"),
            ActGroup.ProvincialCall => new("省级上报", "Provincial calls"),
            ActGroup.ScoreSheet => new("评分", "Scoring"),
            ActGroup.Selection => new("遴选", "Selection"),
            ActGroup.Pilot => new("试点", "Pilots"),
            ActGroup.ProgressReport => new("进展报告", "Progress reports"),
            ActGroup.Account => new("账号", "Accounts"),
            ActGroup.SignIn => new("登录", "Sign-in"),
            ActGroup.Organization => new("单位", "Organisations"),
            ActGroup.Division => new("行政区划", "Divisions"),
            ActGroup.Deadline => new("到期事项", "Due actions"),
            ActGroup.Bundle => new("打包下载", "Bundles"),
            ActGroup.Mail => new("测试邮件", "Test mail"),
            ActGroup.Job => new("后台任务", "Background jobs"),
            ActGroup.Clock => new("时钟", "Clocks"),
            ActGroup.File => new("文件", "Files"),
            ActGroup.Audit => new("审计记录", "Audit trail"),
            ActGroup.Reading => new("查阅", "Reading"),
            ActGroup.Download => new("导出和下载", "Exports and downloads"),
            ActGroup.Settings => new("系统设置", "Settings"),
            ActGroup.Demonstration => new("演示", "Demonstration"),
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };
}
