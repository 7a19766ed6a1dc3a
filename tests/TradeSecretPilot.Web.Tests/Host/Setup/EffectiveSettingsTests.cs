using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using TradeSecretPilot.Web.Host.Setup;

namespace TradeSecretPilot.Web.Tests.Host.Setup;

public sealed class EffectiveSettingsTests
{
    [Fact]
    public void Settings_WithSecrets_AreNamedWithoutThem()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Mail:Host"] = "relay.example",
                    ["Mail:Password"] = "geheim-1",
                    ["Files:S3:Bucket"] = "pilot",
                    ["Files:S3:SecretKey"] = "geheim-2",
                    ["ConnectionStrings:Portal"] = "Host=db;Password=geheim-3",
                    ["Keys:Certificate:Password"] = "geheim-4",
                    ["Hosting:Proxies:0"] = "10.0.0.1",
                    ["Hosting:Proxies:1"] = "10.0.0.2",
                }
            )
            .Build();

        var settings = string.Join(
            '；',
            EffectiveSettings.Of(configuration, new HostingEnvironment { EnvironmentName = "Test" })
        );

        Assert.Contains("邮件服务器：relay.example", settings, StringComparison.Ordinal);
        Assert.Contains("文件存储桶：pilot", settings, StringComparison.Ordinal);
        Assert.Contains("反向代理：10.0.0.1、10.0.0.2", settings, StringComparison.Ordinal);
        Assert.Contains("演示模式：默认", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", settings, StringComparison.Ordinal);
    }
}
