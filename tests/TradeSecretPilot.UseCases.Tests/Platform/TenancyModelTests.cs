using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>Each kind of actor has a model of its own, and no table in it is without a filter.</summary>
public sealed class TenancyModelTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>One tenancy of each kind.</summary>
    internal static IReadOnlyList<Tenancy> Each { get; } =
    [
        Tenancy.None,
        Tenancy.Everything,
        Tenancy.SignIn,
        Tenancy.Of(Actor.Public),
        .. Enum.GetValues<Role>()
            .Select(r =>
                Tenancy.Of(
                    new Actor
                    {
                        Name = r.ToString(),
                        Role = r,
                        OrganizationKind = r.Organization(),
                    }
                )
            )
            .DistinctBy(t => t.Kind),
    ];

    [Fact]
    public void Each_KindOfActor_IsThere() =>
        Assert.Equal(Enum.GetValues<TenancyKind>().Order(), Each.Select(t => t.Kind).Order());

    [Fact]
    public async Task EveryTable_InEveryModel_HasAFilter()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var models = new Dictionary<TenancyKind, IModel>();
        foreach (var tenancy in Each)
        {
            models[tenancy.Kind] = await world.Portal.LookAsync(
                tenancy,
                db => Task.FromResult(db.Model)
            );
        }

        Assert.Equal(models.Count, models.Values.Distinct().Count());
        Findings.None(
            models.SelectMany(m =>
                m.Value.GetEntityTypes()
                    .Where(e => !e.IsOwned() && e.GetDeclaredQueryFilters().Count == 0)
                    .Select(e => $"{m.Key}: {e.ShortName()} has no filter")
            )
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Filters_OfOneKind_AskForNoOther(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var sql = new Dictionary<TenancyKind, string>();
        foreach (var tenancy in Each)
        {
            sql[tenancy.Kind] = await world.Portal.LookAsync(
                tenancy,
                db => Task.FromResult(db.Applications.Select(a => a.Id).ToQueryString())
            );
        }

        // One condition each, without the kind of actor as a parameter and without an OR.
        Assert.DoesNotContain("WHERE", sql[TenancyKind.All]);
        Assert.Contains("\"OrganizationId\" =", sql[TenancyKind.Local]);
        Assert.Contains("\"ForwardedAt\" IS NOT NULL", sql[TenancyKind.National]);
        Assert.Contains("\"ProvinceCode\" =", sql[TenancyKind.Provincial]);
        Assert.All(sql.Values, s => Assert.DoesNotContain(" OR ", s));
        Assert.All(
            sql.Where(s =>
                s.Key
                    is TenancyKind.None
                        or TenancyKind.SignIn
                        or TenancyKind.SystemAdmin
                        or TenancyKind.SecurityAdmin
                        or TenancyKind.AuditAdmin
            ),
            s => Assert.Matches("WHERE (FALSE|0)", s.Value)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RecordEvent_ActOnNoRecordWithATimeline_IsNotWritten(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var actor = Actor.System("示例");
        Assert.Throws<ArgumentException>(() =>
            RecordEvent.Of(
                new ActRecord(Act.AccountCreated, Guid.Empty) { Audience = Audience.National },
                actor,
                WorldBuilder.Now
            )
        );
        // Every entry of the world says its kind, and the kind fits its act.
        var kinds = await world.BehindTheDoorAsync(db =>
            db.RecordEvents.Select(e => new { e.Act, e.SubjectKind }).Distinct().ToListAsync(Ct)
        );
        Assert.Equal(5, kinds.Select(k => k.SubjectKind).Distinct().Count());
        Assert.All(
            kinds,
            k => Assert.Equal(k.SubjectKind, Acts.SubjectOf(Acts.Find(k.Act)!.Value))
        );
    }
}
