namespace TradeSecretPilot.UseCases.Rendering.Typst;

/// <summary>The section <c>Documents</c> of the configuration: the engine that typesets official documents.</summary>
public sealed record DocumentOptions
{
    public const string Section = "Documents";

    /// <summary>The portal's address as the public knows it, for the code on documents; null writes the number alone.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>Stands on every page of every document, such as that all data are a sample's; null for none.</summary>
    public string? Mark { get; init; }

    /// <summary>The program that runs the worker.</summary>
    public string Node { get; init; } = "node";

    /// <summary>Worker, templates and the compiler's package.</summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "documents");

    /// <summary>Documents typeset at once. Each worker holds about 200 MB.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>A document that takes longer ends its worker. Seconds.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>A worker is replaced after so many documents.</summary>
    public int DocumentsPerWorker { get; init; } = 500;

    /// <summary>A worker that holds more is replaced after its document. Megabytes.</summary>
    public int WorkerMegabytes { get; init; } = 280;

    /// <summary>A worker without work ends after so long. Seconds.</summary>
    public int IdleSeconds { get; init; } = 300;

    /// <summary>More folders with fonts, separated by commas; the system's own are always searched.</summary>
    public string FontFolders { get; init; } = "";

    public DocumentFonts Fonts { get; init; } = new();
}

/// <summary>
/// The faces of GB/T 9704 by role. What a ministry has licensed is named here, separated by commas, and goes before the free
/// faces; of all of them the first that the machine has is used.
/// </summary>
public sealed record DocumentFonts
{
    /// <summary>仿宋: body.</summary>
    public string FangSong { get; init; } = "";

    /// <summary>楷体: second heading.</summary>
    public string Kai { get; init; } = "";

    /// <summary>黑体: first heading, table heads.</summary>
    public string Hei { get; init; } = "";

    /// <summary>宋体: page numbers.</summary>
    public string Song { get; init; } = "";

    /// <summary>小标宋: titles and the name of the issuing body.</summary>
    public string XiaoBiaoSong { get; init; } = "";

    /// <summary>Every candidate by role, the licensed ones first. <c>fallback</c> covers rare characters, other scripts and symbols.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Candidates =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["fangSong"] =
            [
                .. Split(FangSong),
                "FZFangSong-Z02",
                "FangSong_GB2312",
                "FangSong",
                "STFangsong",
                "FandolFang R",
            ],
            ["kai"] = [.. Split(Kai), "FZKai-Z03", "KaiTi_GB2312", "KaiTi", "STKaiti", "FandolKai"],
            ["hei"] = [.. Split(Hei), "FZHei-B01", "SimHei", "STHeiti", "Noto Sans CJK SC"],
            ["song"] = [.. Split(Song), "FZShuSong-Z01", "SimSun", "STSong", "Noto Serif CJK SC"],
            ["xiaoBiaoSong"] =
            [
                .. Split(XiaoBiaoSong),
                "FZXiaoBiaoSong-B05",
                "FZXiaoBiaoSong-B05S",
                "STZhongsong",
                "Noto Serif CJK SC",
            ],
            ["fallback"] =
            [
                "Noto Serif CJK SC",
                "Noto Sans CJK SC",
                "HanaMinA",
                "HanaMinB",
                "DejaVu Sans",
                "Symbola",
            ],
        };

    internal static IReadOnlyList<string> Split(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
