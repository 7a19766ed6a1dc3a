using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>Reads a PDF back with the tools of the operating system.</summary>
internal sealed partial class PdfTools : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilot-pdf-");
    private readonly string _file;

    private PdfTools(byte[] pdf)
    {
        _file = Path.Combine(_folder.FullName, "document.pdf");
        File.WriteAllBytes(_file, pdf);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static PdfTools Of(byte[] pdf) => new(pdf);

    /// <summary>The text without white space, as Chinese has none and lines break where they like.</summary>
    public static string Squeeze(string text) => WhiteSpace().Replace(text, "");

    /// <summary>Texts that run over a page end have its foot in between: it is cut out.</summary>
    public static string WithoutFeet(string text) => Foot().Replace(text, "");

    public async Task<string> TextAsync() =>
        Squeeze(await RunAsync("pdftotext", "-raw", _file, "-"));

    /// <summary>One text for each page.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync() =>
        [.. (await RunAsync("pdftotext", "-raw", _file, "-")).Split('\f')[..^1].Select(Squeeze)];

    public async Task<IReadOnlyDictionary<string, string>> InfoAsync() =>
        (await RunAsync("pdfinfo", _file))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(':', 2))
            .Where(l => l.Length == 2)
            .ToDictionary(l => l[0], l => l[1].Trim());

    /// <summary>Name, whether embedded, whether subset, of each font.</summary>
    public async Task<IReadOnlyList<(string Name, bool Embedded, bool Unicode)>> FontsAsync() =>
        [
            .. (await RunAsync("pdffonts", _file))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(2)
                .Select(l => FontLine().Match(l))
                .Select(m =>
                    (m.Groups[1].Value, m.Groups[2].Value == "yes", m.Groups[3].Value == "yes")
                ),
        ];

    /// <summary>The words of a page with their boxes in millimetres from its upper left corner.</summary>
    public async Task<IReadOnlyList<Word>> WordsAsync(int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var html = await RunAsync("pdftotext", "-bbox", "-f", number, "-l", number, _file, "-");
        return
        [
            .. WordBox()
                .Matches(html)
                .Select(m => new Word(
                    System.Net.WebUtility.HtmlDecode(m.Groups[5].Value),
                    Millimetres(m.Groups[1].Value),
                    Millimetres(m.Groups[2].Value),
                    Millimetres(m.Groups[3].Value),
                    Millimetres(m.Groups[4].Value)
                )),
        ];
    }

    /// <summary>Throws when the file's structure has a fault.</summary>
    public Task<string> CheckAsync() => RunAsync("qpdf", "--check", _file);

    /// <summary>The document's objects as text, for what no other tool tells.</summary>
    public Task<string> ObjectsAsync() =>
        RunAsync("qpdf", "--qdf", "--object-streams=disable", _file, "-");

    /// <summary>Every text with its face and size in points.</summary>
    public Task<string> XmlAsync() =>
        RunAsync("pdftohtml", "-xml", "-zoom", "1", "-i", "-stdout", _file);

    /// <summary>A page as a picture (PNG).</summary>
    public async Task<byte[]> PictureAsync(int page, int dotsPerInch, bool colour = false)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var root = Path.Combine(_folder.FullName, "page");
        string[] arguments =
        [
            .. colour ? Array.Empty<string>() : ["-gray"],
            "-png",
            "-singlefile",
            "-r",
            dotsPerInch.ToString(CultureInfo.InvariantCulture),
            "-f",
            number,
            "-l",
            number,
            _file,
            root,
        ];
        await RunAsync("pdftoppm", arguments);
        return await File.ReadAllBytesAsync($"{root}.png", Ct);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Runs a program to its end.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process =
            Process.Start(start) ?? throw new InvalidOperationException($"{program}?");
        var output = process.StandardOutput.ReadToEndAsync(Ct);
        var errors = process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException(
                $"{program} ended with {process.ExitCode}: {await errors}{await output}"
            );
    }

    private static double Millimetres(string points) =>
        double.Parse(points, CultureInfo.InvariantCulture) / 72 * 25.4;

    public sealed record Word(string Text, double Left, double Top, double Right, double Bottom);

    [GeneratedRegex("(—\\d+—)?核验：(回执[A-Z0-9-]+|内容指纹)SHA-256[0-9A-F]{64}(—\\d+—)?")]
    private static partial Regex Foot();

    [GeneratedRegex(@"[\s\u200b]+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"^(\S+)\s.*\s(yes|no)\s+(?:yes|no)\s+(yes|no)\s+\d+\s+\d+$")]
    private static partial Regex FontLine();

    [GeneratedRegex(
        """<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>"""
    )]
    private static partial Regex WordBox();
}
