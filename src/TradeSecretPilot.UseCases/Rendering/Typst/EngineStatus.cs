namespace TradeSecretPilot.UseCases.Rendering.Typst;

/// <summary>What the engine lacks on this machine.</summary>
public enum EngineGap
{
    /// <summary>Node.js does not start.</summary>
    Node = 1,

    /// <summary>The folder with worker, templates and compiler is not complete.</summary>
    Compiler = 2,

    /// <summary>No font has Chinese.</summary>
    ChineseFonts = 3,

    /// <summary>仿宋 or 楷体 is missing: documents are set in 宋体 in their place.</summary>
    OfficialFaces = 4,
}

/// <summary>Whether official documents can be made here.</summary>
/// <param name="Gaps">What is missing; the first three keep every PDF from being made.</param>
public sealed record EngineStatus(IReadOnlyList<EngineGap> Gaps)
{
    /// <summary>Installs whatever is missing; stands in the portal's folder.</summary>
    public const string Remedy = "bash documents/install.sh";

    public bool IsReady => Gaps.All(gap => gap == EngineGap.OfficialFaces);

    public bool IsComplete => Gaps.Count == 0;

    /// <summary>What is missing, in Chinese.</summary>
    public string Zh => string.Join('、', Gaps.Select(NameZh));

    /// <summary>What is missing, in English.</summary>
    public string En => string.Join(", ", Gaps.Select(NameEn));

    private static string NameZh(EngineGap gap) =>
        gap switch
        {
            EngineGap.Node => "Node.js 20 或更新版本",
            EngineGap.Compiler => "排版程序",
            EngineGap.ChineseFonts => "中文字体",
            _ => "仿宋、楷体（暂以宋体代替）",
        };

    private static string NameEn(EngineGap gap) =>
        gap switch
        {
            EngineGap.Node => "Node.js 20 or later",
            EngineGap.Compiler => "the typesetting program",
            EngineGap.ChineseFonts => "Chinese fonts",
            _ => "FangSong and Kai faces (set in Song for now)",
        };
}
