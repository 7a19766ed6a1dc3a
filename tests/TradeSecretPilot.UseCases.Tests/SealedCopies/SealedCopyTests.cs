using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.SealedCopies;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Tests.SealedCopies;

/// <summary>盖章件 stand for exactly the text that was printed.</summary>
public sealed class SealedCopyTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sealed_ThenEdited_TheOldTextIsNoLongerTaken_TheNewOneIs()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var region = world.Cast.A[0];
        var draft = world.Cast.Application(world.Cast.Open, region);
        var printed = world.Cast.SealedTexts[draft];
        await world.MustAsync(
            region.Drafter,
            (SaveWorkPlan u) =>
                u.ExecuteAsync(new(draft, 1, WorkPlan.Empty with { Foundation = "改后" }), Ct)
        );

        Assert.Equal(
            "SealedCopy.OtherText",
            (await SealAsync(world, region.Approver, draft, printed)).Refusal?.Code
        );
        var present = await world.BehindTheDoorAsync(async db =>
            ContentHash.Fingerprint(
                (await db.Applications.SingleAsync(a => a.Id == draft, Ct)).Plan
            )
        );
        Assert.Equal(
            present,
            (await SealAsync(world, region.Approver, draft, present)).Value.ContentSha256
        );
    }

    [Fact]
    public async Task Sealed_AfterSubmission_StillTakenForTheVersionThatWasSent()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var region = world.Cast.A[1];
        var submitted = world.Cast.Application(world.Cast.Open, region);

        var copy = await SealAsync(
            world,
            region.Drafter,
            submitted,
            world.Cast.SealedTexts[submitted]
        );

        // The province, who has that text, opens it.
        var opened = await world.MustAsync(
            world.Cast.ProvinceA.Reviewer,
            (FetchSealedCopy u) => u.ExecuteAsync(new(copy.Value.Id), Ct)
        );
        await opened.Content.DisposeAsync();
    }

    [Fact]
    public async Task Sealed_UnsentText_NotForTheProvince()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var region = world.Cast.A[2];
        var returned = world.Cast.Application(world.Cast.Open, region);
        var present = await world.BehindTheDoorAsync(async db =>
            ContentHash.Fingerprint(
                (await db.Applications.SingleAsync(a => a.Id == returned, Ct)).Plan
            )
        );
        var unsent = (await SealAsync(world, region.Approver, returned, present)).Value.Id;
        var sent = world.Cast.SealedCopies[returned];

        Assert.Equal(
            ("SealedCopy.NotFound", null),
            (await RefusalAsync(world, unsent), await RefusalAsync(world, sent))
        );
    }

    private static async Task<string?> RefusalAsync(World world, Guid copy)
    {
        var answer = await world.AsAsync(
            world.Cast.ProvinceA.Reviewer,
            (FetchSealedCopy u) => u.ExecuteAsync(new(copy), Ct)
        );
        if (answer.Refusal is null)
        {
            await answer.Value.Content.DisposeAsync();
        }

        return answer.Refusal?.Code;
    }

    private static Task<Result<SealedCopyView>> SealAsync(
        World world,
        Guid who,
        Guid application,
        string sha256
    ) =>
        world.AsAsync(
            who,
            (UploadSealedPlan u) =>
                u.ExecuteAsync(new(application, sha256, TestFiles.Another()), Ct)
        );
}
