using System.Security.Cryptography;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.SealedCopies;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Tests.Platform.Files;

/// <summary>Files that come in pieces: in their order, for one account alone, whole or not at all.</summary>
public sealed class UploadTests(TestDatabases databases)
{
    private const int Piece = UploadLimits.MaxPiece;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pieces_InTheirOrder_BecomeTheFile_ByteForByte(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var drafter = world.Cast.A[0].Drafter;
        var content = Content((2 * Piece) + 100);
        var before = world.Portal.Files().Count;

        var upload = await SendAllAsync(world, drafter, content);
        var fetched = await MustFetchAsync(world, drafter, upload);
        var attachment = await world.MustAsync(
            drafter,
            (UploadFile u) => u.ExecuteAsync(fetched, Ct)
        );

        Assert.Equal(
            ((long)content.Length, Convert.ToHexString(SHA256.HashData(content))),
            (attachment.Bytes, attachment.Sha256)
        );
        Assert.Equal(("示例.pdf", true), (fetched.FileName, fetched.HasNoSecrets));
        await world.MustAsync(drafter, (DropUpload u) => u.ExecuteAsync(new(upload), Ct));
        Assert.Equal("Upload.NotFound", (await GetAsync(world, drafter, upload)).Refusal?.Code);
        // The file itself, and nothing of its pieces.
        Assert.Equal(before + 1, world.Portal.Files().Count);
    }

    /// <summary>An act whose answer was lost is asked for again.</summary>
    [Fact]
    public async Task Fetch_Twice_TheSame()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var drafter = world.Cast.A[0].Drafter;
        var content = Content(1000);
        var upload = await SendAllAsync(world, drafter, content);

        for (var time = 0; time < 2; time++)
        {
            await using var stream = (await MustFetchAsync(world, drafter, upload)).Content;
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, Ct);
            Assert.Equal(content, copy.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Upload_OfOneAccount_IsNotFoundByAnyOther(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (own, colleague) = (world.Cast.A[0].Drafter, world.Cast.A[0].Approver);
        var upload = await BeginAsync(world, own, 2 * Piece);
        var finished = await SendAllAsync(world, own, Content(10));
        var files = world.Portal.Files();

        foreach (
            var other in new[]
            {
                colleague,
                world.Cast.A[1].Drafter,
                world.Cast.B[0].Approver,
                world.Cast.ProvinceA.Reviewer,
                world.Cast.ProvinceB.Approver,
            }
        )
        {
            Refusal?[] answers =
            [
                (await GetAsync(world, other, upload)).Refusal,
                (await SendAsync(world, other, upload, 0, Content(Piece))).Refusal,
                (
                    await world.AsAsync(other, (FetchUpload u) => u.ExecuteAsync(new(finished), Ct))
                ).Refusal,
                (
                    await world.AsAsync(other, (DropUpload u) => u.ExecuteAsync(new(upload), Ct))
                ).Refusal,
            ];
            Assert.All(answers, a => Assert.Equal("Upload.NotFound", a?.Code));
        }

        Assert.Equal(files, world.Portal.Files());
        Assert.Equal(0, (await GetAsync(world, own, upload)).Value.Offset);
    }

    [Fact]
    public async Task Piece_ThatDoesNotGoOn_Refused_AndTheRestStays()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var drafter = world.Cast.A[0].Drafter;
        var upload = await BeginAsync(world, drafter, 3 * Piece);
        await SendAsync(world, drafter, upload, 0, Content(Piece));

        foreach (var offset in new long[] { 0, Piece - 1, Piece + 1, 2 * Piece, 3 * Piece })
        {
            Assert.Equal(
                "Upload.WrongOffset",
                (await SendAsync(world, drafter, upload, offset, Content(Piece))).Refusal?.Code
            );
        }

        Assert.Equal(Piece, (await GetAsync(world, drafter, upload)).Value.Offset);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pieces_AtTheSamePlaceAtOnce_OneIsTaken(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var drafter = world.Cast.A[0].Drafter;
        var upload = await BeginAsync(world, drafter, 2 * Piece);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    Task.Run(
                        () =>
                            SendAsync(
                                world,
                                drafter,
                                upload,
                                0,
                                Content(UploadLimits.MinPiece + i)
                            ),
                        Ct
                    )
                )
        );

