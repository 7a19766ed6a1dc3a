using System.Text.Json.Serialization;

namespace TradeSecretPilot.UseCases.Rendering;

/// <summary>A piece of a document's text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(FactTable), "facts")]
[JsonDerivedType(typeof(SignatureLine), "signatureLine")]
[JsonDerivedType(typeof(AnnexHead), "annexHead")]
public abstract record Block;

/// <summary>A heading with its number: 一、 is level 1, （一） 2, 1. 3, （1） 4.</summary>
public sealed record Heading(int Level, string Text) : Block
{
    public const int Deepest = 4;
}

/// <summary>Text; each line of it is a paragraph.</summary>
public sealed record Paragraph(string Text, Align Align = Align.Left) : Block;

/// <summary>A table; its head is repeated on every page.</summary>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
    : Block
{
    /// <summary>五号.</summary>
    public const decimal UsualSize = 10.5m;

    public string? Caption { get; init; }

    /// <summary>What the figures mean, beneath the table.</summary>
    public string? Note { get; init; }

    /// <summary>Type size in points.</summary>
    public decimal Size { get; init; } = UsualSize;
}

/// <summary>A column of a table.</summary>
/// <param name="Width">Share of the table's width.</param>
public sealed record Column(string Head, int Width, Align Align = Align.Left);

/// <summary>Labels with their values, in a table of two columns.</summary>
/// <param name="LabelWidth">Width of the labels in per cent.</param>
public sealed record FactTable(IReadOnlyList<Fact> Facts, int LabelWidth = 24) : Block
{
    private const int CharactersOnOnePage = 1000;

    /// <summary>What fits on a page is not torn over two.</summary>
    public bool Breakable => Facts.Sum(f => f.Value.Length) > CharactersOnOnePage;
}

/// <summary>附件顺序号和标题 (GB/T 9704-2012, 7.3.6), as the list of attachments names them.</summary>
public sealed record AnnexHead(string Label, string Title) : Block;

/// <summary>Places to sign by hand, side by side.</summary>
public sealed record SignatureLine(IReadOnlyList<string> Labels) : Block;

public enum Align
{
    Left = 1,
    Center = 2,
    Right = 3,
}
