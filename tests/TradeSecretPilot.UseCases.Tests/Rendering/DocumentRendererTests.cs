using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using TradeSecretPilot.UseCases.Rendering.Typst;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>The engine: what it makes, what it refuses, and that one bad document harms no other.</summary>
public sealed class DocumentRendererTests
{
    private const string Echo = """
        #let data = json(bytes(sys.inputs.data))
        #let fonts = json(bytes(sys.inputs.fonts))
        #set document(title: "t", date: datetime(year: 2022, month: 1, day: 1))
        #set text(font: fonts.fangSong + fonts.fallback)
        #for line in data.lines { par(line) }
        """;

    /// <summary>Long enough that a worker is still at it when it is killed; the text at the end tells the document.</summary>
    private const string Slow = """
        #let data = json(bytes(sys.inputs.data))
        #set document(title: "t", date: datetime(year: 2022, month: 1, day: 1))
        #let n = 0
        #for i in range(data.work) { n = calc.rem(n * 31 + i, 1000003) }
        #set text(font: "Noto Sans CJK SC")
        #data.lines.first() #n
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Render_SameData_InTwoWorkers_SameBytes()
    {
        using var engine = new EngineFolder().With("echo.typ", Echo);
        await using var one = engine.Start();
        await using var other = engine.Start();
        var data = Data("示例文字，数字123。");

        var first = (await one.RenderAsync("echo.typ", data, RenderFormat.Pdf, Ct)).Value;
        var again = (await one.RenderAsync("echo.typ", data, RenderFormat.Pdf, Ct)).Value;
        var elsewhere = (await other.RenderAsync("echo.typ", data, RenderFormat.Pdf, Ct)).Value;

        Assert.Equal(first.Content, again.Content);
        Assert.Equal(first.Content, elsewhere.Content);
        Assert.Equal(1, first.Pages);
    }

    [Theory]
    [InlineData("""#read("/etc/passwd")""")]
    [InlineData("""#read("../" * 12 + "etc/passwd")""")]
    [InlineData("""#read("../../../../etc/passwd")""")]
    [InlineData("""#image("/etc/passwd", format: "svg")""")]
    [InlineData("""#import "@preview/cetz:0.4.0": *""")]
    [InlineData("""#import ("@pre" + "view/cetz:0.4.0")""")]
    [InlineData("""#import "@local/cetz:0.4.0": *""")]
    [InlineData("""#plugin("/tmp/x.wasm")""")]
    [InlineData("""#text(font: "No Such Face")[示例]""")]
    [InlineData("#panic(\"示例\")")]
    public async Task Render_WhatATemplateMayNot_Refused(string source)
    {
        using var engine = new EngineFolder().With("evil.typ", source).With("echo.typ", Echo);
        await using var renderer = engine.Start();

        var refused = await renderer.RenderAsync("evil.typ", Data("示例"), RenderFormat.Pdf, Ct);

        Assert.StartsWith("Document.", refused.Refusal!.Code, StringComparison.Ordinal);
        // The next one is none the worse.
        Assert.Null(
            (await renderer.RenderAsync("echo.typ", Data("示例"), RenderFormat.Pdf, Ct)).Refusal
        );
    }

    [Theory]
    [InlineData("../secret.typ")]
    [InlineData("/etc/passwd")]
    [InlineData("gongwen.typ/../x.typ")]
    public async Task Render_TemplateOutsideTheFolder_Refused(string template)
    {
        using var engine = new EngineFolder();
        await using var renderer = engine.Start();
        var refused = await renderer.RenderAsync(template, Data("示例"), RenderFormat.Pdf, Ct);
        Assert.Equal("Document.Failed", refused.Refusal!.Code);
    }

    [Theory]
    [InlineData("\ue000")]
    [InlineData("\U000f0000")]
    [InlineData("ก")]
    public async Task Render_CharacterWithoutGlyph_TellsWhich(string character)
    {
        using var engine = new EngineFolder().With("echo.typ", Echo);
        await using var renderer = engine.Start();

        var rendered = await renderer.RenderAsync(
            "echo.typ",
            Data($"姓名{character}示例"),
            RenderFormat.Pdf,
            Ct
        );

        Assert.Equal([character], rendered.Value.MissingGlyphs);
        Assert.Empty(rendered.Value.Content);
    }

