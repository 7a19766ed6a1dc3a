using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform.Files;

/// <summary>Files that go with plans and reports: taken whole or not at all, and opened for readers of the record only.</summary>
public sealed class AttachmentTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_ThenFetched_TheSameBytesUnderTheSameName()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var (drafter, draft) = Mine(world);
        var content = new byte[300_000];
        new Random(5).NextBytes(content);
        content = PdfFile.Of(content);
        var attachment = await UploadAsync(world, drafter, content, "示例 附件（一）.pdf");

        await SaveAsync(world, drafter, draft, [attachment]);

        var fetched = await FetchAsync(world, drafter, draft, 0, attachment.Id);
        Assert.Equal(
            ("示例 附件（一）.pdf", "application/pdf"),
            (fetched.Value.Name, fetched.Value.MediaType)
        );
        Assert.Equal(content, await BytesAsync(fetched.Value));
    }

    [Fact]
    public async Task Upload_OfTheMost_Taken_OneByteMore_Refused_AndNothingStays()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var drafter = Mine(world).Drafter;
        var most = PdfFile.OfLength((int)Attachment.MaxBytes);
        var taken = await UploadAsync(world, drafter, most, "示例.pdf");
        Assert.Equal(Attachment.MaxBytes, taken.Bytes);
        var before = await world.TracesAsync();
        var files = world.Portal.Files();

        var refused = await world.AsAsync(
            drafter,
            (UploadFile u) => u.ExecuteAsync(TestFiles.Upload([.. most, 0]), Ct)
        );

        Assert.Equal("Attachment.TooLarge", refused.Refusal?.Code);
        Assert.Equal(before, await world.TracesAsync());
        Assert.Equal(files, world.Portal.Files());
    }

    [Fact]
    public async Task Upload_ThatBreaksOff_LeavesNoFile()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var files = world.Portal.Files();

        await Assert.ThrowsAsync<IOException>(() =>
            world.AsAsync(
                Mine(world).Drafter,
                (UploadFile u) =>
                    u.ExecuteAsync(new Upload("示例.pdf", new BrokenStream(), true), Ct)
            )
        );

        Assert.Equal(files, world.Portal.Files());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Upload_SameFileByTwoAtOnce_BothHaveIt_KeptOnce(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var region = world.Cast.A[0];
        var before = await world.BehindTheDoorAsync(db => db.StoredFiles.CountAsync(Ct));

        var both = await Task.WhenAll(
            new[] { region.Drafter, region.Approver }.Select(who =>
                Task.Run(() => UploadAsync(world, who, TestFiles.Pdf("同"), "示例.pdf"), Ct)
            )
        );

        Assert.Equal(both[0].Sha256, both[1].Sha256);
        Assert.NotEqual(both[0].Id, both[1].Id);
        Assert.Equal(
            before + 1,
            await world.BehindTheDoorAsync(db => db.StoredFiles.CountAsync(Ct))
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Save_WithAFileOfAnotherRegion_Refused_AndItStaysClosed(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var theirs = await UploadAsync(
            world,
            world.Cast.A[1].Drafter,
            TestFiles.Pdf("别处的"),
            "别处.pdf"
        );
        var (drafter, draft) = Mine(world);
        var before = await world.TracesAsync();

        var refused = await world.AsAsync(
            drafter,
            (SaveWorkPlan u) =>
                u.ExecuteAsync(new(draft, 1, WorkPlan.Empty with { Attachments = [theirs] }), Ct)
        );

        Assert.Equal("Attachment.FileUnknown", refused.Refusal?.Code);
        Assert.Equal(before, await world.TracesAsync());
        Assert.Equal(
            "Attachment.NotFound",
            (await FetchAsync(world, drafter, draft, 0, theirs.Id)).Refusal?.Code
        );
    }

    [Fact]
    public async Task Removed_FromTheDraft_StaysInTheVersionThatWasSent()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var region = world.Cast.A[2];
        var returned = world.Cast.Application(world.Cast.Open, region);

        await SaveAsync(world, region.Drafter, returned, []);

        Assert.Equal(
            "Attachment.NotFound",
            (await FetchAsync(world, region.Drafter, returned, 0, WorldBuilder.AttachmentId))
                .Refusal
                ?.Code
        );
        foreach (var reader in new[] { region.Drafter, world.Cast.ProvinceA.Reviewer })
        {
            var sent = await FetchAsync(world, reader, returned, 1, WorldBuilder.AttachmentId);
            Assert.Equal(TestFiles.OfTheWorld, await BytesAsync(sent.Value));
        }
    }

    [Fact]
    public async Task Draft_ByTheProvince_NotOpened()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var region = world.Cast.A[2];
        var returned = world.Cast.Application(world.Cast.Open, region);
        var unsent = await UploadAsync(world, region.Drafter, TestFiles.Pdf("未报"), "未报.pdf");
        await SaveAsync(world, region.Drafter, returned, [unsent]);
        var reviewer = world.Cast.ProvinceA.Reviewer;

        Assert.Equal(
            "Application.NotFound",
            (await FetchAsync(world, reviewer, returned, 0, unsent.Id)).Refusal?.Code
        );
        Assert.Equal(
            "Attachment.NotFound",
            (await FetchAsync(world, reviewer, returned, 1, unsent.Id)).Refusal?.Code
        );
    }

    [Fact]
    public async Task Assigned_OpenedFromAcceptanceToRecusal()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var expert = world.Cast.Experts[0];
        var sheet = world.Cast.SheetOf(expert, Domain.Appraisals.ScoreSheetStatus.Assigned);
        var before = await FetchAssignedAsync();
        await world.MustAsync(
            expert,
            (AcceptAssignment u) => u.ExecuteAsync(new(sheet, Seen.Present), Ct)
        );
        var accepted = await FetchAssignedAsync();
        await world.MustAsync(
            expert,
            (RecuseFromAssignment u) =>
                u.ExecuteAsync(new(sheet, "（示例）曾提供咨询。", Seen.Present), Ct)
        );
        var recused = await FetchAssignedAsync();

        Assert.NotNull(before.Refusal);
        Assert.Equal(TestFiles.OfTheWorld, await BytesAsync(accepted.Value));
        Assert.NotNull(recused.Refusal);

        Task<Result<FileView>> FetchAssignedAsync() =>
            world.AsAsync(
                expert,
                (FetchAssignedAttachment u) =>
                    u.ExecuteAsync(new(sheet, WorldBuilder.AttachmentId), Ct)
            );
    }

    [Fact]
    public async Task Fetch_FileLostFromDisk_SaysSo()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var (drafter, draft) = Mine(world);
        world.Portal.Files().ForEach(File.Delete);

        Assert.Equal(
            "Attachment.NotFound",
            (await FetchAsync(world, drafter, draft, 0, WorldBuilder.AttachmentId)).Refusal?.Code
        );
    }

    private static (Guid Drafter, Guid Draft) Mine(World world) =>
        (world.Cast.A[0].Drafter, world.Cast.Application(world.Cast.Open, world.Cast.A[0]));

    private static Task<Attachment> UploadAsync(
        World world,
        Guid who,
        byte[] content,
        string name
    ) =>
        world.MustAsync(who, (UploadFile u) => u.ExecuteAsync(TestFiles.Upload(content, name), Ct));

    private static async Task SaveAsync(
        World world,
        Guid drafter,
        Guid application,
        IReadOnlyList<Attachment> attachments
    )
    {
        var row = await world.BehindTheDoorAsync(db =>
            db.Applications.AsNoTracking().SingleAsync(a => a.Id == application, Ct)
        );
        await world.MustAsync(
            drafter,
            (SaveWorkPlan u) =>
                u.ExecuteAsync(
                    new(application, row.Version, row.Plan with { Attachments = attachments }),
                    Ct
                )
        );
    }

    private static Task<Result<FileView>> FetchAsync(
        World world,
        Guid who,
        Guid application,
        int version,
        Guid attachment
    ) =>
        world.AsAsync(
            who,
            (FetchPlanAttachment u) => u.ExecuteAsync(new(application, version, attachment), Ct)
        );

    private static async Task<byte[]> BytesAsync(FileView file)
    {
        await using var content = file.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }

    /// <summary>A connection that is cut after the first bytes.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private bool _begun;

        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken ct = default
        )
        {
            if (_begun)
            {
                throw new IOException("The connection was cut.");
            }

            _begun = true;
            "%PDF-1.7"u8.CopyTo(buffer.Span);
            return ValueTask.FromResult(8);
        }
    }
}
