using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform.Files;

/// <summary>What the portal relies on, in a folder and in a bucket of a real S3 server.</summary>
public sealed class FileStoreTests(TestDatabases databases) : IAsyncLifetime
{
    private const string Name = "bundles/0190.zip";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilot-store-");
    private NodeServer? _server;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public enum Kind
    {
        Folder,
        Bucket,
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(Kind.Folder)]
    [InlineData(Kind.Bucket)]
    public async Task Write_ThenOpen_TheSameBytes_AndTheLaterOnesAfterwards(Kind kind)
    {
        var store = await StoreAsync(kind);
        var (first, second) = (Bytes(70_000, 1), Bytes(10, 2));

        Assert.Equal(70_000, await WriteAsync(store, first));
        Assert.Equal(first, await ReadAsync(store, Name));
        Assert.Equal(10, await WriteAsync(store, second));
        Assert.Equal(second, await ReadAsync(store, Name));
    }

    [Theory]
    [InlineData(Kind.Folder)]
    [InlineData(Kind.Bucket)]
    public async Task Write_LargerThanOnePart_Whole(Kind kind)
    {
        var store = await StoreAsync(kind);
        var content = Bytes(20 * 1024 * 1024, 3);

        await WriteAsync(store, content);

        Assert.Equal(content, await ReadAsync(store, Name));
    }

    [Theory]
    [InlineData(Kind.Folder)]
    [InlineData(Kind.Bucket)]
    public async Task Write_BrokenOff_TheOldFileStays(Kind kind)
    {
        var store = await StoreAsync(kind);
        var before = Bytes(1000, 4);
        await WriteAsync(store, before);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.WriteAsync(
                Name,
                async stream =>
                {
                    await stream.WriteAsync(Bytes(500, 5), Ct);
                    throw new InvalidOperationException("示例");
                },
                Ct
            )
        );

