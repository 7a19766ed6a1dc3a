using BigGustave;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Tests.House;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>
/// Pictures of pages that were looked at and found good. <c>GOLDEN=update</c> takes new ones, to be looked at before they are
/// committed.
/// </summary>
internal static class GoldenPage
{
    public const int DotsPerInch = 50;

    /// <summary>Mean difference of a pixel, of 255, that other versions of fonts and rasterisers may make.</summary>
    private const double Tolerance = 2.5;

    public static async Task CompareAsync(string name, byte[] picture)
    {
        var ct = TestContext.Current.CancellationToken;
        var file = Path.Combine(FolderOfGolden(), $"{name}.png");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "update")
        {
            await File.WriteAllBytesAsync(file, picture, ct);
            return;
        }

        var golden = Png.Open(await File.ReadAllBytesAsync(file, ct));
        var page = Png.Open(picture);
        Assert.Equal((golden.Width, golden.Height), (page.Width, page.Height));
        long difference = 0;
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                difference += Math.Abs(golden.GetPixel(x, y).R - page.GetPixel(x, y).R);
            }
        }

        var mean = difference / (double)(page.Width * page.Height);
        Assert.True(mean <= Tolerance, $"{name} differs by {mean:0.00} of 255 on average.");
    }

    private static string FolderOfGolden() =>
        Path.Combine(
            SourceTree.Root,
            "tests",
            "TradeSecretPilot.UseCases.Tests",
            "Rendering",
            "Golden"
        );
}
