namespace TradeSecretPilot.Domain.ProgressReports;

/// <summary>A filed version of a report: never changed again, and what the addressees read.</summary>
public sealed class ReportVersion
{
    private ReportVersion() { }

    public Guid Id { get; private set; }

    public Guid ObligationId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public ReportContent Content { get; private set; } = ReportContent.Empty;

    public string ContentSha256 { get; private set; } = null!;

    /// <summary>UTC; the instant the filing reached the server.</summary>
    public DateTimeOffset FiledAt { get; private set; }

    public string FiledBy { get; private set; } = null!;

    internal static ReportVersion Of(
        ReportObligation obligation,
        string filedBy,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            ObligationId = obligation.Id,
            Number = obligation.VersionNumber,
            Content = obligation.Content,
            ContentSha256 = ContentHash.Fingerprint(obligation.Content),
            FiledAt = now,
            FiledBy = filedBy,
        };
}

/// <summary>A figure of the latest filed version, as a row that can be added up. Scaled by 100.</summary>
public sealed class ReportFigure
{
    private const decimal Scale = 100m;

    private ReportFigure() { }

    public Guid ObligationId { get; private set; }

    public string IndicatorCode { get; private set; } = null!;

    public long PeriodHundredths { get; private set; }

    public long CumulativeHundredths { get; private set; }

    public static ReportFigure Of(Guid obligationId, string code, Figure figure) =>
        new()
        {
            ObligationId = obligationId,
            IndicatorCode = code,
            PeriodHundredths = (long)(figure.Period * Scale),
            CumulativeHundredths = (long)(figure.Cumulative * Scale),
        };
}
