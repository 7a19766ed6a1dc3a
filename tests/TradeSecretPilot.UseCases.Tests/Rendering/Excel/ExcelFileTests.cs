using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>What holds for every Excel file of the portal.</summary>
public sealed class ExcelFileTests(TestDatabases databases)
{
    private const string Mark = "演示数据，不代表任何真实地区";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Gallery_HoldsEveryExport() =>
        Assert.Equal(
            UseCaseSetup
                .UseCases.Where(u => u.Name.StartsWith("Export", StringComparison.Ordinal))
                .Select(u => u.Name)
                .Order(StringComparer.Ordinal),
            ExcelGallery
                .All.Values.Select(e => e.UseCase.Name)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task EveryFile_IsValid_AndItsNotesSayWhatItIs()
    {
        await using var world = await databases.CreateWorldAsync(
            DatabaseProvider.Sqlite,
            s => s.AddSingleton(TestDocuments.Options with { Mark = Mark })
        );
        foreach (var (name, export) in ExcelGallery.All)
        {
            var file = (await export.ExportAsync(world)).Value;
            var book = ExcelBook.Of(file);

            ExcelWriterTests.AssertValid(file.Content);
            Assert.EndsWith("（2022年12月15日）.xlsx", file.Name, StringComparison.Ordinal);
            Assert.Equal(WorkbookPrinter.MediaType, file.MediaType);
            Assert.Contains(("导出时间", "2022年12月15日 10:00:00（北京时间）"), book.Facts);
            Assert.Contains(
                book.Facts,
                f => f.Label == "导出人" && f.Text.Contains("示例", StringComparison.Ordinal)
            );
            Assert.Contains(Mark, book.NotesText, StringComparison.Ordinal);
            Assert.All(
                book.Sheets,
                sheet =>
                {
                    Assert.NotEmpty(sheet.Rows);
                    Assert.Distinct(sheet.Heads);
                    Assert.DoesNotContain("", sheet.Heads);
                }
            );
            if (
                book.Facts.Any(f =>
                    f.Label == "筛选条件" || f.Label.StartsWith("行数", StringComparison.Ordinal)
                )
            )
            {
                Assert.All(
                    book.Sheets,
                    sheet =>
                        Assert.Contains(
                            ($"行数（{sheet.Name}）", $"{sheet.Rows.Count}行，不含表头"),
                            book.Facts
                        )
                );
            }

            using var package = SpreadsheetDocument.Open(new MemoryStream(file.Content), false);
            Assert.All(
                package.WorkbookPart!.WorksheetParts,
                part =>
                    Assert.Contains(
                        Mark,
                        part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.OddHeader>()
                            .Single()
                            .Text,
                        StringComparison.Ordinal
                    )
            );
        }
    }

    [Fact]
    public async Task EveryColumn_HoldsOneType()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var mixed = new List<string>();
        foreach (var (name, export) in ExcelGallery.All)
        {
            foreach (var sheet in ExcelBook.Of(await export.ExportAsync(world)).Sheets)
            {
                foreach (var head in sheet.Heads)
                {
                    // In a template the rows of hints and of the example come first.
                    var types = sheet[head]
                        .Skip(sheet.Rows[0][0] is "填写要求" ? 2 : 0)
                        .Where(v => v is not null)
                        .Select(v => v!.GetType().Name)
                        .Distinct()
                        .ToList();
                    if (types.Count > 1)
                    {
                        mixed.Add($"{name}, {sheet.Name}, {head}: {string.Join(", ", types)}");
                    }
                }
            }
        }

        Findings.None(mixed);
    }