        Assert.Equal(before, await ReadAsync(store, Name));
        Assert.Single(await ListAsync(store, "bundles"));
    }

    [Theory]
    [InlineData(Kind.Folder)]
    [InlineData(Kind.Bucket)]
    public async Task Keep_Twice_OnceUnderItsFingerprint_TooMuch_NotAtAll(Kind kind)
    {
        var store = await StoreAsync(kind);
        var content = Bytes(100_000, 6);

        var first = await KeepAsync(store, content, 100_000);
        var second = await KeepAsync(store, content, 100_000);
        var tooMuch = await KeepAsync(store, Bytes(100_001, 7), 100_000);

        Assert.Equal(first, second);
        Assert.Null(tooMuch);
        var kept = Assert.Single(await ListAsync(store, "blobs"));
        Assert.Equal((FileStore.BlobOf(first!.Sha256), 100_000L), (kept.Name, kept.Bytes));
        Assert.InRange(
            DateTimeOffset.UtcNow - kept.WrittenAt,
            TimeSpan.FromMinutes(-1),
            TimeSpan.FromMinutes(5)
        );
        await using var opened = await store.OpenKeptAsync(first.Sha256, Ct);
        Assert.Equal(content, await AllAsync(opened!));
    }

    [Theory]
    [InlineData(Kind.Folder)]
    [InlineData(Kind.Bucket)]
    public async Task Delete_ThereOrNot_GoneAfterwards(Kind kind)
    {
        var store = await StoreAsync(kind);
        await WriteAsync(store, Bytes(10, 8));
        Assert.True(await store.ExistsAsync(Name, Ct));

        await store.DeleteAsync(Name, Ct);
        await store.DeleteAsync(Name, Ct);

        Assert.False(await store.ExistsAsync(Name, Ct));
        Assert.Null(await store.OpenAsync(Name, Ct));
        Assert.Empty(await ListAsync(store, "bundles"));
    }

    [Theory]
    [InlineData(Kind.Folder)]
    [InlineData(Kind.Bucket)]
    public async Task List_ManyFiles_AllOfThatFolder(Kind kind)
    {
        var store = await StoreAsync(kind);
        for (var i = 0; i < 12; i++)
        {
            await store.WriteAsync(
                $"bundles/{i}.zip",
                s => s.WriteAsync(new byte[1], Ct).AsTask(),
                Ct
            );
        }

        await KeepAsync(store, Bytes(10, 9), 10);

        Assert.Equal(12, (await ListAsync(store, "bundles")).Count);
        Assert.Single(await ListAsync(store, "blobs"));
        Assert.Empty(await ListAsync(store, "nothing"));
    }

    [Theory]
    [InlineData(Kind.Folder)]
    [InlineData(Kind.Bucket)]
    public async Task List_WithABeginning_ThoseAlone(Kind kind)
    {
        var store = await StoreAsync(kind);
        foreach (var name in new[] { "a-1", "a-2", "ab-1", "b-1" })
        {
            await store.WriteNewAsync($"uploads/{name}.piece", Bytes(10, 1), Ct);
        }

        var found = new List<string>();
        await foreach (var entry in store.ListAsync("uploads", "a-", Ct))
        {
            found.Add(entry.Name);
        }

        Assert.Equal(
            ["uploads/a-1.piece", "uploads/a-2.piece"],
            found.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>The bucket of the tests does not know the condition, as some do not; a folder always does.</summary>
    [Fact]
    public async Task WriteNew_ManyAtOnce_OneIsKept()
    {
        var store = await StoreAsync(Kind.Folder);

        var kept = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i =>
                    Task.Run(() => store.WriteNewAsync(Name, Bytes(50_000 + i, i), Ct), Ct)
                )
        );

        var winner = Array.IndexOf(kept, true);
        Assert.Single(kept, k => k);
        Assert.Equal(Bytes(50_000 + winner, winner), await ReadAsync(store, Name));
        Assert.Single(await ListAsync(store, "bundles"));
    }

    [Theory]
    [InlineData(Kind.Folder)]
    [InlineData(Kind.Bucket)]
    public async Task Name_OutsideTheStore_Refused(Kind kind)
    {
        var store = await StoreAsync(kind);

        await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync("../secret", Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync("blobs/../x.bin", Ct));
    }

    [Theory]
    [InlineData(Kind.Folder)]
    [InlineData(Kind.Bucket)]
    public async Task Check_InOrder_Passes_AndLeavesNothing(Kind kind)
    {
        var store = await StoreAsync(kind);

        await store.CheckAsync(Ct);

        Assert.Empty(_folder.GetFiles("*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Check_WrongAccountOrBucket_Fails()
    {
        var options = await BucketAsync();
        using var wrongAccount = new S3FileStore(options with { AccessKey = "x" });
        using var wrongBucket = new S3FileStore(options with { Bucket = "nobodys" });

        await Assert.ThrowsAsync<FileStoreException>(() => wrongAccount.CheckAsync(Ct));
        await Assert.ThrowsAsync<FileStoreException>(() => wrongBucket.CheckAsync(Ct));
        await Assert.ThrowsAsync<FileStoreException>(() => wrongBucket.OpenAsync(Name, Ct));
    }

    [Fact]
    public async Task Upload_ThenFetched_ThroughTheBucket()
    {
        var options = await BucketAsync();
        await using var world = await databases.CreateWorldAsync(
            DatabaseProvider.Sqlite,
            s => s.AddPilotFiles(new FileStoreOptions { Folder = _folder.FullName, S3 = options })
        );

        var uploaded = await world.MustAsync(
            world.Cast.A[0].Drafter,
            (UploadFile u) => u.ExecuteAsync(TestFiles.Another(), Ct)
        );

        using var store = new S3FileStore(options);
        await using var kept = await store.OpenKeptAsync(uploaded.Sha256, Ct);
        Assert.Equal(uploaded.Bytes, (await AllAsync(kept!)).Length);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Upload_StoreDown_PlainlyRefused_AndNothingRecorded(DatabaseProvider provider)
    {
        using var down = new S3FileStore(
            new S3Options
            {
                Endpoint = $"http://127.0.0.1:{Loopback.FreePort()}",
                Bucket = "pilot",
                AccessKey = "x",
                SecretKey = "x",
            }
        );
        await using var world = await databases.CreateWorldAsync(provider);
        await using var node = new TestPortal(
            world.Database.Options,
            WorldBuilder.Now,
            s => s.AddSingleton<FileStore>(down)
        );
        var before = await world.TracesAsync();

        var refused = await node.AsAccountAsync(
            world.Cast.A[0].Drafter,
            (UploadFile u) => u.ExecuteAsync(TestFiles.Another(), Ct)
        );

        Assert.Equal("Platform.FilesUnavailable", refused.Refusal?.Code);
        Assert.Equal(before, await world.TracesAsync());
    }

    public static TheoryData<S3Options, string> Wrong { get; } =
        new()
        {
            {
                new() { Bucket = "pilot" },
                "Files:S3:AccessKey"
            },
            {
                new()
                {
                    Bucket = "pilot",
                    AccessKey = "x",
                    SecretKey = "x",
                    Endpoint = "s3.example.cn",
                },
                "Files:S3:Endpoint"
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Settings_ThatCannotBeRight_StopTheStartByName(S3Options options, string setting)
    {
        var refused = Assert.Throws<SettingsException>(() =>
            new ServiceCollection().AddPilotFiles(
                new FileStoreOptions { Folder = "x", S3 = options }
            )
        );
        Assert.Contains(setting, refused.Message);
    }

    private async Task<FileStore> StoreAsync(Kind kind) =>
        kind == Kind.Folder
            ? new FolderFileStore(_folder.FullName)
            : new S3FileStore(await BucketAsync());

    private async Task<S3Options> BucketAsync()
    {
        _server ??= await NodeServer.StartAsync(
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

    private static Task<long> WriteAsync(FileStore store, byte[] content) =>
        store.WriteAsync(Name, stream => stream.WriteAsync(content, Ct).AsTask(), Ct);

    private static async Task<KeptFile?> KeepAsync(FileStore store, byte[] content, long maxBytes)
    {
        var kept = await store.KeepAsync(
            content.AsMemory(0, 4),
            new MemoryStream(content[4..]),
            maxBytes,
            _ => Task.FromResult<Refusal?>(null),
            Ct
        );
        return kept.Refusal is null ? kept.Value : null;
    }

    private static async Task<byte[]> ReadAsync(FileStore store, string name)
    {
        await using var stream = await store.OpenAsync(name, Ct);
        return await AllAsync(stream!);
    }

    private static async Task<byte[]> AllAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Ct);
        return all.ToArray();
    }

    private static async Task<List<FileEntry>> ListAsync(FileStore store, string folder)
    {
        var found = new List<FileEntry>();
        await foreach (var file in store.ListAsync(folder, Ct))
        {
            found.Add(file);
        }

        return found;
    }

    private static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
