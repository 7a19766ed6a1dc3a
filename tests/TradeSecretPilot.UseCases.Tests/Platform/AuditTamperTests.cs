using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>
/// What somebody who may write to the database does to it, by each of update, delete and insert on each table that the trail vouches
/// for, is found and named; and so is a trail that was emptied, cut or written anew.
/// </summary>
public sealed class AuditTamperTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => TestDatabases.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Verify_UntouchedWorld_ComparesEverything_AndFindsNothing(
        DatabaseProvider provider
    )
    {
        await using var world = await AnchoredAsync(provider);

        var found = await VerifyAsync(world);

        Assert.True(found.IsValid, Words(found));
        Assert.True(found is { Anchors: 2, Rows: > 100, Waiting: 0 }, found.ToString());
    }

    /// <summary>The matrix: every kept table × update, delete, insert.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Verify_EveryKeptTableChanged_IsNamed(DatabaseProvider provider)
    {
        var wrong = new List<string>();
        var kinds = new (Func<IEntityType, string> Sql, string Problem)[]
        {
            (t => Insert(t, provider), "没有留痕的记录："),
            (Update, "与留痕登记的摘要不符："),
            (t => $"DELETE FROM \"{t.GetTableName()}\" {One(t)}", "留痕登记的记录缺失："),
        };
        foreach (var (sql, problem) in kinds)
        {
            await using var world = await databases.CreateWorldAsync(provider);
            await AskForConsentAsync(world);
            var tables = await world.BehindTheDoorAsync(db =>
                Task.FromResult(
                    db.Model.GetEntityTypes().Where(e => RowDigests.Keeps(e.ClrType)).ToList()
                )
            );
            tables.RemoveAll(t => sql(t).Length == 0);
            foreach (var table in tables)
            {
                await world.ExecuteSqlAsync($"{Unchecked(provider)} {sql(table)}");
            }

            var found = await VerifyAsync(world);

            wrong.AddRange(
                tables
                    .Select(t => $"{problem}{t.ShortName()}:")
                    .Where(named =>
                        !found.Findings.Any(f =>
                            f.Problem.StartsWith(named, StringComparison.Ordinal)
                        )
                    )
            );
            Assert.True(tables.Count > 15, $"{tables.Count} tables");
        }

        Findings.None(wrong);
    }

    private static Task<Result<ResetPassword.View>> AskForConsentAsync(World world) =>
        world.AsAsync(
            world.Cast.SystemAdmin,
            (ResetPassword u) => u.ExecuteAsync(new(world.Cast.Lead, "（示例）本人申请。"), Ct)
        );

    public static TheoryData<DatabaseProvider, string, string> Tamperings { get; } =
        AllTamperings();

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Verify_Tampered_IsNamed(DatabaseProvider provider, string sql, string problem)
    {
        await using var world = await AnchoredAsync(provider);
        await world.ExecuteSqlAsync(sql);

        var found = await VerifyAsync(world);

        Assert.True(found.Findings.Any(f => f.Problem.Contains(problem)), Words(found));
    }

    /// <summary>Somebody edits an entry and links everything after it anew, with all but the key.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Verify_ForgedAndLinkedAnew_NamesTheForgedEntry(DatabaseProvider provider)
    {
        const long victim = 40;
        await using var world = await AnchoredAsync(provider);
        await world.ExecuteSqlAsync("DELETE FROM \"AuditAnchors\"");
        File.Delete(world.Portal.AnchorFile);
        await world.ExecuteSqlAsync(
            $"UPDATE \"AuditEntries\" SET \"Note\" = '伪造' WHERE \"Sequence\" = {victim}"
        );
        await world.BehindTheDoorAsync(async db =>
        {
            var entries = await db.AuditEntries.OrderBy(e => e.Sequence).ToListAsync(Ct);
            var previous = AuditEntry.Origin;
            foreach (var entry in entries)
            {
                var row = db.Entry(entry);
                row.Property(e => e.PreviousHash).CurrentValue = previous;
                row.Property(e => e.Hash).CurrentValue = entry.ComputeHash();
                previous = entry.Hash;
            }

            (await db.AuditHeads.SingleAsync(Ct)).Hash = previous;
            return await db.SaveChangesAsync(Ct);
        });

        var found = await VerifyAsync(world);

        Assert.Equal(victim, found.FirstBad);
        Assert.Contains("封存码不符", found.Problem);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Verify_TailCutAfterAnAnchor_IsShortened(DatabaseProvider provider)
    {
        await using var world = await AnchoredAsync(provider);
        var last = (await world.TracesAsync()).AuditSequence;
        // The anchors of the database go with it; those of the file do not.
        await world.ExecuteSqlAsync(
            $"""
            DELETE FROM "AuditEntries" WHERE "Sequence" > {last - 5};
            DELETE FROM "AuditWaiting"; DELETE FROM "AuditAnchors";
            UPDATE "AuditHeads" SET "Sequence" = {last - 5}, "Hash" = (SELECT "Hash" FROM "AuditEntries" WHERE "Sequence" = {last
                - 5})
            """
        );

        var found = await VerifyAsync(world);

        Assert.Contains(
            found.Findings,
            f => f.Problem.StartsWith("审计记录被截短", StringComparison.Ordinal)
        );
        Assert.Contains(
            found.Findings,
            f => f.Problem.StartsWith("锚文件中的锚", StringComparison.Ordinal)
        );
    }

    /// <summary>An entry laid by somebody else is not linked into the chain, and is an alarm.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Verify_WaitingEntryOfSomebodyElse_GetsNoPlace_AndIsNamed(
        DatabaseProvider provider
    )
    {
        await using var world = await AnchoredAsync(provider);
        var before = await world.TracesAsync();
        await world.ExecuteSqlAsync(
            """
            INSERT INTO "AuditWaiting" ("CommitId", "Ordinal", "At", "ActorName", "Act", "SubjectId", "KeyId", "Mac")
            SELECT "SubjectId", 7, "At", "ActorName", "Act", "SubjectId", "KeyId", "Mac"
            FROM "AuditEntries" WHERE "Sequence" = 40
            """
        );

        var found = await VerifyAsync(world);

        Assert.StartsWith("等待编号的记录不是平台写入的", found.Problem);
        Assert.Equal(1, found.Waiting);
        Assert.Equal(before.AuditSequence, (await world.TracesAsync()).AuditSequence);
    }

    private async Task<World> AnchoredAsync(DatabaseProvider provider)
    {
        var world = await databases.CreateWorldAsync(provider);
        await world.MustAsync(
            world.Cast.AuditAdmin,
            (CertifyAudit u) => u.ExecuteAsync(new(FileFormat.Word), Ct)
        );
        var made = await world.Portal.AsJobAsync(
            AnchorAudit.Job,
            (AnchorAudit u) => u.ExecuteAsync(Ct)
        );
        Assert.Null(made.Problem);
        Assert.NotNull(made.Size);
        return world;
    }

    private static async Task<AuditVerification> VerifyAsync(World world) =>
        (
            await world.AsAsync(world.Cast.AuditAdmin, (VerifyAudit u) => u.ExecuteAsync(Ct))
        ).Verification;

    private static string Words(AuditVerification found) =>
        string.Join("; ", found.Findings.Take(8).Select(f => $"{f.Sequence} {f.Problem}"));

    private static string Unchecked(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite
            ? "PRAGMA foreign_keys = OFF;"
            : "SET session_replication_role = replica;";

    /// <summary>One row, or the rows of one record.</summary>
    private static string One(IEntityType table)
    {
        var key = table.FindPrimaryKey()!.Properties[0].Name;
        return $"WHERE \"{key}\" = (SELECT \"{key}\" FROM \"{table.GetTableName()}\" LIMIT 1)";
    }

    /// <summary>Changes a column that may hold anything; empty when the key is all that the table has.</summary>
    private static string Update(IEntityType table)
    {
        var column = table
            .GetProperties()
            .Where(p => !p.IsPrimaryKey() && !NameColumns.IsOne(p.Name))
            .OrderBy(p => p.Name == nameof(Aggregate.Version) ? 0 : 1)
            .FirstOrDefault(p => ValueFor(p) is not null);
        return column is null
            ? ""
            : $"UPDATE \"{table.GetTableName()}\" SET \"{column.Name}\" = {ValueFor(column)} {One(table)}";
    }

    private static string? ValueFor(IProperty column)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        return type == typeof(int) || type == typeof(long) ? $"\"{column.Name}\" + 100"
            : type == typeof(Guid) ? $"'{Guid.AllBitsSet.ToString().ToUpperInvariant()}'"
            : type == typeof(string) ? "'x'"
            : type == typeof(DateTimeOffset) ? "'2001-01-01T00:00:00.0000000Z'"
            : null;
    }

    /// <summary>A copy of one row under another key, past every unique index.</summary>
    private static string Insert(IEntityType table, DatabaseProvider provider)
    {
        var drops = table
            .GetIndexes()
            .Where(i => i.IsUnique)
            .Select(i => $"DROP INDEX \"{i.GetDatabaseName()}\";");
        var columns = table
            .GetProperties()
            .Where(p => p.ValueGenerated != ValueGenerated.OnAddOrUpdate)
            .Select(p => (p.Name, p.ClrType, IsKey: p.IsPrimaryKey()))
            .ToList();
        var values = columns.Select(c =>
            !c.IsKey ? $"\"{c.Name}\""
            : c.ClrType == typeof(Guid)
                ? provider == DatabaseProvider.Sqlite
                        ? $"'{Guid.NewGuid().ToString().ToUpperInvariant()}'"
                    : $"CAST('{Guid.NewGuid()}' AS uuid)"
            : $"\"{c.Name}\""
        );
        var name = table.GetTableName();
        return $"{string.Concat(drops)} INSERT INTO \"{name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) SELECT {string.Join(", ", values)} FROM \"{name}\" LIMIT 1";
    }

    private static TheoryData<DatabaseProvider, string, string> AllTamperings()
    {
        const string certificate = "WHERE \"Kind\" = 'AuditCertificate'";
        (string Sql, string Problem)[] all =
        [
            ("DELETE FROM \"AuditEntries\"", "记录缺失"),
            (
                $"DELETE FROM \"AuditEntries\"; UPDATE \"AuditHeads\" SET \"Sequence\" = 0, \"Hash\" = '{AuditEntry.Origin}'",
                "审计记录被截短"
            ),
            (
                $"DELETE FROM \"AuditEntries\"; DELETE FROM \"AuditAnchors\"; UPDATE \"AuditHeads\" SET \"Sequence\" = 0, \"Hash\" = '{AuditEntry.Origin}'",
                "审计记录为空"
            ),
            ("DELETE FROM \"AuditHeads\"", "链尾登记缺失"),
            (
                "UPDATE \"AuditEntries\" SET \"Seal\" = \"Mac\" WHERE \"Sequence\" = 40",
                "封存码不符"
            ),
            (
                "UPDATE \"AuditEntries\" SET \"Rows\" = NULL WHERE \"Rows\" IS NOT NULL",
                "内容与指纹不符"
            ),
            ("UPDATE \"AuditEntries\" SET \"ReceiptSha256\" = \"Hash\"", "内容与指纹不符"),
            ("DELETE FROM \"AuditAnchors\"", "锚文件中的锚"),
            (
                "UPDATE \"AuditAnchors\" SET \"RootSha256\" = '" + new string('A', 64) + "'",
                "锚的签名不符"
            ),
            ("UPDATE \"AuditAnchors\" SET \"Size\" = \"Size\" - 1", "锚的签名不符"),
            ("UPDATE \"AuditAnchors\" SET \"Signature\" = 'AAAA'", "锚的签名不符"),
            (
                "INSERT INTO \"AuditAnchors\" (\"Id\", \"At\", \"Size\", \"RootSha256\", \"KeyId\", \"PublicKey\", \"Signature\") "
                    + "SELECT e.\"SubjectId\", a.\"At\", a.\"Size\" - 1, a.\"RootSha256\", a.\"KeyId\", a.\"PublicKey\", a.\"Signature\" "
                    + "FROM \"AuditAnchors\" a, \"AuditEntries\" e WHERE e.\"Sequence\" = 41 LIMIT 1",
                "锚的签名不符"
            ),
            (
                $"UPDATE \"Receipts\" SET \"ContentSha256\" = '{new string('B', 64)}' {certificate}",
                "校验证明与链条不符"
            ),
            ($"DELETE FROM \"Receipts\" {certificate}", "签发的回执缺失"),
            (
                "UPDATE \"Receipts\" SET \"SubjectId\" = \"Id\" WHERE \"Kind\" = 'Decision'",
                "回执与签发它的记录不符"
            ),
            ("UPDATE \"PlanVersions\" SET \"Plan\" = 'x'", "记录无法读取：PlanVersion"),
            (
                "UPDATE \"PlanVersions\" SET \"Plan\" = REPLACE(\"Plan\", '示例', '示倒')",
                "与留痕登记的摘要不符：PlanVersion"
            ),
            (
                "UPDATE \"ReportVersions\" SET \"Content\" = REPLACE(\"Content\", '示例', '示倒')",
                "与留痕登记的摘要不符：ReportVersion"
            ),
            (
                "UPDATE \"ProvincialCalls\" SET \"LetterNumber\" = \"LetterNumber\" || 'x' WHERE \"LetterNumber\" IS NOT NULL",
                "与留痕登记的摘要不符：ProvincialCall"
            ),
            (
                "UPDATE \"Selections\" SET \"DecisionNumber\" = \"DecisionNumber\" || 'x' WHERE \"DecisionNumber\" IS NOT NULL",
                "与留痕登记的摘要不符：Selection"
            ),
        ];
        var data = new TheoryData<DatabaseProvider, string, string>();
        foreach (var provider in new[] { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql })
        {
            foreach (var (sql, problem) in all)
            {
                data.Add(provider, sql, problem);
            }
        }

        return data;
    }
}
