using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Applications;

/// <summary>回执核验 says nothing of a decision before the list is published, and confirms it from then on.</summary>
public sealed class VerifyReceiptTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Verify_Decision_OnlyOnceItsListIsPublished(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var receipt = await world.BehindTheDoorAsync(db =>
            (
                from s in db.Selections
                where s.BatchId == world.Cast.Decided
                join r in db.Receipts on s.Id equals r.SubjectId
                where r.Kind == ReceiptKind.Decision
                select r
            ).SingleAsync(Ct)
        );

        foreach (var sought in new[] { receipt.Number, receipt.ContentSha256 })
        {
            var unknown = await VerifyAsync(world, new string('0', sought.Length));
            var before = await VerifyAsync(world, sought);
            Assert.Equal(unknown.Refusal!.Code, before.Refusal?.Code);
        }

        await world.MustAsync(
            world.Cast.Lead,
            (PublishAnnouncement u) =>
                u.ExecuteAsync(new(world.Cast.Decided, "示例〔2022〕2号", Seen.Present), Ct)
        );

        foreach (var sought in new[] { receipt.Number, receipt.ContentSha256 })
        {
            Assert.Equal(receipt.Number, (await VerifyAsync(world, sought)).Value.Number);
        }
    }

    private static Task<Result<VerifyReceipt.View>> VerifyAsync(World world, string number) =>
        world.Portal.AsPublicAsync((VerifyReceipt u) => u.ExecuteAsync(new(number), Ct));
}
