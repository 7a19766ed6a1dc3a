using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>What is concluded from several queries is concluded from one state of the database.</summary>
public sealed class SnapshotTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IEnumerable<UseCaseRow> Reads =>
        UseCaseTable.Rows.Where(r => r.IsRead && r.Refused is null);

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Reads_WithSeveralQueries_DeclareOneSnapshot(DatabaseProvider provider)
    {
        var between = new BetweenQueries();
        await using var world = await CreateAsync(provider, between);
        var wrong = new List<string>();
        foreach (var row in Reads.Where(r => !UseCaseRules.Of(r.UseCase).IsOneSnapshot))
        {
            foreach (var caller in row.Holders.Members())
            {
                between.Watch(row.UseCase.Name);
                await row.CallOwnAsync(world, caller, caller, foreignTenant: false);
                if (between.Queries > 1)
                {
                    wrong.Add($"{row} as {caller}: {between.Queries} queries");
                }
            }
        }

        Findings.None(wrong);
    }

    /// <summary>
    /// The names of everything change after the first query of each read, by another connection. Each shows what it would have shown
    /// before; the next time it shows the change.
    /// </summary>
    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Reads_DataChangesBetweenTheirQueries_SeeOneState(DatabaseProvider provider)
    {
        var between = new BetweenQueries();
        await using var world = await CreateAsync(provider, between);
        var (torn, changed) = (new List<string>(), 0);
        foreach (
            var row in Reads.Where(r =>
                UseCaseRules.Of(r.UseCase).IsOneSnapshot
                // It lists the line that the call before left.
                && r.UseCase != typeof(ExportAuditEntries)
            )
        )
        {
            foreach (var caller in row.Holders.Members().Take(2))
            {
                var before = await ReadAsync(world, row, caller);
                between.Watch(row.UseCase.Name, () => ChangeAsync(world));
                var during = await ReadAsync(world, row, caller);
                var wasMoved = between.HasRun;
                between.Watch("");
                var after = await ReadAsync(world, row, caller);
                if (before != during)
                {
                    torn.Add($"{row} as {caller}");
                }

                changed += wasMoved && after != before ? 1 : 0;
                await ChangeAsync(world);
            }
        }

        Findings.None(torn);
        Assert.InRange(changed, 40, 500);
    }

    private Task<World> CreateAsync(DatabaseProvider provider, BetweenQueries between) =>
        databases.CreateWorldAsync(provider, s => s.AddSingleton<IInterceptor>(between));

    private static async Task<string> ReadAsync(World world, UseCaseRow row, Who caller) =>
        await row.CallOwnAsync(world, caller, caller, foreignTenant: false) switch
        {
            // How a file is packed says nothing of what is in it.
            Result<DocumentFile> { Refusal: null } file => file.Value.Name.EndsWith(
                ".xlsx",
                StringComparison.Ordinal
            )
                ? Answers.TextOf(
                    Rendering
                        .Excel.ExcelBook.Of(file.Value)
                        .Sheets.Select(s => s.Rows.Select(r => r.ToString()))
                )
                : file.Value.Name,
            var other => Answers.TextOf(other),
        };

    /// <summary>Marks every name, or takes the marks away again.</summary>
    private static async Task ChangeAsync(World world)
    {
        foreach (
            var (table, column) in new[]
            {
                ("Applications", "RegionName"),
                ("Batches", "NameZh"),
                ("Divisions", "Name"),
                ("Organizations", "Name"),
                ("Accounts", "DisplayName"),
                ("Experts", "Name"),
                ("Pilots", "RegionName"),
                ("ReportObligations", "RegionName"),
                ("Notices", "Zh"),
                ("PilotTasks", "Title"),
            }
        )
        {
            await world.ExecuteSqlAsync(
                $"""
                UPDATE "{table}" SET "{column}" = CASE WHEN "{column}" LIKE '#%'
                THEN substr("{column}", 2) ELSE '#' || "{column}" END
                """
            );
        }
    }

    /// <summary>Counts the queries of a use case past its door, and runs something after the first.</summary>
    private sealed class BetweenQueries : DbCommandInterceptor
    {
        private string _useCase = "";
        private Func<Task>? _run;

        public int Queries { get; private set; }

        public bool HasRun { get; private set; }

        public void Watch(string useCase, Func<Task>? run = null) =>
            (_useCase, _run, Queries, HasRun) = (useCase, run, 0, false);

        public override async ValueTask<InterceptionResult> DataReaderClosingAsync(
            DbCommand command,
            DataReaderClosingEventData eventData,
            InterceptionResult result
        )
        {
            if (
                eventData.Context is PilotDbContext context
                && context.UseCase == _useCase
                // The account is re-read, and the line of the audit trail written, past tenancy.
                && context.Tenancy != Tenancy.Everything
            )
            {
                Queries++;
                if (Queries == 1 && _run is { } run)
                {
                    HasRun = true;
                    await run();
                }
            }

            return result;
        }
    }
}
