namespace TradeSecretPilot.UseCases.Rendering;

/// <summary>How a document is laid out.</summary>
public enum DocumentForm
{
    /// <summary>Cover, contents, text: plans and reports.</summary>
    Plan = 1,

    /// <summary>信函格式 (GB/T 9704-2012, 10.1).</summary>
    Letter = 2,

    /// <summary>文件式版头 (GB/T 9704-2012, 7.2).</summary>
    Notice = 3,

    /// <summary>A record or form: opinion, score sheet, certificate.</summary>
    Sheet = 4,

    /// <summary>An official text without a head: reports.</summary>
    Paper = 5,
}

/// <summary>
/// A document as its author means it, without a word on how it looks: the PDF and the Word file are made of the same one.
/// Texts are Chinese; what users typed stands in them as data.
/// </summary>
public sealed record OfficialDocument
{
    public required DocumentForm Form { get; init; }

    /// <summary>Name of the file without its ending.</summary>
    public required string FileName { get; init; }

    /// <summary>标题, broken where it reads well.</summary>
    public required IReadOnlyList<string> TitleLines { get; init; }

    public string Title => string.Concat(TitleLines);

    /// <summary>The issuing organisation.</summary>
    public required string Author { get; init; }

    /// <summary>What the document is about, for its metadata.</summary>
    public required string Subject { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = ["商业秘密保护", "创新试点"];

    /// <summary>成文日期, a day in Beijing. It is also the date of the file, so that the same data gives the same bytes.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What the document is not: final, or of a real place. On every page.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    public CoverPage? Cover { get; init; }

    public Masthead? Masthead { get; init; }

    /// <summary>主送机关.</summary>
    public string? Addressee { get; init; }

    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>附件说明.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>The attachment itself, on pages of its own.</summary>
    public IReadOnlyList<Block> Annex { get; init; } = [];

    public Signature? Signature { get; init; }

    public Imprint? Imprint { get; init; }

    /// <summary>In the foot of every page of what is sealed or verified.</summary>
    public Verification? Verification { get; init; }

    /// <summary>The same document with the fingerprint of its own content in the foot.</summary>
    public OfficialDocument WithFingerprint() =>
        this with
        {
            Verification = new Verification(
                ContentHash.Fingerprint(this with { Verification = null })
            ),
        };
}

/// <summary>封面.</summary>
/// <param name="Kind">What the document is.</param>
public sealed record CoverPage(string Kind, IReadOnlyList<Fact> Lines);

/// <summary>版头.</summary>
/// <param name="Agency">发文机关标志.</param>
/// <param name="Number">发文字号.</param>
public sealed record Masthead(string Agency, string Number);

/// <summary>署名和成文日期.</summary>
/// <param name="By">发文机关.</param>
/// <param name="On">成文日期 in words.</param>
public sealed record Signature(string By, string On);

/// <summary>版记.</summary>
/// <param name="CopyTo">抄送机关.</param>
/// <param name="Issuer">印发机关.</param>
/// <param name="IssuedOn">印发日期 in words.</param>
public sealed record Imprint(string? CopyTo, string Issuer, string IssuedOn);

/// <summary>A label with its value.</summary>
public sealed record Fact(string Label, string Value);
