using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Divisions;

/// <summary>The divisions that every database is created with.</summary>
public sealed class DivisionDataTests(TestDatabases databases)
{
    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Divisions_OfAMigratedDatabase_AreThoseOfTheTable(DatabaseProvider provider)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var database = await databases.CreateAsync(provider);
        await using var portal = new TestPortal(database.Options);

        var divisions = await portal.BehindTheDoorAsync(db =>
            db.Divisions.AsNoTracking().ToListAsync(ct)
        );

        // 31 provinces of the mainland, and 新疆生产建设兵团.
        Assert.Equal(32, divisions.Count(d => d.Level == DivisionLevel.Province));
        Assert.Equal(divisions.Count, divisions.DistinctBy(d => d.Code).Count());
        var provinces = divisions
            .Where(d => d.Level == DivisionLevel.Province)
            .Select(d => d.Code)
            .ToHashSet();
        Assert.All(
            divisions.Where(d => d.Level != DivisionLevel.Province),
            d => Assert.Contains(d.ProvinceCode, provinces)
        );
    }
}