        var taken = Assert.Single(answers, a => a.Refusal is null);
        Assert.All(
            answers.Where(a => a.Refusal is not null),
            a => Assert.Equal("Upload.WrongOffset", a.Refusal!.Code)
        );
        Assert.Equal(taken.Value, (await GetAsync(world, drafter, upload)).Value.Offset);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(UploadLimits.MinPiece - 1, UploadLimits.MinPiece - 1)]
    [InlineData(Piece + 1, Piece + 1)]
    [InlineData(Piece, Piece - 1)]
    public async Task Piece_OfAWrongLength_Refused_AndNothingStays(int said, int sent)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var drafter = world.Cast.A[0].Drafter;
        var upload = await BeginAsync(world, drafter, 3 * Piece);
        var files = world.Portal.Files();

        var refused = await world.AsAsync(
            drafter,
            (SendPiece u) =>
                u.ExecuteAsync(new(upload, 0, said, new MemoryStream(Content(sent))), Ct)
        );

        Assert.Equal("Upload.WrongPiece", refused.Refusal?.Code);
        Assert.Equal(files, world.Portal.Files());
    }

    [Fact]
    public async Task Piece_BeyondTheEnd_Refused_TheLastMayBeShort()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var drafter = world.Cast.A[0].Drafter;
        var upload = await BeginAsync(world, drafter, Piece + 5);
        await SendAsync(world, drafter, upload, 0, Content(Piece));

        Assert.Equal(
            "Upload.WrongPiece",
            (await SendAsync(world, drafter, upload, Piece, Content(6))).Refusal?.Code
        );
        Assert.Equal(
            "Upload.Unfinished",
            (await world.AsAsync(drafter, (FetchUpload u) => u.ExecuteAsync(new(upload), Ct)))
                .Refusal
                ?.Code
        );
        Assert.Equal(Piece + 5, (await SendAsync(world, drafter, upload, Piece, Content(5))).Value);
    }

    [Theory]
    [InlineData("示例.pdf", 10, false, "Attachment.NotConfirmed")]
    [InlineData("示例.pdf", 0, true, "Attachment.Empty")]
    [InlineData("示例.pdf", Attachment.MaxBytes + 1, true, "Attachment.TooLarge")]
    [InlineData("示例.exe", 10, true, "Attachment.KindNotTaken")]
    [InlineData("示例", 10, true, "Attachment.KindNotTaken")]
    [InlineData("", 10, true, "Attachment.Invalid")]
    public async Task Begin_WhatIsNotTaken_RefusedBeforeAnythingIsSent(
        string name,
        long bytes,
        bool confirmed,
        string code
    )
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var files = world.Portal.Files();

        var refused = await world.AsAsync(
            world.Cast.A[0].Drafter,
            (BeginUpload u) => u.ExecuteAsync(new(name, bytes, confirmed), Ct)
        );

        Assert.Equal(code, refused.Refusal?.Code);
        Assert.Equal(files, world.Portal.Files());
    }

    [Fact]
    public async Task Begin_TheMostAreOpen_Refused_UntilOneHasBeenQuietForAnHour()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var drafter = world.Cast.A[0].Drafter;
        var first = await BeginAsync(world, drafter, 10);
        Age(world, TimeSpan.FromMinutes(61));
        for (var i = 1; i < UploadLimits.MaxOpen; i++)
        {
            await BeginAsync(world, drafter, 10);
        }

        await BeginAsync(world, drafter, 10);
        var refused = await world.AsAsync(
            drafter,
            (BeginUpload u) => u.ExecuteAsync(new("示例.pdf", 10, true), Ct)
        );

        Assert.Equal("Upload.TooMany", refused.Refusal?.Code);
        Assert.Equal("Upload.NotFound", (await GetAsync(world, drafter, first)).Refusal?.Code);
        // A colleague's are counted for themselves.
        await BeginAsync(world, world.Cast.A[0].Approver, 10);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Upload_OfADayAgo_IsNotFound_AndClearedAwayAtNight(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var drafter = world.Cast.A[0].Drafter;
        var upload = await SendAllAsync(world, drafter, Content(2 * Piece));
        Age(world, TimeSpan.FromHours(23));
        Assert.Equal(0, (await CleanUpAsync(world)).Expired);
        Assert.Equal(2 * Piece, (await GetAsync(world, drafter, upload)).Value.Offset);

        Age(world, TimeSpan.FromHours(25));

        Assert.Equal("Upload.NotFound", (await GetAsync(world, drafter, upload)).Refusal?.Code);
        Assert.Equal(
            "Upload.NotFound",
            (await SendAsync(world, drafter, upload, 2 * Piece, Content(1))).Refusal?.Code
        );
        Assert.Equal(1, (await CleanUpAsync(world)).Expired);
        Assert.Empty(Pieces(world));
    }

    [Fact]
    public async Task Scan_SentTwiceForOneText_SaysWhichItIs()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var region = world.Cast.A[0];
        var draft = world.Cast.Application(world.Cast.Open, region);
        await SealAsync("盖章申报书.pdf");

        var again = await SealAsync("再扫一次.pdf");

        Assert.Equal(SealedCopyRefusals.AlreadyKept("盖章申报书.pdf"), again.Refusal);

        Task<Result<SealedCopyView>> SealAsync(string name) =>
            world.AsAsync(
                region.Drafter,
                (UploadSealedPlan u) =>
                    u.ExecuteAsync(
                        new(
                            draft,
                            world.Cast.SealedTexts[draft],
                            TestFiles.Upload(TestFiles.Pdf("扫描"), name)
                        ),
                        Ct
                    )
            );
    }

    private static byte[] Content(int length)
    {
        var content = new byte[Math.Max(0, length - PdfFile.Overhead)];
        new Random(length).NextBytes(content);
        return PdfFile.Of(content)[..length];
    }

    private static Task<Guid> BeginAsync(World world, Guid who, long bytes) =>
        world.MustAsync(who, (BeginUpload u) => u.ExecuteAsync(new("示例.pdf", bytes, true), Ct));

    private static Task<Result<long>> SendAsync(
        World world,
        Guid who,
        Guid upload,
        long offset,
        byte[] piece
    ) =>
        world.AsAsync(
            who,
            (SendPiece u) =>
                u.ExecuteAsync(new(upload, offset, piece.Length, new MemoryStream(piece)), Ct)
        );

    private static async Task<Guid> SendAllAsync(World world, Guid who, byte[] content)
    {
        var upload = await BeginAsync(world, who, content.Length);
        foreach (var (i, piece) in content.Chunk(Piece).Index())
        {
            Assert.Null((await SendAsync(world, who, upload, (long)i * Piece, piece)).Refusal);
        }

        return upload;
    }

    private static Task<Result<GetUpload.View>> GetAsync(World world, Guid who, Guid upload) =>
        world.AsAsync(who, (GetUpload u) => u.ExecuteAsync(new(upload), Ct));

    private static Task<Upload> MustFetchAsync(World world, Guid who, Guid upload) =>
        world.MustAsync(who, (FetchUpload u) => u.ExecuteAsync(new(upload), Ct));

    private static Task<RemoveOrphanedFiles.View> CleanUpAsync(World world) =>
        world.Portal.AsJobAsync(
            RemoveOrphanedFiles.Job,
            (RemoveOrphanedFiles u) => u.ExecuteAsync(Ct)
        );

    private static List<string> Pieces(World world) =>
        world.Portal.Files().FindAll(f => f.Contains("uploads", StringComparison.Ordinal));

    /// <summary>Makes everything that was sent so far that old.</summary>
    private static void Age(World world, TimeSpan age) =>
        Pieces(world)
            .ForEach(f =>
                File.SetLastWriteTimeUtc(f, TimeProvider.System.GetUtcNow().UtcDateTime - age)
            );
}
