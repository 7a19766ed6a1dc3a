using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>A region proves what it filed without the portal; every member of receipt, entry, path and root is bound.</summary>
public sealed class ReceiptProofTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Proof_OfEachKindOfReceipt_HoldsAgainstThePublishedRoots(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var roots = await RootsAsync(world);
        var receipts = await world.BehindTheDoorAsync(db =>
            db.Receipts.AsNoTracking().ToListAsync(Ct)
        );
        var anchors = world.Portal.Services.GetAnchors();

        foreach (var one in receipts.GroupBy(r => r.Kind).Select(g => g.First()))
        {
            var proof = await anchors.ProveAsync(one, Ct);
            Assert.NotNull(proof);
            Assert.Null(ReceiptProof.Read(proof.Write())!.ProblemAgainst(roots));
        }

        Assert.True(receipts.Select(r => r.Kind).Distinct().Count() >= 5);
    }

    [Fact]
    public async Task Proof_AnyMemberChanged_DoesNotHold()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var proof = await ProofAsync(world);
        var other = new string('C', 64);
        ReceiptProof[] forged =
        [
            proof with
            {
                Receipt = proof.Receipt with { ContentSha256 = other },
            },
            proof with
            {
                Receipt = proof.Receipt with { Number = "SB-20220401-0000-000000" },
            },
            proof with
            {
                Receipt = proof.Receipt with { SubjectId = Guid.AllBitsSet },
            },
            proof with
            {
                Receipt = proof.Receipt with { VersionNumber = 9 },
            },
            proof with
            {
                Receipt = proof.Receipt with { Kind = "Decision" },
            },
            proof with
            {
                Receipt = proof.Receipt with { ReceivedAt = proof.Receipt.ReceivedAt.AddDays(-1) },
            },
            proof with
            {
                Entry = proof.Entry with { At = proof.Entry.At.AddSeconds(1) },
            },
            proof with
            {
                Entry = proof.Entry with { Act = "Application.Saved" },
            },
            proof with
            {
                Entry = proof.Entry with { SubjectId = Guid.AllBitsSet },
            },
            proof with
            {
                Entry = proof.Entry with { AfterSha256 = other },
            },
            proof with
            {
                Entry = proof.Entry with { RowsSha256 = other },
            },
            proof with
            {
                Entry = proof.Entry with { Sequence = proof.Entry.Sequence + 1 },
            },
            proof with
            {
                Path = [.. proof.Path.Skip(1)],
            },
            proof with
            {
                Path = [other, .. proof.Path.Skip(1)],
            },
        ];

        Assert.Null(proof.ProblemAgainst([]));
        Assert.All(forged, f => Assert.NotNull(f.ProblemAgainst([])));
    }

    /// <summary>
    /// A true entry whose note happens to hold the fingerprint of another content, and a true path: the receipt is not the one that
    /// the entry issued, so it proves nothing.
    /// </summary>
    [Fact]
    public async Task Proof_FingerprintInTheNoteOfAnEntry_DoesNotBindAReceipt()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var proof = await ProofAsync(world);
        var wished = new string('D', 64);
        var forged = proof with
        {
            Receipt = proof.Receipt with { ContentSha256 = wished },
            Entry = proof.Entry with { Note = $"{proof.Entry.Note} {wished}" },
        };
        var seal = proof with
        {
            Receipt = proof.Receipt with { ContentSha256 = wished },
            Entry = proof.Entry with { ReceiptSha256 = wished },
        };

        Assert.StartsWith("这条审计记录没有签发", forged.ProblemAgainst([]));
        Assert.NotNull(seal.ProblemAgainst([]));
    }

    /// <summary>Somebody with a key of their own signs a root of their own: it is not among the published ones.</summary>
    [Fact]
    public async Task Proof_UnderARootOfAnotherKey_DoesNotHoldAgainstThePublishedRoots()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var roots = await RootsAsync(world);
        var proof = await ProofAsync(world);
        var forged = proof with
        {
            Anchor = AuditAnchor.Sign(
                proof.Anchor.Size,
                Convert.FromHexString(proof.Anchor.RootSha256),
                AuditKeys.Make(WorldBuilder.Now),
                proof.Anchor.At
            ),
        };

        Assert.Null(forged.ProblemAgainst([]));
        Assert.StartsWith("这个根不在所给的公布的根之中", forged.ProblemAgainst(roots));
        Assert.Null(proof.ProblemAgainst(roots));
    }

    [Fact]
    public async Task Proof_BeforeTheNextAnchor_IsRefusedWithWords_AndAStrangerFindsNoReceipt()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var draft = world.Cast.Application(world.Cast.Open, world.Cast.A[0]);
        await world.MustAsync(
            world.Cast.A[0].Approver,
            (SubmitApplication u) => u.ExecuteAsync(new(draft, 1), Ct)
        );
        var number = await world.BehindTheDoorAsync(db =>
            db.Receipts.Where(r => r.SubjectId == draft).Select(r => r.Number).SingleAsync(Ct)
        );

        Assert.Equal("Receipt.NotAnchored", await FetchAsync(world.Cast.A[0].Drafter));
        world.Portal.Clock.Set(WorldBuilder.Now.AddHours(1));
        await world.Portal.AsJobAsync(AnchorAudit.Job, (AnchorAudit u) => u.ExecuteAsync(Ct));
        Assert.Null(await FetchAsync(world.Cast.A[0].Drafter));
        Assert.Equal("Receipt.NotFound", await FetchAsync(world.Cast.A[1].Drafter));

        async Task<string?> FetchAsync(Guid account) =>
            (await world.AsAsync(account, (FetchReceiptProof u) => u.ExecuteAsync(new(number), Ct)))
                .Refusal
                ?.Code;
    }

    private static async Task<ReceiptProof> ProofAsync(World world)
    {
        var receipt = await world.BehindTheDoorAsync(db =>
            db.Receipts.AsNoTracking()
                .Where(r => r.Kind == ReceiptKind.Application)
                .OrderBy(r => r.ReceivedAt)
                .FirstAsync(Ct)
        );
        return (await world.Portal.Services.GetAnchors().ProveAsync(receipt, Ct))!;
    }

    private static Task<List<AuditAnchor>> RootsAsync(World world) =>
        world.BehindTheDoorAsync(db => db.AuditAnchors.AsNoTracking().ToListAsync(Ct));
}

file static class AnchorsOf
{
    public static AuditAnchors GetAnchors(this IServiceProvider services) =>
        (AuditAnchors)services.GetService(typeof(AuditAnchors))!;
}
