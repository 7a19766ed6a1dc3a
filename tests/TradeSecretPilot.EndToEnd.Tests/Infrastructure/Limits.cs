namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>After these a wait has failed: what hangs is named, and the tests behind it still run.</summary>
internal static class Limits
{
    /// <summary>Of one test, in milliseconds; the longest takes two minutes on a quiet machine, and has taken seven beside two builds.</summary>
    public const int OfATest = 900_000;

    /// <summary>Of a drill, whose long form goes through twenty rounds.</summary>
    public const int OfADrill = 3_600_000;

    /// <summary>Of what a page shows of an act, in milliseconds: a machine with two suites on it takes its time.</summary>
    public const float OfAnAnswer = 30_000;

    /// <summary>Of a page that is opened, or of a control that comes, in milliseconds.</summary>
    public const float OfAPage = 60_000;

    /// <summary>Of the sessions that one click begins.</summary>
    public static readonly TimeSpan OfASession = TimeSpan.FromSeconds(60);

    /// <summary>Of closing a window or a browser.</summary>
    public static readonly TimeSpan OfClosing = TimeSpan.FromSeconds(30);
}
