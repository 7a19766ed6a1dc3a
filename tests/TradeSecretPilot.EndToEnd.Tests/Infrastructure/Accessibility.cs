using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>
/// Runs axe on the page as it stands. In one run on the page itself: the portal has no frames, for whose sake the package
/// would open a second page each time.
/// </summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Answers a line for each broken rule, followed by the elements that break it.</summary>
    private const string Run = """
        async () => {
            const { violations } = await axe.run(document, { resultTypes: ['violations'] });
            return violations.flatMap((v) => [
                `* ${v.id} (${v.impact}): ${v.help}`,
                ...v.nodes.flatMap((n) => [
                    `    ${n.target.join(' ')}: ${n.html}`,
                    ...[...n.any, ...n.all, ...n.none].map((check) => `      ${check.message}`),
                ]),
            ]);
        }
        """;

    /// <exception cref="Xunit.Sdk.XunitException">
    /// Names each broken rule, what it asks for, and the elements that break it.
    /// </exception>
    public static async Task AssertNoViolationsAsync(IPage page)
    {
        if (await page.EvaluateAsync<bool>("!window.axe"))
        {
            await page.EvaluateAsync(Axe);
        }

        var broken = await page.EvaluateAsync<string[]>(Run);
        if (broken.Length > 0)
        {
            Assert.Fail(string.Join('\n', broken.Prepend($"Not accessible: {page.Url}")));
        }
    }
}
