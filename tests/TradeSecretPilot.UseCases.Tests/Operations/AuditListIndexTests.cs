using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Operations;

/// <summary>Each search of a trail of 100,000 entries has its index on PostgreSQL. The figures stand in docs/performance.md.</summary>
public sealed class AuditListIndexTests(TestDatabases databases)
{
    private const int Entries = 100_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Searches_OfALongTrail_ReadNoTableWhole()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.PostgreSql);
        var last = (await world.TracesAsync()).AuditSequence;
        // A quarter of an hour apart: some three years of it.
        await world.ExecuteSqlAsync(
            $"""
            INSERT INTO "AuditEntries" ("Sequence", "At", "AccountId", "ActorName", "Act", "SubjectId", "SearchKey", "PreviousHash", "Hash")
            SELECT {last} + n, e."At" + n * interval '15 minutes',
              CASE WHEN n % 500 = 0 THEN e."AccountId" ELSE md5((n % 400)::text)::uuid END, e."ActorName",
              CASE WHEN n % 300 = 0 THEN 'SignIn.Failed' ELSE 'ScoreSheet.Saved' END,
              CASE WHEN n % 1000 = 0 THEN e."SubjectId" ELSE md5(n::text)::uuid END, e."SearchKey", e."PreviousHash", e."Hash"
            FROM generate_series(1, {Entries}) n,
              (SELECT * FROM "AuditEntries" WHERE "AccountId" IS NOT NULL ORDER BY "Sequence" DESC LIMIT 1) e;
            ANALYZE "AuditEntries";
            """
        );
        var entry = await world.BehindTheDoorAsync(db =>
            db.AuditEntries.Where(e => e.Sequence == last + (Entries / 2)).SingleAsync(Ct)
        );
        var day = BeijingTime.DayOf(entry.At);
        var searches = new (string Name, ListAuditEntries.Input Input)[]
        {
            ("latest", new()),
            ("in the middle", new() { Before = last + (Entries / 2) }),
            ("newer", new() { After = last + (Entries / 2) }),
            ("person", new() { PersonId = entry.AccountId }),
            ("record", new() { Record = $"{entry.SubjectId}" }),
            ("act", new() { Act = Act.SignInFailed }),
            ("outcome", new() { Outcome = ActOutcome.Refused }),
            ("day", new() { From = day, To = day }),
            (
                "act of a month",
                new()
                {
                    Act = Act.SignInFailed,
                    From = day,
                    To = day.AddDays(30),
                }
            ),
        };
        var (whole, times) = (new List<string>(), new List<string>());
        foreach (var (name, input) in searches)
        {
            world.Portal.Sql.Clear();
            await ListAsync(world, input);
            var watch = Stopwatch.StartNew();
            var part = await ListAsync(world, input);
            times.Add($"{name}: {watch.ElapsedMilliseconds} ms, {part.Items.Count} rows");
            Assert.NotEmpty(part.Items);
            var plan = await PlanAsync(world, input);
            if (plan.Contains("Seq Scan on \"AuditEntries\"", StringComparison.Ordinal))
            {
                whole.Add($"{name}:\n{plan}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', times));
        await File.WriteAllLinesAsync(
            Path.Combine(Path.GetTempPath(), "audit-list-times.txt"),
            times,
            Ct
        );
        Findings.None(whole);
    }

    private static Task<KeyPage<ListAuditEntries.Row>> ListAsync(
        World world,
        ListAuditEntries.Input input
    ) => world.AsAsync(world.Cast.AuditAdmin, (ListAuditEntries u) => u.ExecuteAsync(input, Ct));

    /// <summary>How the database reads what the list asks for.</summary>
    private static Task<string> PlanAsync(World world, ListAuditEntries.Input input) =>
        world.BehindTheDoorAsync(async db =>
        {
            var found = await ListAuditEntries.FoundAsync(db, input, Ct);
            var query = input.After is { } after
                ? found.Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(51)
                : found
                    .Where(e => e.Sequence < (input.Before ?? long.MaxValue))
                    .OrderByDescending(e => e.Sequence)
                    .Take(51);
            await using var command = query.CreateDbCommand();
            await db.Database.OpenConnectionAsync(Ct);
            command.CommandText = $"EXPLAIN {command.CommandText}";
            var lines = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(Ct);
            while (await reader.ReadAsync(Ct))
            {
                lines.Add(reader.GetString(0));
            }

            return string.Join('\n', lines);
        });
}
