namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>
/// What the deadlines bring about, one by one, in the order of the lifecycle: the order in which a sweep goes through them.
/// </summary>
public enum DeadlineMatter
{
    /// <summary>恢复: lapsed applications whose deadline was extended past now are given back.</summary>
    Reinstatements = 1,

    /// <summary>提交提醒.</summary>
    SubmissionReminders = 2,

    /// <summary>上报提醒.</summary>
    ForwardingReminders = 3,

    /// <summary>失效: drafts and returned plans that were not submitted in time.</summary>
    DraftLapses = 4,

    /// <summary>上报截止.</summary>
    ForwardingClosures = 5,

    /// <summary>评分提醒.</summary>
    ScoringReminders = 6,

    /// <summary>公布时限预警.</summary>
    PublicationAlarms = 7,

    /// <summary>试点启动.</summary>
    PilotLaunches = 8,

    /// <summary>开始报送: the filing window of a report opens.</summary>
    ReportCalls = 9,

    /// <summary>报送提醒.</summary>
    ReportReminders = 10,

    /// <summary>缺报.</summary>
    MissingReports = 11,

    /// <summary>试点期满.</summary>
    PilotConclusions = 12,
}
