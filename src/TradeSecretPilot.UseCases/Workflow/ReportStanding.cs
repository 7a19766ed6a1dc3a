using System.Linq.Expressions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>Whose turn it is on a report, as the reader may know it.</summary>
public enum ReportNextActor
{
    /// <summary>Nobody: not due yet, or acknowledged by both addressees.</summary>
    None = 0,

    /// <summary>The reader.</summary>
    Me = 1,

    /// <summary>试点地区: to file, or to file a supplement.</summary>
    Region = 2,

    /// <summary>省级市场监管部门: to acknowledge.</summary>
    Province = 3,

    /// <summary>市场监管总局: to acknowledge.</summary>
    National = 4,

    /// <summary>Both addressees are still to acknowledge.</summary>
    BothAddressees = 5,
}

/// <summary>The one word a matrix cell says about a report.</summary>
public enum ReportCell
{
    NotDue = 1,
    Due = 2,

    /// <summary>Filed in time.</summary>
    Filed = 3,

    /// <summary>Filed after the due instant.</summary>
    Late = 4,
    Missing = 5,

    /// <summary>零报告.</summary>
    Nil = 6,
    Supplement = 7,

    /// <summary>Acknowledged by both addressees.</summary>
    Acknowledged = 8,
}

/// <summary>
/// What the calendar and both acknowledgements make of a report at an instant. A report is missing from its due instant on,
/// whether or not the sweep has come by to record it.
/// </summary>
internal static class ReportStanding
{
    public static ReportStatus StatusAt(
        ReportStatus status,
        DateTimeOffset opensAt,
        DateTimeOffset dueAt,
        DateTimeOffset now
    ) =>
        status switch
        {
            ReportStatus.NotDue or ReportStatus.Due when Deadline.HasPassed(dueAt, now) =>
                ReportStatus.Missing,
            ReportStatus.NotDue when now >= opensAt => ReportStatus.Due,
            _ => status,
        };

    /// <summary>The same rule, for the database.</summary>
    public static Expression<Func<ReportObligation, bool>> IsInStatus(
        ReportStatus status,
        DateTimeOffset now
    ) =>
        status switch
        {
            ReportStatus.NotDue => o => o.Status == ReportStatus.NotDue && o.OpensAt > now,
            ReportStatus.Due => o =>
                (o.Status == ReportStatus.Due || o.Status == ReportStatus.NotDue)
                && o.OpensAt <= now
                && o.DueAt > now,
            ReportStatus.Missing => o =>
                o.Status == ReportStatus.Missing
                || (
                    (o.Status == ReportStatus.Due || o.Status == ReportStatus.NotDue)
                    && o.DueAt <= now
                ),
            _ => o => o.Status == status,
        };

    /// <summary>The reports on which it is the actor's turn.</summary>
    public static Expression<Func<ReportObligation, bool>> IsTurnOf(
        Actor actor,
        DateTimeOffset now
    ) =>
        actor.OrganizationKind switch
        {
            OrganizationKind.LocalGovernment => o =>
                o.Status == ReportStatus.Due
                || o.Status == ReportStatus.Missing
                || o.Status == ReportStatus.Supplement
                || (o.Status == ReportStatus.NotDue && o.OpensAt <= now),
            OrganizationKind.ProvincialRegulator => o =>
                o.Status == ReportStatus.Filed && o.Provincial == AcknowledgementStatus.Pending,
            OrganizationKind.NationalRegulator => o =>
                o.Status == ReportStatus.Filed && o.National == AcknowledgementStatus.Pending,
            _ => o => false,
        };

    /// <param name="status">As of <see cref="StatusAt"/>.</param>
    /// <param name="national">What SAMR answered.</param>
    /// <param name="provincial">What the province answered.</param>
    /// <param name="actor">The reader.</param>
    public static ReportNextActor NextActor(
        ReportStatus status,
        AcknowledgementStatus national,
        AcknowledgementStatus provincial,
        Actor actor
    )
    {
        var turn = (status, national, provincial) switch
        {
            (ReportStatus.Due or ReportStatus.Missing or ReportStatus.Supplement, _, _) =>
                ReportNextActor.Region,
            (ReportStatus.Filed, AcknowledgementStatus.Pending, AcknowledgementStatus.Pending) =>
                ReportNextActor.BothAddressees,
            (ReportStatus.Filed, AcknowledgementStatus.Pending, _) => ReportNextActor.National,
            (ReportStatus.Filed, _, AcknowledgementStatus.Pending) => ReportNextActor.Province,
            _ => ReportNextActor.None,
        };
        var mine = actor.OrganizationKind switch
        {
            OrganizationKind.LocalGovernment => turn is ReportNextActor.Region,
            OrganizationKind.ProvincialRegulator => turn
                is ReportNextActor.Province
                    or ReportNextActor.BothAddressees,
            OrganizationKind.NationalRegulator => turn
                is ReportNextActor.National
                    or ReportNextActor.BothAddressees,
            _ => false,
        };
        return mine ? ReportNextActor.Me : turn;
    }

    /// <param name="status">As of <see cref="StatusAt"/>.</param>
    /// <param name="isLate">The first filing came at or after the due instant.</param>
    /// <param name="isNil">The latest version is a nil report.</param>
    public static ReportCell Cell(ReportStatus status, bool isLate, bool isNil) =>
        status switch
        {
            ReportStatus.NotDue => ReportCell.NotDue,
            ReportStatus.Due => ReportCell.Due,
            ReportStatus.Missing => ReportCell.Missing,
            ReportStatus.Supplement => ReportCell.Supplement,
            ReportStatus.Acknowledged => ReportCell.Acknowledged,
            _ when isNil => ReportCell.Nil,
            _ when isLate => ReportCell.Late,
            _ => ReportCell.Filed,
        };
}
