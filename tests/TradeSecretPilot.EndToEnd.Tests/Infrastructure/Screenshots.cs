using Microsoft.Playwright;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>Pictures kept as artefacts of the run, in <c>artifacts/screenshots</c>.</summary>
internal static class Screenshots
{
    /// <param name="name">Becomes the file's name; <c>/</c> opens a folder.</param>
    public static async Task SaveAsync(IPage page, string name) =>
        await page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(Repository.Artifacts, "screenshots", $"{name}.png"),
                FullPage = true,
                Animations = ScreenshotAnimations.Disabled,
            }
        );
}