    [Fact]
    public async Task EveryFile_Twice_GivesTheSameBytes_LaterOnlyItsNotesDiffer()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        // The trail's export finds the line that the one before left.
        foreach (var (name, export) in ExcelGallery.All.Where(e => e.Key != "audit"))
        {
            var first = (await export.ExportAsync(world)).Value.Content;
            var again = (await export.ExportAsync(world)).Value.Content;
            Assert.True(first.AsSpan().SequenceEqual(again), name);

            world.Portal.Clock.Advance(TimeSpan.FromSeconds(1));
            var later = Parts((await export.ExportAsync(world)).Value.Content);
            var differing = Parts(first).Where(p => !later[p.Key].SequenceEqual(p.Value)).ToList();
            var sheets = later.Keys.Count(k =>
                k.StartsWith("xl/worksheets/", StringComparison.Ordinal)
            );
            Assert.Equal($"xl/worksheets/sheet{sheets}.xml", Assert.Single(differing).Key);
        }
    }

    [Fact]
    public async Task EveryFile_OpenedAndSavedByLibreOffice_LosesNothing()
    {
        Office.Require();
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var files = await ExcelGallery.ExportAllAsync(world);
        var saved = await Office.SaveAsAsync("xlsx", files);

        foreach (var (name, content) in files)
        {
            var (before, after) = (ExcelBook.Of(content), ExcelBook.Of(saved[name]));
            Assert.Equal(before.Sheets.Select(s => s.Name), after.Sheets.Select(s => s.Name));
            Assert.Equal(before.Facts, after.Facts);
            foreach (var (sheet, other) in before.Sheets.Zip(after.Sheets))
            {
                Assert.Equal(sheet.Heads, other.Heads);
                Assert.Equal(
                    Trimmed(sheet).Select(r => string.Join('|', r.Select(Shown))),
                    Trimmed(other).Select(r => string.Join('|', r.Select(Shown)))
                );
            }
        }

        // And what an office program saved of a template is read as the template itself.
        Assert.Equal(
            MeasureSheet.Read(files["measures"], TestContext.Current.CancellationToken).Value.Rows,
            MeasureSheet.Read(saved["measures"], TestContext.Current.CancellationToken).Value.Rows
        );
        Assert.Equal(
            SupportSheet
                .Read(
                    files["support"],
                    [2022, 2023, 2024, 2025, 2026],
                    TestContext.Current.CancellationToken
                )
                .Value.Rows,
            SupportSheet
                .Read(
                    saved["support"],
                    [2022, 2023, 2024, 2025, 2026],
                    TestContext.Current.CancellationToken
                )
                .Value.Rows
        );
        Assert.Equal(
            FigureSheet.Read(files["figures"], TestContext.Current.CancellationToken).Value.Rows,
            FigureSheet.Read(saved["figures"], TestContext.Current.CancellationToken).Value.Rows
        );
    }

    [Fact]
    public async Task LongList_Printed_HasItsHeadOnEveryPage()
    {
        Office.Require();
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var content = (await ExcelGallery.All["audit"].ExportAsync(world)).Value.Content;
        var pdf = (
            await Office.SaveAsAsync("pdf", new Dictionary<string, byte[]> { ["audit"] = content })
        )["audit"];

        var pages = await PagesAsync(pdf);
        Assert.InRange(pages.Count, 3, 100);
        Assert.All(
            pages.SkipLast(1),
            p => Assert.Contains("事项代码", p, StringComparison.Ordinal)
        );
        Assert.Contains("导出时间", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreRowsThanAFileHolds_Refused_NarrowedListIsExported()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await world.BehindTheDoorAsync(async db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var before = await db.DueActions.CountAsync(Ct);
            db.DueActions.AddRange(
                Enumerable
                    .Range(0, ExportRows.Most + 1 - before)
                    .Select(i =>
                        DueAction.Done(
                            DueActionKind.RemindReport,
                            Guid.NewGuid(),
                            WorldBuilder.Now.AddSeconds(i),
                            WorldBuilder.Now,
                            i == 0 ? DueActionOutcome.Superseded : DueActionOutcome.Done
                        )
                    )
            );
            return await db.SaveChangesAsync(Ct);
        });

        var all = await ExportAsync(new());
        var kind = await ExportAsync(new(DueActionKind.RemindReport));

        Assert.Equal("Export.TooManyRows", all.Refusal?.Code);
        Assert.Contains("20000行", all.Refusal!.Zh, StringComparison.Ordinal);
        ExcelReaderTests.AssertWellWorded(all.Refusal);
        Assert.InRange(ExcelBook.Of(kind).Sheets[0].Rows.Count, 19_000, ExportRows.Most);
        return;

        Task<Result<DocumentFile>> ExportAsync(ListDueActions.Input list) =>
            world.AsAsync(
                world.Cast.SystemAdmin,
                (ExportDueActions u) => u.ExecuteAsync(new(list), Ct)
            );
    }

    /// <summary>Rows up to the last one that holds something.</summary>
    private static List<object?[]> Trimmed(ExcelBook.Page sheet)
    {
        var rows = sheet.All.ToList();
        while (rows is [.., var last] && last.All(v => v is null or ""))
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows;
    }

    private static string Shown(object? value) =>
        value switch
        {
            null => "",
            DateTime t => t.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            double d => d.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };

    private static Dictionary<string, byte[]> Parts(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(
            e => e.FullName,
            e =>
            {
                using var part = e.Open();
                using var copy = new MemoryStream();
                part.CopyTo(copy);
                return copy.ToArray();
            }
        );
    }

    private static async Task<List<string>> PagesAsync(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("pilot-pdf-");
        try
        {
            var (file, text) = (
                Path.Combine(folder.FullName, "a.pdf"),
                Path.Combine(folder.FullName, "a.txt")
            );
            await File.WriteAllBytesAsync(file, pdf, Ct);
            await SupervisedProcess.RunAsync(["pdftotext", "-layout", file, text]);
            return [.. (await File.ReadAllTextAsync(text, Ct)).Split('\f')[..^1]];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
