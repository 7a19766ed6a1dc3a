namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>What a rehearsal came to. Counts of applications say how many ever were in a state.</summary>
public sealed record RehearsalSummary(
    RehearsalSummary.ApplicationCounts Applications,
    RehearsalSummary.LateCounts Late,
    int Obligations,
    RehearsalSummary.ReportCounts Reports,
    RehearsalSummary.DueActionCounts DueActions,
    RehearsalSummary.AuditCounts Audit,
    double Seconds,
    IReadOnlyList<string> InvariantsBroken
)
{
    public sealed record ApplicationCounts(
        int Created,
        int Submitted,
        int Returned,
        int Declined,
        int Withdrawn,
        int Lapsed,
        int Forwarded,
        int Selected,
        int NotSelected
    );

    /// <summary>Commands that reached the server at or after their deadline.</summary>
    public sealed record LateCounts(int Attempted, int Refused);

    /// <param name="Filed">Ever filed, late ones included.</param>
    public sealed record ReportCounts(
        int Filed,
        int Late,
        int Missing,
        int AcknowledgedNational,
        int AcknowledgedProvincial
    );

    /// <param name="Expected">By the calendar and the script, not by what was done.</param>
    public sealed record DueActionCounts(int Expected, int Done, int Duplicates);

    public sealed record AuditCounts(long Entries, bool ChainValid);
}
