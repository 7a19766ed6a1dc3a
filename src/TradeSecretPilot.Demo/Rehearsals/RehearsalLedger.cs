namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>
/// The rehearsal's own book: what its script did, and what must fall due by the calendar. It never looks at what the sweep
/// recorded, so that the two can be compared.
/// </summary>
internal sealed class RehearsalLedger
{
    private int _expected;

    public int Created { get; set; }

    public int Submitted { get; set; }

    public int Returned { get; set; }

    public int Declined { get; set; }

    public int Withdrawn { get; set; }

    public int Lapsed { get; set; }

    public int Forwarded { get; set; }

    /// <summary>Plans taken back from an expert.</summary>
    public int Released { get; set; }

    public int LateAttempted { get; set; }

    public int LateRefused { get; set; }

    public int Filed { get; set; }

    public int FiledLate { get; set; }

    public int AcknowledgedNational { get; set; }

    public int AcknowledgedProvincial { get; set; }

    public int Expected => _expected;

    public List<string> Broken { get; } = [];

    /// <summary>A matter with a deadline stood open from one instant to another.</summary>
    public void StoodOpen(
        DateTimeOffset deadline,
        DateTimeOffset from,
        DateTimeOffset to,
        bool staysOpen = false
    ) => _expected += ReminderCalendar.Between(deadline, from, to, staysOpen).Count();

    /// <summary>One matter falls due.</summary>
    public void FallsDue(int count = 1) => _expected += count;

    public void Check(bool holds, string invariant)
    {
        if (!holds)
        {
            Broken.Add(invariant);
        }
    }
}
