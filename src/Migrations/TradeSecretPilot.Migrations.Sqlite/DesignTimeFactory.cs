using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Migrations.Sqlite;

/// <summary>Lets the EF tools see the model; the connection is never opened.</summary>
internal sealed class DesignTimeFactory()
    : DesignTimeDbContextFactory(
        new DatabaseOptions(DatabaseProvider.Sqlite, "Data Source=design.db")
    );
