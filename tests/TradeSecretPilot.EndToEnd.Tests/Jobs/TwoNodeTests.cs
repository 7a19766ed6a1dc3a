using System.Diagnostics;
using System.Globalization;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Jobs;

/// <summary>Jobs on two nodes of one database: shared, each run once, taken over from a killed process.</summary>
public sealed class TwoNodeTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private const string OutboxMethod = "SendAsync";
    private const int Many = 300;

    /// <summary>Entries with and without a place.</summary>
    private const string Trail =
        """(SELECT "Act", "SubjectId" FROM "AuditEntries" UNION ALL SELECT "Act", "SubjectId" FROM "AuditWaiting")""";

    /// <summary>Jobs of the test have a birthday of their own, so that those of the schedule do not count.</summary>
    private const string Marked = "createdat < '2001-01-01'";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Of the sweep, which comes once a minute: a run of one node that crosses one of the other is given up, and the next minute's
    /// is its repetition.
    /// </summary>
    private static readonly TimeSpan SweepPatience = TimeSpan.FromMinutes(4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limits.OfATest)]
    public async Task Sweep_OnBothNodes_DoesNothingTwice()
    {
        // What fell due in the half-year that was jumped over: reports called, reminded of, missing.
        await Waiting.UntilAsync(
            async () =>
                await nodes.CountAsync(
                    """SELECT COUNT(*) FROM "DueActions" WHERE "DoneAt" > "DueAt" + interval '1 day'"""
                ) > 10,
            "swept",
            SweepPatience,
            Ct
        );
        await RunsAsync("deadline-12-pilot-conclusions", 1);

        var twice = await nodes.QueryAsync(
            $"""
            SELECT "Act" || ' ' || "SubjectId" FROM {Trail} e WHERE "Act" LIKE 'Deadline.%'
            GROUP BY "Act", "SubjectId" HAVING COUNT(*) <> (
                SELECT COUNT(*) FROM "DueActions" d
                WHERE 'Deadline.' || d."Kind" = "Act" AND d."SubjectId" = e."SubjectId")
            """
        );
        Assert.Empty(twice);
        Assert.Empty(
            await nodes.QueryAsync(
                $"""
                SELECT "SubjectId"::text FROM {Trail} e WHERE "Act" = 'ProgressReport.WentMissing'
                GROUP BY "SubjectId" HAVING COUNT(*) > 1
                """
            )
        );
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Jobs_ThreeHundred_RunThreeHundredTimes_OnBothNodes()
    {
        var first = await EnqueueAsync(Many);

        await Waiting.UntilAsync(
            async () =>
                await nodes.CountAsync(
                    $"SELECT COUNT(*) FROM hangfire.job WHERE id >= {first} AND {Marked} AND statename = 'Succeeded'"
                ) == Many,
            "all run",
            Patience,
            Ct
        );

        // A run begins with the state Processing, which names the server.
        var runs = await nodes.QueryAsync(
            $"""
            SELECT s.data->>'ServerId' FROM hangfire.state s JOIN hangfire.job j ON j.id = s.jobid
            WHERE j.id >= {first} AND j.{Marked} AND s.name = 'Processing'
            """
        );
        Assert.Equal(Many, runs.Count);
        Assert.Equal(2, runs.Select(ProcessOf).Distinct().Count());
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Bundle_OfAKilledProcess_IsTakenOverWithinAMinute()
    {
        var bundle = await LayBundleAsync(copies: 150);
        await Waiting.UntilAsync(
            async () =>
                await nodes.CountAsync(
                    $"""SELECT COUNT(*) FROM "Bundles" WHERE "Id" = '{bundle}' AND "Status" = 'Running' AND "Done" >= 3"""
                ) == 1,
            "begun",
            Patience,
            Ct
        );
        var server = (
            await nodes.QueryAsync(
                """
                SELECT s.data->>'ServerId' FROM hangfire.state s JOIN hangfire.job j ON j.stateid = s.id
                WHERE s.name = 'Processing' AND s.data->>'ServerId' LIKE '%:bundles:%' ORDER BY s.id DESC LIMIT 1
                """
            )
        ).Single();
        using (var process = Process.GetProcessById(ProcessOf(server)))
        {
            process.Kill();
        }

        var takenOver = await Waiting.UntilAsync(
            async () =>
                await nodes.CountAsync(
                    $"""SELECT COUNT(*) FROM "Bundles" WHERE "Id" = '{bundle}' AND "Attempts" = 2"""
                ) == 1,
            "taken over",
            TimeSpan.FromSeconds(60),
            Ct
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"Taken over after {takenOver}.");
        await nodes.ReplaceAsync(nodes.Nodes.Single(n => !IsAlive(n.Address)));
        await Waiting.UntilAsync(
            async () =>
                await nodes.CountAsync(
                    $"""SELECT COUNT(*) FROM "Bundles" WHERE "Id" = '{bundle}' AND "Status" = 'Ready'"""
                ) == 1,
            "made",
            Patience,
            Ct
        );
    }

    /// <summary>Waits for further runs of a recurring job.</summary>
    private Task<TimeSpan> RunsAsync(string id, int more)
    {
        var last = "";
        var seen = -1;
        return Waiting.UntilAsync(
            async () =>
            {
                var now = (
                    await nodes.QueryAsync(
                        $"SELECT value FROM hangfire.hash WHERE key = 'recurring-job:{id}' AND field = 'LastJobId'"
                    )
                ).SingleOrDefault("");
                if (now != last)
                {
                    last = now;
                    seen++;
                }

                return seen >= more;
            },
            $"{more} runs of {id}",
            SweepPatience,
            Ct
        );
    }

    /// <summary>Enqueues copies of the outbox job; their birthday tells them apart from those of the schedule.</summary>
    /// <returns>The lowest id.</returns>
    private async Task<long> EnqueueAsync(int count)
    {
        await Waiting.UntilAsync(
            async () => await nodes.CountAsync(Template("COUNT(*)")) > 0,
            "a first outbox job",
            Patience,
            Ct
        );
        var template = await nodes.CountAsync(Template("MAX(id)"));
        var first = template + 1;
        await nodes.ExecuteAsync(
            $"""
            WITH made AS (
                INSERT INTO hangfire.job (invocationdata, arguments, createdat, statename, updatecount)
                SELECT invocationdata, arguments, '2000-01-01', 'Enqueued', 0
                FROM hangfire.job, generate_series(1, {count}) WHERE id = {template} RETURNING id)
            INSERT INTO hangfire.jobqueue (jobid, queue, updatecount) SELECT id, 'default', 0 FROM made
            """
        );
        return first;
    }

    private static string Template(string what) =>
        $"SELECT {what} FROM hangfire.job WHERE invocationdata::text LIKE '%{OutboxMethod}%' AND NOT {Marked}";

    /// <summary>A long bundle in the queue, without a wake-up: the recurring job finds it.</summary>
    private async Task<Guid> LayBundleAsync(int copies)
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await nodes.ExecuteAsync(
            $"""
            INSERT INTO "Bundles" ("Id", "AccountId", "Kind", "Title", "Items", "Status", "Attempts", "Done", "Refused", "Bytes", "RequestedAt", "Version")
            SELECT '{id}', a."Id", 'Applications', '示例长包', (
                SELECT '[' || string_agg('"' || p."Id" || '"', ',') || ']'
                FROM (SELECT "Id" FROM "Applications" WHERE "ForwardedAt" IS NOT NULL LIMIT 1) p, generate_series(1, {copies})),
                'Waiting', 0, 0, 0, 0, NOW(), 0
            FROM "Accounts" a WHERE a."UserName" = 'lead'
            """
        );
        return id;
    }

    /// <summary>machine:process:queue:number.</summary>
    private static int ProcessOf(string server) =>
        int.Parse(server.Split(':')[1], CultureInfo.InvariantCulture);

    private static bool IsAlive(Uri address)
    {
        try
        {
            using var client = new System.Net.Sockets.TcpClient(address.Host, address.Port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
