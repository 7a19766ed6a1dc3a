using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// The keys of cookies and forms, where the nodes of one portal share them through the database. They are the portal's own and no
/// tenant's: only the context of Identity reads them.
/// </summary>
internal sealed class KeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    private const int NameMaxLength = 200;

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("DataProtectionKeys");
        builder.Property(k => k.FriendlyName).HasMaxLength(NameMaxLength);
    }
}

public static class KeySetup
{
    /// <summary>Keeps the keys in the portal's database.</summary>
    public static IDataProtectionBuilder PersistKeysToPilotDatabase(
        this IDataProtectionBuilder builder
    ) => builder.PersistKeysToDbContext<PilotDbContext>();
}
