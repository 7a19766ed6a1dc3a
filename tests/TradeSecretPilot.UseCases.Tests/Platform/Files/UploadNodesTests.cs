using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform.Files;

/// <summary>An upload between two nodes, with the folder or the bucket that they share.</summary>
public sealed class UploadNodesTests(TestDatabases databases) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilot-nodes-");
    private NodeServer? _server;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Each request may reach another node; what they share is the store.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pieces_SentToTwoNodesInTurn_BecomeTheFile(bool inABucket)
    {
        var options = new FileStoreOptions
        {
            Folder = _folder.FullName,
            S3 = inABucket ? await BucketAsync() : new S3Options(),
        };
        await using var world = await databases.CreateWorldAsync(
            DatabaseProvider.Sqlite,
            s => s.AddPilotFiles(options)
        );
        await using var second = new TestPortal(
            world.Database.Options,
            WorldBuilder.Now,
            s => s.AddPilotFiles(options)
        );
        var sender = world.Cast.A[0].Drafter;
        var content = new byte[(3 * UploadLimits.MaxPiece) + 7];
        new Random(8).NextBytes(content);
        var upload = await world.MustAsync(
            sender,
            (BeginUpload u) => u.ExecuteAsync(new("示例.pdf", content.Length, true), Ct)
        );

        foreach (var (i, piece) in content.Chunk(UploadLimits.MaxPiece).Index())
        {
            var sent = await (i % 2 == 0 ? second : world.Portal).AsAccountAsync(
                sender,
                (SendPiece u) =>
                    u.ExecuteAsync(
                        new(
                            upload,
                            (long)i * UploadLimits.MaxPiece,
                            piece.Length,
                            new MemoryStream(piece)
                        ),
                        Ct
                    )
            );
            Assert.Null(sent.Refusal);
        }

        var fetched = await world.MustAsync(
            sender,
            (FetchUpload u) => u.ExecuteAsync(new(upload), Ct)
        );
        await using (fetched.Content)
        {
            using var copy = new MemoryStream();
            await fetched.Content.CopyToAsync(copy, Ct);
            Assert.Equal(content, copy.ToArray());
        }

        await world.MustAsync(sender, (DropUpload u) => u.ExecuteAsync(new(upload), Ct));
        Assert.Equal(
            "Upload.NotFound",
            (await second.AsAccountAsync(sender, (GetUpload u) => u.ExecuteAsync(new(upload), Ct)))
                .Refusal
                ?.Code
        );
    }

    private async Task<S3Options> BucketAsync()
    {
        _server = await NodeServer.StartAsync(
            "s3.mjs",
            new { directory = _folder.FullName, bucket = "pilot" }
        );
        return new S3Options
        {
            Endpoint = $"http://127.0.0.1:{_server.Port}",
            Bucket = "pilot",
            AccessKey = "S3RVER",
            SecretKey = "S3RVER",
        };
    }
}
