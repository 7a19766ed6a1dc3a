using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>
/// Every command in a wrong state, at a wrong time, incomplete and a second time: refused with the reason, and not a row of the
/// database differs. On a foreign record: see <see cref="PermissionMatrixTests"/>.
/// </summary>
public sealed class RefusedCommandTests(TestDatabases databases)
{
    /// <summary>Where a command leaves its trace even if nothing was left to do.</summary>
    private static readonly string[] Traces =
    [
        "AuditEntry",
        "AuditHead",
        "RecordEvent",
        "WaitingEntry",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Table_NamesEveryCommandWrongAndTwice()
    {
        var commands = UseCaseTable
            .Rows.Where(r => !r.IsRead && !RefusedTable.Exempt.ContainsKey(r.UseCase))
            .Select(r => r.UseCase)
            .ToList();

        Findings.None(
            commands
                .Where(c =>
                    RefusedTable.Cases.All(r => r.UseCase != c || r.Situation == Situation.Twice)
                )
                .Select(c => $"{c.Name} is nowhere wrong")
        );
        Findings.None(
            commands
                .Where(c =>
                    RefusedTable.Cases.All(r => r.UseCase != c || r.Situation != Situation.Twice)
                )
                .Select(c => $"{c.Name} never comes twice")
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task EveryCommand_Refused_ChangesNothing(DatabaseProvider provider)
    {
        var wrong = new List<string>();
        await using (var untouched = await databases.CreateWorldAsync(provider))
        {
            var before = await DigestAsync(untouched, everything: true);
            foreach (var one in RefusedTable.Cases.Where(c => c.Arrange is null))
            {
                var traces = await untouched.TracesAsync();
                await TryAsync(untouched, one, wrong);
                if (await untouched.TracesAsync() != traces)
                {
                    wrong.Add($"{one}: left a trace");
                }
            }

            Compare("one of the above", before, await DigestAsync(untouched, true), wrong);
        }

        foreach (var one in RefusedTable.Cases.Where(c => c.Arrange is not null))
        {
            await using var world = await databases.CreateWorldAsync(provider);
            await one.Arrange!(world);
            // What is done although nothing is left to do may still leave a trace in the audit.
            var everything = one.Code is not null;
            var before = await DigestAsync(world, everything);
            await TryAsync(world, one, wrong);
            Compare(one.ToString(), before, await DigestAsync(world, everything), wrong);
        }

        Findings.None(wrong);
    }

    private static async Task TryAsync(World world, RefusedCase one, List<string> wrong)
    {
        var said = Answers.RefusalOf(await one.Act(world))?.Code;
        if (said != one.Code)
        {
            wrong.Add($"{one}: answered {said ?? "done"}");
        }
    }

    private static void Compare(
        string what,
        Dictionary<string, string> before,
        Dictionary<string, string> after,
        List<string> wrong
    )
    {
        var changed = after.Where(t => before[t.Key] != t.Value).Select(t => t.Key).ToList();
        if (changed.Count > 0)
        {
            wrong.Add($"{what}: changed {string.Join(", ", changed)}");
        }
    }

    /// <summary>The content of every table.</summary>
    /// <param name="everything">With the audit trail and the timeline.</param>
    private static Task<Dictionary<string, string>> DigestAsync(World world, bool everything) =>
        world.BehindTheDoorAsync(async db =>
        {
            var digests = new Dictionary<string, string>();
            foreach (
                var type in db
                    .Model.GetEntityTypes()
                    .Where(e => !e.IsOwned())
                    .Select(e => e.ClrType)
                    .Where(t => everything || !Traces.Contains(t.Name))
            )
            {
                digests[type.Name] = await (Task<string>)
                    typeof(RefusedCommandTests)
                        .GetMethod(nameof(HashAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                        .MakeGenericMethod(type)
                        .Invoke(null, [db])!;
            }

            return digests;
        });

    private static async Task<string> HashAsync<T>(PilotDbContext db)
        where T : class
    {
        var rows = (await db.Set<T>().AsNoTracking().ToListAsync(Ct)).Select(r =>
            Answers.TextOf(r)
        );
        var text = string.Join('\n', rows.Order(StringComparer.Ordinal));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
