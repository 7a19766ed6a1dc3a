using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>What the EF tools open, for each provider.</summary>
internal abstract class DesignTimeDbContextFactory(DatabaseOptions database)
    : IDesignTimeDbContextFactory<PilotDbContext>
{
    public PilotDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PilotDbContext>();
        DatabaseSetup.Configure(builder, database);
        return new PilotDbContext(builder.Options, Tenancy.None);
    }
}
