using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Ui.Charts;

namespace TradeSecretPilot.Web.Parts.Records;

/// <summary>How an act is marked in a record's history.</summary>
public static class ActMarks
{
    public static TimelineMark Of(Act? act) =>
        act
            is Act.ApplicationReturned
                or Act.ApplicationDeclined
                or Act.ApplicationLapsed
                or Act.ApplicationWithdrawn
                or Act.ApplicationExpertRecused
                or Act.ApplicationExpertReleased
                or Act.BatchPublicationOverdue
                or Act.ProgressReportWentMissing
                or Act.ProgressReportSupplementRequested
            ? TimelineMark.Attention
            : TimelineMark.Done;
}
