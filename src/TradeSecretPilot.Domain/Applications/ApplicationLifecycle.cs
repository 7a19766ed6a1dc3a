namespace TradeSecretPilot.Domain.Applications;

/// <summary>Status of an application 申报.</summary>
public enum ApplicationStatus
{
    /// <summary>草稿.</summary>
    Draft = 1,

    /// <summary>待初审.</summary>
    Submitted = 2,

    /// <summary>退回修改.</summary>
    Returned = 3,

    /// <summary>不予推荐.</summary>
    Declined = 4,

    /// <summary>已推荐.</summary>
    Recommended = 5,

    /// <summary>已上报.</summary>
    Forwarded = 6,

    /// <summary>已评估.</summary>
    Appraised = 7,

    /// <summary>入选.</summary>
    Selected = 8,

    /// <summary>未入选.</summary>
    NotSelected = 9,

    /// <summary>已失效.</summary>
    Lapsed = 10,

    /// <summary>已撤回.</summary>
    Withdrawn = 11,
}

/// <summary>What can be done to an application.</summary>
public enum ApplicationAct
{
    Edit = 1,
    Submit = 2,
    Return = 3,
    Decline = 4,
    Recommend = 5,
    Forward = 6,
    Appraise = 7,
    Select = 8,
    Reject = 9,
    Lapse = 10,
    Reinstate = 11,
    Withdraw = 12,
    Extend = 13,

    /// <summary>未列入上报: its province sent its one letter without it.</summary>
    LeaveOut = 14,
}

public static class ApplicationLifecycle
{
    public static TransitionTable<ApplicationStatus, ApplicationAct> Table { get; } =
        new([
            (ApplicationStatus.Draft, ApplicationAct.Edit, ApplicationStatus.Draft),
            (ApplicationStatus.Returned, ApplicationAct.Edit, ApplicationStatus.Returned),
            (ApplicationStatus.Draft, ApplicationAct.Submit, ApplicationStatus.Submitted),
            (ApplicationStatus.Returned, ApplicationAct.Submit, ApplicationStatus.Submitted),
            (ApplicationStatus.Submitted, ApplicationAct.Return, ApplicationStatus.Returned),
            (ApplicationStatus.Submitted, ApplicationAct.Decline, ApplicationStatus.Declined),
            (ApplicationStatus.Submitted, ApplicationAct.Recommend, ApplicationStatus.Recommended),
            (ApplicationStatus.Recommended, ApplicationAct.Forward, ApplicationStatus.Forwarded),
            (ApplicationStatus.Forwarded, ApplicationAct.Appraise, ApplicationStatus.Appraised),
            (ApplicationStatus.Appraised, ApplicationAct.Select, ApplicationStatus.Selected),
            (ApplicationStatus.Appraised, ApplicationAct.Reject, ApplicationStatus.NotSelected),
            (ApplicationStatus.Draft, ApplicationAct.Lapse, ApplicationStatus.Lapsed),
            (ApplicationStatus.Returned, ApplicationAct.Lapse, ApplicationStatus.Lapsed),
            (ApplicationStatus.Draft, ApplicationAct.LeaveOut, ApplicationStatus.Lapsed),
            (ApplicationStatus.Returned, ApplicationAct.LeaveOut, ApplicationStatus.Lapsed),
            (ApplicationStatus.Submitted, ApplicationAct.LeaveOut, ApplicationStatus.Lapsed),
            (ApplicationStatus.Recommended, ApplicationAct.LeaveOut, ApplicationStatus.Lapsed),
            // The status it returns to is the one it lapsed from: see Application.Reinstate.
            (ApplicationStatus.Lapsed, ApplicationAct.Reinstate, ApplicationStatus.Draft),
            (ApplicationStatus.Draft, ApplicationAct.Withdraw, ApplicationStatus.Withdrawn),
            (ApplicationStatus.Submitted, ApplicationAct.Withdraw, ApplicationStatus.Withdrawn),
            (ApplicationStatus.Returned, ApplicationAct.Withdraw, ApplicationStatus.Withdrawn),
            (ApplicationStatus.Recommended, ApplicationAct.Withdraw, ApplicationStatus.Withdrawn),
            (ApplicationStatus.Draft, ApplicationAct.Extend, ApplicationStatus.Draft),
            (ApplicationStatus.Returned, ApplicationAct.Extend, ApplicationStatus.Returned),
            // Submitted: the province may return it in the time it is given.
            (ApplicationStatus.Submitted, ApplicationAct.Extend, ApplicationStatus.Submitted),
            (ApplicationStatus.Lapsed, ApplicationAct.Extend, ApplicationStatus.Lapsed),
        ]);
}
