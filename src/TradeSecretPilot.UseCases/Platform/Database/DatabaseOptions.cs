namespace TradeSecretPilot.UseCases.Platform.Database;

public enum DatabaseProvider
{
    Sqlite = 1,
    PostgreSql = 2,
    SqlServer = 3,
}

/// <summary>Which database the portal keeps its records in.</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Database";

    public const int DefaultSlowMilliseconds = 200;

    /// <summary>A statement that takes longer is written to the log as a warning.</summary>
    public int SlowMilliseconds { get; init; } = DefaultSlowMilliseconds;
}
