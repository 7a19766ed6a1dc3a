using Microsoft.EntityFrameworkCore;
using Npgsql;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>留痕: what somebody does to the table behind the portal's back is found, and the first bad row named.</summary>
public sealed class AuditChainTests(TestDatabases databases)
{
    private const long Victim = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Name, statements, and the row that is found.</summary>
    public static TheoryData<DatabaseProvider, string, string, long> Tamperings { get; } =
        AllTamperings();

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Verify_Tampered_NamesTheFirstBadRow(
        DatabaseProvider provider,
        string what,
        string sql,
        long firstBad
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await world.ExecuteSqlAsync(sql);

        var verification = await VerifyAsync(world);

        Assert.True(verification.FirstBad == firstBad, $"{what}: {verification}");
        Assert.Equal(firstBad - 1, verification.Entries);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Verify_TruncatedTail_NamesTheRowThatIsMissing(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var last = (await world.TracesAsync()).AuditSequence;
        await world.ExecuteSqlAsync(
            $"DELETE FROM \"AuditEntries\" WHERE \"Sequence\" > {last - 3}"
        );

        Assert.Equal(last - 2, (await VerifyAsync(world)).FirstBad);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Verify_RowAddedPastTheHead_NamesIt(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var last = (await world.TracesAsync()).AuditSequence;
        await world.ExecuteSqlAsync(Copy(last, last + 1));

        Assert.Equal(last + 1, (await VerifyAsync(world)).FirstBad);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Append_TwentyWritersAtOnce_OneChainWithoutGaps(DatabaseProvider provider)
    {
        const int writers = 20;
        const int each = 5;
        await using var world = await databases.CreateWorldAsync(provider);
        var before = await world.TracesAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            for (var i = 0; i < each; i++)
                            {
                                await FailToSignInAsync(world);
                            }
                        },
                        Ct
                    )
                )
        );

