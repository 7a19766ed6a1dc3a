using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Dialogs;

namespace TradeSecretPilot.Web.Tests.Ui.Dialogs;

/// <summary>What was done is said once, to everybody, and does not go with the page.</summary>
public sealed class SnackbarTests : ControlContext
{
    [Fact]
    public void Done_Said_IsAnnounced_AndCanBeClosed()
    {
        Snackbar.Done("已锁定示例账号。");

        var message = Host.Find("[role=alert]");
        Assert.Equal("polite", message.GetAttribute("aria-live"));
        Assert.Contains("已锁定示例账号。", message.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("animation: ", message.OuterHtml, StringComparison.Ordinal);

        Host.Find("[aria-label=关闭]").Click();

        Assert.Empty(Host.FindAll("[role=alert]"));
    }

    [Fact]
    public void Done_PageChanges_StaysUntilItsTime()
    {
        Snackbar.Done("已解锁示例账号。");

        Services.GetRequiredService<NavigationManager>().NavigateTo("/elsewhere");
        Assert.Single(Host.FindAll("[role=alert]"));

        Clock.Advance(TimeSpan.FromSeconds(9));
        Host.WaitForState(() => Host.FindAll("[role=alert]").Count == 0);
    }

    [Fact]
    public void Done_SameActTwice_IsSaidTwice()
    {
        Snackbar.Done("已重置密码。");
        Snackbar.Done("已重置密码。");

        Assert.Equal(2, Host.FindAll("[role=alert]").Count);
    }

    private ISnackbar Snackbar
    {
        get
        {
            _ = Host;
            return Services.GetRequiredService<ISnackbar>();
        }
    }
}
