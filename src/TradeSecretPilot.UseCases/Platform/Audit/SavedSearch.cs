using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>A search of the audit trail that an administrator keeps under a name.</summary>
public sealed class SavedSearch
{
    public const int NameMaxLength = 40;
    public const int QueryMaxLength = 1000;

    /// <summary>More are refused: the list stands above the trail.</summary>
    public const int MostOfOne = 50;

    private SavedSearch() { }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public string Name { get; private set; } = null!;

    /// <summary>The part of the address from the question mark on; without the part of the list that is shown.</summary>
    public string Query { get; private set; } = null!;

    internal static SavedSearch Keep(
        Guid accountId,
        string name,
        string query,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            Name = name,
            Query = query,
        };
}

internal sealed class SavedSearchMapping : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.ToTable("SavedSearches");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasTextLength(SavedSearch.NameMaxLength);
        builder.Property(s => s.Query).HasMaxLength(SavedSearch.QueryMaxLength);
        builder.HasIndex(s => new { s.AccountId, s.Name }).IsUnique();
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(s => s.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
