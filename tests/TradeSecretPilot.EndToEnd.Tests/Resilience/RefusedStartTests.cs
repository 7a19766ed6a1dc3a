using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Resilience;

/// <summary>A start or a command that cannot succeed says why, in words and without a stack.</summary>
public sealed class RefusedStartTests
{
    [Theory(Timeout = Limits.OfATest)]
    [InlineData("Mail:Host", "smtp://relay.example.cn", "Mail:Host")]
    [InlineData("Files:S3:Bucket", "pilot", "Files:S3:AccessKey")]
    [InlineData("Telemetry:Endpoint", "collector:4317", "Telemetry:Endpoint")]
    [InlineData("Keys:Certificate:Path", "/nowhere/keys.pfx", "Keys:Certificate")]
    public async Task Start_SettingThatCannotBeRight_NamesIt(
        string setting,
        string value,
        string named
    ) =>
        await AssertRefusedAsync(
            new Dictionary<string, string> { [setting] = value },
            named,
            "--urls",
            "http://127.0.0.1:0"
        );

    [Theory(Timeout = Limits.OfATest)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("portal.example.cn;*")]
    public async Task Start_ProductionUnderAnyName_IsRefused(string hosts) =>
        await AssertRefusedAsync(
            new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Demo:Enabled"] = "false",
                ["AllowedHosts"] = hosts,
            },
            "正式环境须设置AllowedHosts",
            "--urls",
            "http://127.0.0.1:0"
        );

    [Fact(Timeout = Limits.OfATest)]
    public async Task Migrate_ProductionWithoutAuditKeys_SaysHowTheyAreMade() =>
        await AssertRefusedAsync(
            new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["AllowedHosts"] = "localhost",
                ["Demo:Enabled"] = "false",
            },
            "请先运行 make-audit-keys",
            "migrate"
        );

    [Theory(Timeout = Limits.OfATest)]
    [InlineData("migrate")]
    [InlineData("verify-audit")]
    public async Task Command_DatabaseGone_SaysSo(string command) =>
        await AssertRefusedAsync(
            new Dictionary<string, string>
            {
                ["Database:Provider"] = "PostgreSql",
                ["ConnectionStrings:Portal"] =
                    $"Host=127.0.0.1;Port={Loopback.FreePort()};Database=pilot;Username=pilot",
            },
            "数据库没有应答",
            command
        );

    private static async Task AssertRefusedAsync(
        Dictionary<string, string> settings,
        string said,
        params string[] arguments
    )
    {
        var folder = Directory.CreateTempSubdirectory("pilot-refused-");
        try
        {
            var (exitCode, output) = await PortalCommand.RunAsync(
                folder.FullName,
                settings,
                arguments
            );

            Assert.Equal(1, exitCode);
            Assert.Contains(said, output);
            Assert.DoesNotContain("   at ", output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
