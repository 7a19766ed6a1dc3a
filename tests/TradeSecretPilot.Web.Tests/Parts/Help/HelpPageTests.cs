using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Web.Parts.Help;

namespace TradeSecretPilot.Web.Tests.Parts.Help;

public sealed partial class HelpPageTests
{
    /// <summary>The pages of those who are signed in, with a concrete address for each.</summary>
    public static TheoryData<string> Addresses =>
        [
            .. typeof(HelpPage)
                .Assembly.GetTypes()
                .Where(t =>
                    t.Namespace is { } name
                    && name.StartsWith("TradeSecretPilot.Web.Pages.", StringComparison.Ordinal)
                    && !t.IsDefined(typeof(AllowAnonymousAttribute), inherit: true)
                )
                .SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), inherit: false))
                .Select(r => Parameter().Replace(((RouteAttribute)r).Template, $"{Guid.Empty}")),
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void AddressFor_EveryPage_LeadsToItsOwnSection(string address)
    {
        var section = HelpPage.AddressFor(address + "?page=2");

        Assert.StartsWith("/help#page-", section, StringComparison.Ordinal);
        Assert.Contains(HelpPage.All, p => $"/help#page-{p.Anchor}" == section);
    }

    [Fact]
    public void AddressFor_PageWithoutHelp_IsTheHelpAsAWhole() =>
        Assert.Equal("/help", HelpPage.AddressFor("/work-plan"));

    [Fact]
    public void AddressFor_Editor_IsNotTheRecord() =>
        Assert.Equal(
            "/help#page-report-editor",
            HelpPage.AddressFor($"/reports/{Guid.Empty}/edit")
        );

    [GeneratedRegex(@"\{\w+:\w+}")]
    private static partial Regex Parameter();
}
