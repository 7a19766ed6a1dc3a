using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>What the log says of statements, and what it must not say.</summary>
public sealed class StatementLogTests(TestDatabases databases)
{
    /// <summary>What somebody types into a search.</summary>
    private const string Personal = "示例张三";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task SlowStatement_IsAWarningWithItsUseCase_AndNoParameterValue(
        DatabaseProvider provider
    )
    {
        var lines = await SearchAsync(provider, slowMilliseconds: 0);

        var slow = lines.Where(l => l.Category == "TradeSecretPilot.Database").ToList();
        Assert.NotEmpty(slow);
        Assert.All(slow, l => Assert.Equal(LogLevel.Warning, l.Level));
        Assert.All(
            slow,
            l =>
                Assert.StartsWith(
                    "ListAccounts: a statement took ",
                    l.Message,
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            slow,
            l =>
                l.Message.Contains("FROM \"Accounts\"", StringComparison.Ordinal)
                || l.Message.Contains("FROM \"AspNetUsers\"", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(lines, l => l.Message.Contains(Personal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task QuickStatement_SaysNothing() =>
        Assert.DoesNotContain(
            await SearchAsync(DatabaseProvider.Sqlite, slowMilliseconds: 60_000),
            l => l.Category == "TradeSecretPilot.Database"
        );

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task EntityFramework_LogsItsStatements_WithoutParameterValues(
        DatabaseProvider provider
    )
    {
        var lines = await SearchAsync(provider, slowMilliseconds: 60_000);

        var statements = lines
            .Where(l => l.Category == "Microsoft.EntityFrameworkCore.Database.Command")
            .ToList();
        Assert.Contains(
            statements,
            l => l.Message.Contains("Executed DbCommand", StringComparison.Ordinal)
        );
        Assert.Contains(statements, l => l.Message.Contains("='?'", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Message.Contains(Personal, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task TakenKey_IsARefusal_AndNoErrorInTheLog(DatabaseProvider provider)
    {
        var (keeper, held) = (new LogKeeper(), new HeldTransactions());
        await using var world = await databases.CreateWorldAsync(provider);
        await using var node = new TestPortal(
            world.Database.Options,
            WorldBuilder.Now,
            s =>
            {
                Keep(s, keeper);
                s.AddSingleton<IInterceptor>(held);
            }
        );
        var late = CreateAsync(node);
        await held.Reached;
        Assert.Null((await CreateAsync(world.Portal)).Refusal);

        held.Release();

        Assert.Equal("Platform.AlreadyDone", (await late).Refusal?.Code);
        Assert.DoesNotContain(keeper.Lines, l => l.Level >= LogLevel.Warning);

        Task<Result<CreateOrganization.View>> CreateAsync(TestPortal portal) =>
            portal.AsAccountAsync(
                world.Cast.SystemAdmin,
                (CreateOrganization u) => u.ExecuteAsync(new("370200", "示例市人民政府"), Ct)
            );
    }

    private async Task<IReadOnlyList<LogLine>> SearchAsync(
        DatabaseProvider provider,
        int slowMilliseconds
    )
    {
        var keeper = new LogKeeper();
        await using var world = await databases.CreateWorldAsync(provider);
        await using var node = new TestPortal(
            world.Database.Options with
            {
                SlowMilliseconds = slowMilliseconds,
            },
            WorldBuilder.Now,
            s => Keep(s, keeper)
        );

        await node.AsAccountAsync(
            world.Cast.SystemAdmin,
            (ListAccounts u) => u.ExecuteAsync(new(Personal), Ct)
        );
        return keeper.Lines;
    }

    private static void Keep(IServiceCollection services, LogKeeper keeper) =>
        services.AddLogging(b => b.AddProvider(keeper).SetMinimumLevel(LogLevel.Debug));
}
