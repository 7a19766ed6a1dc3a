using TradeSecretPilot.Web.Host.Commands;

namespace TradeSecretPilot.Web.Tests.Host.Commands;

public sealed class PortalCommandsTests
{
    [Theory]
    [InlineData("migrate")]
    [InlineData("verify-audit")]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("verfy-audit")]
    public void Asked_AWord_IsACommand(string word) => Assert.True(PortalCommands.Asked([word]));

    [Theory]
    [InlineData()]
    [InlineData("--urls", "http://127.0.0.1:5090")]
    [InlineData("--Database:Provider=Sqlite")]
    [InlineData("Database:Provider=Sqlite")]
    public void Asked_Settings_StartThePortal(params string[] args) =>
        Assert.False(PortalCommands.Asked(args));

    [Fact]
    public async Task Run_UnknownCommand_EndsWithAnError() =>
        Assert.NotEqual(0, await PortalCommands.RunAsync(["verfy-audit"]));
}
