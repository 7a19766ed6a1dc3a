namespace TradeSecretPilot.UseCases.Platform.Database;

public enum DatabaseProvider
{
    Sqlite = 1,
    PostgreSql = 2,
    SqlServer = 3,
}

/// <summary>Which database the portal keeps its records in.</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
