using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Migrations.PostgreSql;

/// <summary>Lets the EF tools see the model; the connection is never opened.</summary>
internal sealed class DesignTimeFactory()
    : DesignTimeDbContextFactory(
        new DatabaseOptions(DatabaseProvider.PostgreSql, "Host=localhost;Database=design")
    );
