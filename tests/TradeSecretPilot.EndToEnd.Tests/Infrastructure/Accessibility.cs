using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>Runs axe on the page as it stands.</summary>
internal static class Accessibility
{
    /// <exception cref="Xunit.Sdk.XunitException">
    /// Names each broken rule, what it asks for, and the elements that break it.
    /// </exception>
    public static async Task AssertNoViolationsAsync(IPage page)
    {
        var result = await page.RunAxe();
        if (result.Violations.Length > 0)
        {
            Assert.Fail(Describe(page.Url, result.Violations));
        }
    }

    private static string Describe(string url, AxeResultItem[] violations) =>
        string.Join(
            '\n',
            violations
                .SelectMany(Describe)
                .Prepend($"{violations.Length} accessibility rule(s) broken on {url}:")
        );

    private static IEnumerable<string> Describe(AxeResultItem violation)
    {
        yield return $"* {violation.Id} ({violation.Impact}): {violation.Help}";
        foreach (var node in violation.Nodes)
        {
            yield return $"    {node.Target}: {node.Html}";
            foreach (var check in node.Any.Concat(node.All).Concat(node.None))
            {
                yield return $"      {check.Message}";
            }
        }
    }
}
