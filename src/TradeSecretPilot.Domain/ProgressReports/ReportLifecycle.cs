namespace TradeSecretPilot.Domain.ProgressReports;

/// <summary>Status of a report obligation. Missing, nil and filed are three states; nil is a filed report that says so.</summary>
public enum ReportStatus
{
    /// <summary>未到期.</summary>
    NotDue = 1,

    /// <summary>待报送.</summary>
    Due = 2,

    /// <summary>缺报.</summary>
    Missing = 3,

    /// <summary>已报送.</summary>
    Filed = 4,

    /// <summary>待补充: at least one addressee asked for a supplement.</summary>
    Supplement = 5,

    /// <summary>已签收 by both addressees.</summary>
    Acknowledged = 6,
}

public enum ReportAct
{
    Edit = 1,
    File = 2,
    FallDue = 3,
    GoMissing = 4,
    Acknowledge = 5,
    RequestSupplement = 6,
}

public static class ReportLifecycle
{
    public static TransitionTable<ReportStatus, ReportAct> Table { get; } =
        new([
            (ReportStatus.NotDue, ReportAct.Edit, ReportStatus.NotDue),
            (ReportStatus.Due, ReportAct.Edit, ReportStatus.Due),
            (ReportStatus.Missing, ReportAct.Edit, ReportStatus.Missing),
            (ReportStatus.Supplement, ReportAct.Edit, ReportStatus.Supplement),
            (ReportStatus.NotDue, ReportAct.File, ReportStatus.Filed),
            (ReportStatus.Due, ReportAct.File, ReportStatus.Filed),
            (ReportStatus.Missing, ReportAct.File, ReportStatus.Filed),
            (ReportStatus.Supplement, ReportAct.File, ReportStatus.Filed),
            (ReportStatus.NotDue, ReportAct.FallDue, ReportStatus.Due),
            (ReportStatus.NotDue, ReportAct.GoMissing, ReportStatus.Missing),
            (ReportStatus.Due, ReportAct.GoMissing, ReportStatus.Missing),
            // The addressees act each on its own: one may acknowledge while the other waits for a supplement.
            (ReportStatus.Filed, ReportAct.Acknowledge, ReportStatus.Filed),
            (ReportStatus.Supplement, ReportAct.Acknowledge, ReportStatus.Supplement),
            (ReportStatus.Filed, ReportAct.RequestSupplement, ReportStatus.Supplement),
            (ReportStatus.Supplement, ReportAct.RequestSupplement, ReportStatus.Supplement),
        ]);
}

/// <summary>报送总局和所在地省级部门: one filing, two addressees (四（三）).</summary>
public enum Addressee
{
    National = 1,
    Provincial = 2,
}

public enum AcknowledgementStatus
{
    /// <summary>Nothing filed, or not yet looked at.</summary>
    Pending = 1,

    /// <summary>已签收.</summary>
    Acknowledged = 2,

    /// <summary>要求补充材料.</summary>
    SupplementRequested = 3,
}
