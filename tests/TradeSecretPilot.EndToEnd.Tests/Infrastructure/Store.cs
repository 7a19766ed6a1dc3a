namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>The databases that a portal can be started on here.</summary>
public enum Store
{
    Sqlite,
    PostgreSql,
}