    [Fact]
    public async Task Render_NeverEnding_StoppedAndTheNextIsServed()
    {
        using var engine = new EngineFolder().With("slow.typ", Slow).With("echo.typ", Echo);
        await using var renderer = engine.Start(o => o with { TimeoutSeconds = 2 });
        var clock = Stopwatch.StartNew();

        var stopped = await renderer.RenderAsync(
            "slow.typ",
            Data("示例", work: 2_000_000_000),
            RenderFormat.Pdf,
            Ct
        );

        Assert.Equal("Document.TimedOut", stopped.Refusal!.Code);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));
        Assert.Null(
            (await renderer.RenderAsync("echo.typ", Data("示例"), RenderFormat.Pdf, Ct)).Refusal
        );
    }

    [Fact]
    public async Task Render_WorkersKilledInMidDocument50Times_NoWrongDocument()
    {
        const int Documents = 100;
        using var engine = new EngineFolder().With("slow.typ", Slow);
        await using var renderer = engine.Start(o => o with { Workers = 2 });
        using var finished = new CancellationTokenSource();
        var killer = KillAsync(engine.Folder, 50, finished.Token);

        var made = new List<(string Text, Result<RenderedDocument> Result)>();
        for (var i = 0; i < Documents || !killer.IsCompleted; i += 2)
        {
            made.AddRange(await Task.WhenAll(MakeAsync($"示例甲{i}完"), MakeAsync($"示例乙{i}完")));
        }

        await finished.CancelAsync();
        Assert.Equal(50, await killer);
        var served = 0;
        foreach (var (text, result) in made)
        {
            if (result.Refusal is { } refusal)
            {
                Assert.Equal("Document.Failed", refusal.Code);
                continue;
            }

            using var pdf = PdfTools.Of(result.Value.Content);
            await pdf.CheckAsync();
            Assert.StartsWith(text, await pdf.TextAsync(), StringComparison.Ordinal);
            served++;
        }

        // A kill costs a retry, rarely a document.
        Assert.InRange(served, made.Count / 2, made.Count);

        async Task<(string, Result<RenderedDocument>)> MakeAsync(string text) =>
            (
                text,
                await renderer.RenderAsync(
                    "slow.typ",
                    Data(text, work: 400_000),
                    RenderFormat.Pdf,
                    Ct
                )
            );
    }

    [Fact]
    public async Task Render_ManyAtOnce_EachGetsItsOwn()
    {
        using var engine = new EngineFolder().With("echo.typ", Echo);
        await using var renderer = engine.Start(o =>
            o with
            {
                Workers = 2,
                DocumentsPerWorker = 7,
            }
        );
        var texts = Enumerable.Range(0, 40).Select(i => $"示例第{i}份文件").ToList();

        var made = await Task.WhenAll(
            texts.Select(t => renderer.RenderAsync("echo.typ", Data(t), RenderFormat.Pdf, Ct))
        );

        foreach (var (text, result) in texts.Zip(made))
        {
            using var pdf = PdfTools.Of(result.Value.Content);
            Assert.Equal(text, await pdf.TextAsync());
        }
    }

    [Fact]
    public async Task Render_CallerLeaves_WorkerStaysAndNothingIsMixedUp()
    {
        using var engine = new EngineFolder().With("slow.typ", Slow).With("echo.typ", Echo);
        await using var renderer = engine.Start();
        await renderer.CheckAsync(Ct);
        var worker = Assert.Single(WorkersOf(engine.Folder));
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            renderer.RenderAsync(
                "slow.typ",
                Data("走开的人", work: 2_000_000),
                RenderFormat.Pdf,
                leaving.Token
            )
        );
        var next = await renderer.RenderAsync("echo.typ", Data("留下的人"), RenderFormat.Pdf, Ct);

        using var pdf = PdfTools.Of(next.Value.Content);
        Assert.Equal("留下的人", await pdf.TextAsync());
        Assert.Equal([worker], WorkersOf(engine.Folder));
    }

    [Fact]
    public async Task Worker_KnowsNothingOfThePortalsEnvironment()
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__Portal", "Password=示例");
        using var engine = new EngineFolder().With("echo.typ", Echo);
        await using var renderer = engine.Start();
        await renderer.CheckAsync(Ct);

        var environment = await File.ReadAllTextAsync(
            $"/proc/{Assert.Single(WorkersOf(engine.Folder))}/environ",
            Ct
        );

        Assert.DoesNotContain("Password", environment, StringComparison.Ordinal);
        Assert.Contains("HTTPS_PROXY=http://127.0.0.1:9", environment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workers_WithoutWork_End()
    {
        using var engine = new EngineFolder().With("echo.typ", Echo);
        var renderer = engine.Start(o => o with { DocumentsPerWorker = 1 });
        await renderer.RenderAsync("echo.typ", Data("示例"), RenderFormat.Pdf, Ct);
        Assert.Empty(WorkersOf(engine.Folder));

        await renderer.CheckAsync(Ct);
        await renderer.DisposeAsync();
        Assert.Empty(WorkersOf(engine.Folder));
    }

    [Theory]
    [InlineData("no-such-program-示例", null, EngineGap.Node)]
    [InlineData("node", "worker.mjs", EngineGap.Compiler)]
    public async Task Check_PartsMissing_SaysWhichAndHowToInstallThem(
        string node,
        string? onlyFile,
        EngineGap gap
    )
    {
        var folder = Directory.CreateTempSubdirectory("pilot-engine-");
        if (onlyFile is not null)
        {
            File.Copy(
                Path.Combine(TestDocuments.SourceFolder(), onlyFile),
                Path.Combine(folder.FullName, onlyFile)
            );
        }

        await using var renderer = new DocumentRenderer(
            new DocumentOptions { Node = node, Folder = folder.FullName },
            NullLogger<DocumentRenderer>.Instance
        );

        var status = await renderer.CheckAsync(Ct);
        var refused = await renderer.RenderAsync("echo.typ", Data("示例"), RenderFormat.Pdf, Ct);

        Assert.Equal([gap], status.Gaps);
        Assert.False(status.IsReady);
        Assert.Equal("Document.EngineMissing", refused.Refusal!.Code);
        Assert.Contains(EngineStatus.Remedy, refused.Refusal.Zh, StringComparison.Ordinal);
        Assert.Contains(EngineStatus.Remedy, refused.Refusal.En, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Check_OnThisMachine_Complete()
    {
        var status = await TestDocuments.Renderer.CheckAsync(Ct);
        Assert.True(status.IsComplete, status.En);
    }

    private static JsonElement Data(string line, long work = 0) =>
        JsonSerializer.SerializeToElement(new { lines = new[] { line }, work });

    /// <summary>Process ids of the workers in a folder.</summary>
    private static List<int> WorkersOf(string folder) =>
        [
            .. Process
                .GetProcessesByName("node")
                .Where(p =>
                {
                    try
                    {
                        return Directory.ResolveLinkTarget($"/proc/{p.Id}/cwd", true)?.FullName
                            == folder;
                    }
                    catch (IOException)
                    {
                        return false;
                    }
                })
                .Select(p => p.Id),
        ];

    /// <summary>Kills a worker while it is busy, again and again.</summary>
    /// <returns>How many were killed.</returns>
    private static async Task<int> KillAsync(string folder, int times, CancellationToken until)
    {
        var killed = 0;
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (killed < times && await beat.WaitForNextTickAsync(Ct))
        {
            foreach (var id in WorkersOf(folder).Where(IsBusy).Take(times - killed))
            {
                try
                {
                    Process.GetProcessById(id).Kill();
                    killed++;
                }
                catch (Exception e) when (e is ArgumentException or InvalidOperationException)
                {
                    // It ended by itself.
                }
            }

            if (until.IsCancellationRequested)
            {
                break;
            }
        }

        return killed;
    }

    /// <summary>It has run for a while since it was ready: a starting worker is not in mid-document.</summary>
    private static bool IsBusy(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].StartsWith('R');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
