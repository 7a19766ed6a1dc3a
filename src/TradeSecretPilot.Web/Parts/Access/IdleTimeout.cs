namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>How long a session lives without anybody at it. Real time: the demonstration's clock ends no session.</summary>
public static class IdleTimeout
{
    public const int Minutes = 30;

    public static readonly TimeSpan Span = TimeSpan.FromMinutes(Minutes);
}