        var after = await world.TracesAsync();
        var verification = await VerifyAsync(world);
        Assert.Equal(before.AuditSequence + (writers * each), after.AuditSequence);
        Assert.True(verification.IsValid, verification.Problem);
    }

    /// <summary>
    /// Entries and rows that are written during a check once looked like a fault at its end. Few checks unless
    /// <c>PILOT_AUDIT_WALKS</c> asks for more; what is written beside each is bounded.
    /// </summary>
    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Verify_WhileOthersWrite_NeverCriesTampering(DatabaseProvider provider)
    {
        const int writers = 3;
        const int each = 4;
        var walks = int.TryParse(
            Environment.GetEnvironmentVariable("PILOT_AUDIT_WALKS"),
            out var asked
        )
            ? asked
            : 6;
        await using var world = await databases.CreateWorldAsync(provider);
        var found = new List<AuditVerification>();
        for (var walk = 0; walk < walks; walk++)
        {
            var number = walk;
            var writing = Enumerable
                .Range(0, writers)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            for (var i = 0; i < each; i++)
                            {
                                await FailToSignInAsync(world);
                                await ChangeARowAsync(
                                    world,
                                    10 + ((((number * writers) + writer) * each) + i) % 90
                                );
                            }
                        },
                        Ct
                    )
                )
                .ToList();
            found.Add(await VerifyAsync(world));
            await Task.WhenAll(writing);
        }

        Assert.All(found, v => Assert.True(v.IsValid, $"{v.FirstBad} {v.Problem}"));
        Assert.True(found[^1].Entries > found[0].Entries, "Nobody wrote meanwhile.");
    }

    /// <summary>No act waits for the place of another: the head may be locked while it writes.</summary>
    [Fact]
    public async Task Act_WhileASequencerHoldsTheHead_IsWritten_AndWaits()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.PostgreSql);
        await using var connection = new NpgsqlConnection(world.Database.Options.ConnectionString);
        await connection.OpenAsync(Ct);
        await using (var held = await connection.BeginTransactionAsync(Ct))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE \"AuditHeads\" SET \"Sequence\" = \"Sequence\"";
            await command.ExecuteNonQueryAsync(Ct);

            await FailToSignInAsync(world);

            Assert.Equal(
                1,
                await world.Portal.LookAsync(
                    Tenancy.Everything,
                    db => db.WaitingEntries.CountAsync(Ct)
                )
            );
            await held.RollbackAsync(Ct);
        }

        var found = await VerifyAsync(world);
        Assert.True(found is { IsValid: true, Waiting: 0 }, found.ToString());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Save_RefusedByTheDatabase_LeavesNothing(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var draft = world.Cast.Application(world.Cast.Open, world.Cast.A[0]);
        // A receipt of the version to come is in the way, by its unique key.
        await world.BehindTheDoorAsync(async db =>
        {
            db.Receipts.Add(
                Receipt.Issue(
                    ReceiptKind.Application,
                    draft,
                    1,
                    new string('0', 64),
                    world.Cast.A[0].OrganizationId,
                    null,
                    WorldBuilder.Now
                )
            );
            return await db.SaveChangesAsync(Ct);
        });
        var before = await world.TracesAsync();

        var result = await world.AsAsync(
            world.Cast.A[0].Approver,
            (SubmitApplication u) => u.ExecuteAsync(new(draft, 1), Ct)
        );

        Assert.Equal("Platform.AlreadyDone", result.Refusal?.Code);
        Assert.Equal(before, await world.TracesAsync());
        Assert.Equal(
            1,
            await world.BehindTheDoorAsync(db =>
                db.Applications.Where(a => a.Id == draft).Select(a => a.Version).SingleAsync(Ct)
            )
        );
    }

    /// <summary>An act of one entry.</summary>
    private static async Task FailToSignInAsync(World world)
    {
        var result = await world.Portal.AsJobAsync(
            RecordSignIn.Job,
            (RecordSignIn u) => u.ExecuteAsync(new("lead", SignInOutcome.Failed, null), Ct)
        );
        Assert.Null(result.Refusal);
    }

    /// <summary>An act that leaves a row the trail vouches for.</summary>
    private static async Task ChangeARowAsync(World world, int number)
    {
        var day = new DateOnly(2030, 1, 1);
        var created = await world.AsAsync(
            world.Cast.WorkingGroup,
            (CreateBatch u) =>
                u.ExecuteAsync(
                    WorldBuilder.Settings(
                        number,
                        day,
                        day.AddMonths(2),
                        day.AddMonths(3),
                        day.AddMonths(4)
                    ),
                    Ct
                )
        );
        // With many walks the ninety numbers come again.
        Assert.True(created.Refusal is null or { Code: "Batch.NumberTaken" }, created.Refusal?.Zh);
    }

    private static async Task<AuditVerification> VerifyAsync(World world) =>
        (
            await world.AsAsync(world.Cast.AuditAdmin, (VerifyAudit u) => u.ExecuteAsync(Ct))
        ).Verification;

    private static TheoryData<DatabaseProvider, string, string, long> AllTamperings()
    {
        const string set = "UPDATE \"AuditEntries\" SET";
        var where = $"WHERE \"Sequence\" = {Victim}";
        (string What, string Sql, long FirstBad)[] all =
        [
            ("note edited", $"{set} \"Note\" = 'x' {where}", Victim),
            ("actor edited", $"{set} \"ActorName\" = '某人' {where}", Victim),
            ("act edited", $"{set} \"Act\" = 'Application.Saved2' {where}", Victim),
            ("content digest edited", $"{set} \"AfterSha256\" = \"Hash\" {where}", Victim),
            ("hash edited", $"{set} \"Hash\" = \"PreviousHash\" {where}", Victim),
            (
                "first row edited",
                "UPDATE \"AuditEntries\" SET \"Note\" = 'x' WHERE \"Sequence\" = 1",
                1
            ),
            ("row deleted", $"DELETE FROM \"AuditEntries\" {where}", Victim),
            ("first row deleted", "DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 1", 1),
            (
                "rows deleted and the later ones moved up",
                $"DELETE FROM \"AuditEntries\" {where}; "
                    + $"{set} \"Sequence\" = -\"Sequence\" WHERE \"Sequence\" > {Victim}; "
                    + $"{set} \"Sequence\" = -\"Sequence\" - 1 WHERE \"Sequence\" < 0",
                Victim
            ),
            (
                "row inserted",
                $"{set} \"Sequence\" = -\"Sequence\" WHERE \"Sequence\" >= {Victim}; "
                    + $"{set} \"Sequence\" = -\"Sequence\" + 1 WHERE \"Sequence\" < 0; "
                    + Copy(Victim - 1, Victim),
                Victim
            ),
            (
                "two rows exchanged",
                $"{set} \"Sequence\" = -1 {where}; "
                    + $"{set} \"Sequence\" = {Victim} WHERE \"Sequence\" = {Victim + 1}; "
                    + $"{set} \"Sequence\" = {Victim + 1} WHERE \"Sequence\" = -1",
                Victim
            ),
        ];
        var data = new TheoryData<DatabaseProvider, string, string, long>();
        foreach (var provider in new[] { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql })
        {
            foreach (var (what, sql, firstBad) in all)
            {
                data.Add(provider, what, sql, firstBad);
            }
        }

        return data;
    }

    private static string Copy(long from, long to) =>
        $"""
            INSERT INTO "AuditEntries" ("Sequence", "At", "AccountId", "ActorName", "ActorRole", "OrganizationName", "Act", "SubjectId", "Note", "BeforeSha256", "AfterSha256", "PreviousHash", "Hash")
            SELECT {to}, "At", "AccountId", "ActorName", "ActorRole", "OrganizationName", "Act", "SubjectId", "Note", "BeforeSha256", "AfterSha256", "PreviousHash", "Hash"
            FROM "AuditEntries" WHERE "Sequence" = {from}
            """;
}
