using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform.Files;

/// <summary>With a scanner only clean files are kept; one that does not answer keeps none.</summary>
public sealed class VirusScannerTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_Clean_IsTaken_Infected_IsRefused_AndNothingOfItStays()
    {
        await using var daemon = await ScannerDaemon.StartAsync();
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await using var node = NodeOf(world, daemon.Options);
        var drafter = world.Cast.A[0].Drafter;

        var clean = await UploadAsync(node, drafter, TestFiles.Pdf("（示例）无毒"));
        Assert.Null(clean.Refusal);

        var before = await world.TracesAsync();
        var files = node.Files();
        // Larger than a piece of the stream, with the virus at its end.
        var infected = PdfFile.Of([
            .. new byte[300_000],
            .. Encoding.ASCII.GetBytes(ScannerDaemon.Virus),
        ]);
        var refused = await UploadAsync(node, drafter, infected);

        Assert.Equal("Attachment.Infected", refused.Refusal?.Code);
        Assert.Equal(before, await world.TracesAsync());
        Assert.Equal(files, node.Files());
    }

    [Fact]
    public async Task Upload_NoScannerThere_IsRefused()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await using var node = NodeOf(
            world,
            new ScannerOptions { Host = "127.0.0.1", Port = Loopback.FreePort() }
        );

        await AssertUnavailableAsync(world, node);
    }

    [Theory]
    [InlineData("stream: Some limit exceeded. ERROR\0")]
    [InlineData("no scanner at all")]
    [InlineData("")]
    public async Task Upload_ScannerSaysSomethingElse_IsRefused(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var saying = SayAsync(listener, answer);
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await using var node = NodeOf(
            world,
            new ScannerOptions
            {
                Host = "127.0.0.1",
                Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            }
        );

        await AssertUnavailableAsync(world, node);
        await saying;
    }

    [Fact]
    public async Task Upload_ScannerKeepsSilent_IsRefusedAfterTheTimeLimit()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await using var node = NodeOf(
            world,
            new ScannerOptions
            {
                Host = "127.0.0.1",
                Port = ((IPEndPoint)listener.LocalEndpoint).Port,
                TimeoutSeconds = 1,
            }
        );

        await AssertUnavailableAsync(world, node);
    }

    [Theory]
    [InlineData(0, 60, "Files:Scanner:Port")]
    [InlineData(3310, 0, "Files:Scanner:TimeoutSeconds")]
    public void Settings_ThatCannotBeRight_StopTheStartByName(int port, int seconds, string setting)
    {
        var refused = Assert.Throws<SettingsException>(() =>
            new ServiceCollection().AddFileIntake(
                new ScannerOptions
                {
                    Host = "x",
                    Port = port,
                    TimeoutSeconds = seconds,
                }
            )
        );

        Assert.Contains(setting, refused.Message);
    }

    private static async Task AssertUnavailableAsync(World world, TestPortal node)
    {
        var before = await world.TracesAsync();
        var files = node.Files();

        var refused = await UploadAsync(
            node,
            world.Cast.A[0].Drafter,
            TestFiles.Pdf("（示例）没有查过")
        );

        Assert.Equal("Platform.ScannerUnavailable", refused.Refusal?.Code);
        Assert.Equal(before, await world.TracesAsync());
        Assert.Equal(files, node.Files());
    }

    private static Task<Result<Domain.Attachments.Attachment>> UploadAsync(
        TestPortal node,
        Guid account,
        byte[] content
    ) =>
        node.AsAccountAsync(
            account,
            (UploadFile u) => u.ExecuteAsync(TestFiles.Upload(content), Ct)
        );

    private static TestPortal NodeOf(World world, ScannerOptions scanner) =>
        new(world.Database.Options, WorldBuilder.Now, s => s.AddFileIntake(scanner));

    /// <summary>Takes everything that is sent, and says one thing.</summary>
    private static async Task SayAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync(Ct);
        await using var stream = client.GetStream();
        var buffer = new byte[64 * 1024];
        var last = 0;
        // The stream ends with a piece of no length.
        while (last < 4)
        {
            var read = await stream.ReadAsync(buffer, Ct);
            last = read - buffer.AsSpan(0, read).TrimEnd((byte)0).Length;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Ct);
    }
}
