using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Demo.World;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>Every use case as every role, in the own and in a foreign tenant, as anybody and as nobody.</summary>
public sealed class PermissionMatrixTests(TestDatabases databases)
{
    [Fact]
    public void Table_NamesEveryUseCaseOnce() =>
        Assert.Equal(
            UseCaseSetup
                .UseCases.Concat(DemoSetup.UseCases)
                .Select(u => u.Name)
                .Order(StringComparer.Ordinal),
            UseCaseTable.Rows.Select(r => r.UseCase.Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task WithoutPermission_Denied_AndNothingChanges(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var before = await world.TracesAsync();
        var let = new List<string>();
        foreach (var row in UseCaseTable.Rows)
        {
            // A job of the portal holds every permission.
            foreach (
                var caller in WhoExtensions
                    .Each.Append(Who.Nobody)
                    .Where(w => w == Who.Nobody || !(row.Holders | Who.Job).HasFlag(w))
            )
            {
                foreach (var foreign in new[] { false, true })
                {
                    if (!await IsDeniedAsync(world, row, caller, foreign))
                    {
                        let.Add($"{row} as {caller}{(foreign ? " of a foreign tenant" : "")}");
                    }
                }
            }
        }

        Findings.None(let);
        Assert.Equal(before, await world.TracesAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ForeignRecord_NotFound_AndNothingChanges(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var before = await world.TracesAsync();
        var wrong = new List<string>();
        var taken = 0;
        foreach (var row in UseCaseTable.Rows.Where(r => r.Foreign is not null))
        {
            foreach (var caller in row.Holders.Members())
            {
                foreach (var foreign in new[] { false, true })
                {
                    // A list without a row is a file all the same.
                    taken +=
                        row.NotFound is null && UseCaseRules.Of(row.UseCase).Taking is not null
                            ? 1
                            : 0;
                    var answer = await row.CallForeignAsync(world, caller, foreign);
                    var said = Answers.RefusalOf(answer)?.Code ?? answer?.ToString() ?? "nothing";
                    if (said != (row.NotFound ?? "0"))
                    {
                        wrong.Add(
                            $"{row} as {caller}{(foreign ? " of a foreign tenant" : "")}: {said}"
                        );
                    }
                }
            }
        }

        Findings.None(wrong);
        Assert.Equal(
            before with
            {
                AuditSequence = before.AuditSequence + taken,
                AuditEntries = before.AuditEntries + taken,
            },
            await world.TracesAsync()
        );
    }

    /// <summary>
    /// The commit of every act is made to fail: what it would have committed is in the transaction, its audit rows among it, and
    /// nothing of it stays behind.
    /// </summary>
    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task OwnRecord_ByHolder_LeavesItsAuditRowsInTheOneTransaction(
        DatabaseProvider provider
    )
    {
        var commits = new FailingCommits();
        await using var world = await databases.CreateWorldAsync(
            provider,
            s => s.AddSingleton<IInterceptor>(commits)
        );
        var before = await world.TracesAsync();
        var wrong = new List<string>();
        foreach (var row in UseCaseTable.Rows)
        {
            foreach (var caller in row.Holders.Members())
            {
                commits.Watch();
                var refusal = await AnswerAsync(world, row, caller);
                if (
                    refusal != row.Refused
                    || !commits.Acts.Order().SequenceEqual(row.ActsBy(caller).Order())
                )
                {
                    wrong.Add($"{row} as {caller}: {refusal} [{string.Join(", ", commits.Acts)}]");
                }

                if (await world.TracesAsync() != before)
                {
                    wrong.Add($"{row} as {caller} left something behind");
                }
            }
        }

        Findings.None(wrong);
    }

    private static async Task<string?> AnswerAsync(World world, UseCaseRow row, Who caller)
    {
        try
        {
            var answer = await row.CallOwnAsync(world, caller, caller, foreignTenant: false);
            return Answers.RefusalOf(answer)?.Code;
        }
        catch (CommitFailedException)
        {
            return null;
        }
    }

    private static async Task<bool> IsDeniedAsync(
        World world,
        UseCaseRow row,
        Who caller,
        bool foreign
    )
    {
        try
        {
            await row.CallOwnAsync(world, row.Holders.Members().First(), caller, foreign);
            return false;
        }
        catch (PermissionDeniedException)
        {
            return true;
        }
    }
}
