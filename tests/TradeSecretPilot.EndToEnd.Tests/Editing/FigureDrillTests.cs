using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Editing;

/// <summary>
/// Two hundred random figures, typed, pasted and imported, spelled as people spell them: each is shown, kept, printed and exported
/// as the number it is. <c>DRILL_SEED</c> repeats a run.
/// </summary>
public sealed partial class FigureDrillTests(Browser browser, Worlds worlds)
{
    private const int Figures = 200;
    private const string Fields = "[data-field^='figure:'][data-field$=':period']";

    private static readonly int Seed = int.TryParse(
        Environment.GetEnvironmentVariable("DRILL_SEED"),
        CultureInfo.InvariantCulture,
        out var seed
    )
        ? seed
        : Environment.TickCount;

    private readonly Random _random = new(Seed);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limits.OfATest)]
    public async Task Figures_TypedPastedImported_AreShownKeptPrintedAndExported()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"DRILL_SEED={Seed}");
        using var world = await worlds.CopyAsync(Store.Sqlite, Worlds.Winter);
        await using var portal = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder
        );
        await using var window = await browser.EnterAsync(portal.Address, "drafter.", "/reports");
        var page = window.Page;
        var path = await window.FirstEditorAsync();
        await window.GoToAsync(path);
        var count = await page.Locator(Fields).CountAsync();
        Assert.True(count >= 15, $"Only {count} figures.");

        for (var entered = 0; entered < Figures; entered += count)
        {
            var values = Enumerable
                .Range(0, count)
                .Select(i => decimal.Round((i + 1) * 1_000 + _random.Next(99_999) / 100m, 2))
                .ToList();
            switch (entered / count % 3)
            {
                case 2:
                    await ImportAsync(window, values);
                    break;
                case var way:
                    await EnterAsync(page, values, isPasted: way == 1);
                    break;
            }

            await AssertShownAsync(page, values);
            await window.SavedAsync();
            await window.GoToAsync(path!);
            await AssertShownAsync(page, values);
            var exported = await ExportAsync(window);
            Assert.All(values, v => Assert.Contains($"<v>{Plain(v)}</v>", exported));
            var printed = await PrintAsync(page, path!);
            Assert.All(
                values,
                v => Assert.Contains(v.ToString("#,0.##", CultureInfo.InvariantCulture), printed)
            );
        }
    }

    private async Task EnterAsync(IPage page, IReadOnlyList<decimal> values, bool isPasted)
    {
        foreach (var (value, i) in values.Select((v, i) => (v, i)))
        {
            var field = page.Locator(Fields).Nth(i);
            await field.FocusAsync();
            await field.PressAsync("Control+A");
            if (isPasted)
            {
                await page.Keyboard.InsertTextAsync(Spell(value));
            }
            else
            {
                await page.Keyboard.TypeAsync(Spell(value));
            }

            await field.PressAsync("Tab");
        }
    }

    private async Task ImportAsync(PortalPage window, IReadOnlyList<decimal> values)
    {
        var page = window.Page;
        var present = await page.Locator(Fields)
            .EvaluateAllAsync<string[]>("fields => fields.map(f => f.value)");
        var (import, workbook) = await TemplateAsync(window);
        using (var archive = ZipFile.Open(workbook, ZipArchiveMode.Update))
        {
            foreach (var entry in archive.Entries.Where(IsSheet).ToList())
            {
                var sheet = await ReadAsync(entry);
                foreach (var (before, after) in present.Zip(values))
                {
                    sheet = sheet.Replace(
                        $"<v>{before}</v>",
                        $"<v>{Plain(after)}</v>",
                        StringComparison.Ordinal
                    );
                }

                await using var stream = await entry.OpenAsync(Ct);
                stream.SetLength(0);
                await using var writer = new StreamWriter(stream);
                await writer.WriteAsync(sheet);
            }
        }

        await import.Locator(".check input").First.SetCheckedAsync(true);
        await import.Locator("input[type=file]").SetInputFilesAsync(workbook);
        var take = import.GetByRole(AriaRole.Button, new() { NameRegex = Take() });
        await take.WaitForAsync();
        foreach (var doubt in await import.Locator(".check input").AllAsync())
        {
            await doubt.SetCheckedAsync(true);
        }

        await take.ClickAsync();
    }

    /// <summary>The figures as the portal exports them: the sheets of the template.</summary>
    private static async Task<string> ExportAsync(PortalPage window)
    {
        var (_, workbook) = await TemplateAsync(window);
        await using var archive = await ZipFile.OpenReadAsync(workbook, Ct);
        var sheets = "";
        foreach (var entry in archive.Entries.Where(IsSheet))
        {
            sheets += await ReadAsync(entry);
        }

        return sheets;
    }

    private static async Task<(ILocator Import, string Workbook)> TemplateAsync(PortalPage window)
    {
        var page = window.Page;
        var import = page.Locator("section.import");
        if (await import.CountAsync() == 0)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "从 Excel 填入" }).ClickAsync();
        }

        var template = await page.RunAndWaitForDownloadAsync(() =>
            import.GetByRole(AriaRole.Link, new() { Name = "导出模板" }).ClickAsync()
        );
        var workbook = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
        await template.SaveAsAsync(workbook);
        return (import, workbook);
    }

    /// <summary>The text of the report's PDF as it stands.</summary>
    private static async Task<string> PrintAsync(IPage page, string path)
    {
        var id = path.Split('/')[2];
        var answer = await page.APIRequest.GetAsync($"/documents/reports/{id}.pdf?version=0");
        Assert.True(answer.Ok, $"{answer.Url} answered {answer.Status}");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, await answer.BodyAsync(), Ct);
        using var reader = Process.Start(
            new ProcessStartInfo("pdftotext", ["-raw", file, "-"])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        return await reader.StandardOutput.ReadToEndAsync(Ct);
    }

    private static async Task AssertShownAsync(IPage page, IReadOnlyList<decimal> values)
    {
        // One after the other: the last may stand as it was written while the answer to an earlier one is still on its way.
        foreach (var (value, i) in values.Select((v, i) => (v, i)))
        {
            await Assertions.Expect(page.Locator(Fields).Nth(i)).ToHaveValueAsync(Plain(value));
        }
    }

    /// <summary>As somebody may write it: with separators, blanks, in full width.</summary>
    private string Spell(decimal value) =>
        _random.Next(5) switch
        {
            0 => value.ToString("#,0.##", CultureInfo.InvariantCulture),
            1 => $"  {Plain(value)} ",
            2 => string.Concat(
                Plain(value).Select(c => char.IsAsciiDigit(c) ? (char)(c + '０' - '0') : c)
            ),
            3 => $"\u200b{Plain(value)}",
            _ => Plain(value),
        };

    private static string Plain(decimal value) =>
        value.ToString("0.##", CultureInfo.InvariantCulture);

    private static bool IsSheet(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal);

    private static async Task<string> ReadAsync(ZipArchiveEntry entry)
    {
        await using var stream = await entry.OpenAsync(Ct);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Ct);
    }

    [GeneratedRegex("^填入：")]
    private static partial Regex Take();
}
