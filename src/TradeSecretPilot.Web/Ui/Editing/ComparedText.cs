using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Localization;

namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>
/// A text: in paragraphs or within a line, with the numbers of its comments, and compared with the text
/// before when there is one. Written in code, for no blank may come between the pieces of a Chinese sentence.
/// </summary>
public sealed class ComparedText : ComponentBase
{
    private IReadOnlyList<TextDiff.Piece> _pieces = [];

    [Inject]
    public required IStringLocalizer L { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The text before, to compare with; null shows the text alone.</summary>
    [Parameter]
    public string? Previous { get; set; }

    /// <summary>Numbers of the comments on this text.</summary>
    [Parameter]
    public IReadOnlyList<int> Numbers { get; set; } = [];

    /// <summary>Within a line, instead of in paragraphs.</summary>
    [Parameter]
    public bool Inline { get; set; }

    /// <summary>The id of a comment's number within the document. A link to it needs the page's full path before the #.</summary>
    public static string MarkId(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"mark-{number}");

    protected override void OnParametersSet() =>
        _pieces =
            Previous is not null ? TextDiff.Compare(Previous, Text)
            : string.IsNullOrWhiteSpace(Text) ? []
            : [new(TextDiff.Change.Same, Text.ReplaceLineEndings("\n"))];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Inline)
        {
            Open(builder, Numbers.Count > 0 ? "mark" : "span");
            AddNumbers(builder);
            AddPieces(builder, _pieces);
            builder.CloseElement();
            return;
        }

        var paragraphs = TextDiff.Paragraphs(_pieces);
        foreach (var paragraph in paragraphs.DefaultIfEmpty([]))
        {
            Open(builder, "p");
            if (paragraphs.Count == 0 || ReferenceEquals(paragraph, paragraphs[0]))
            {
                AddNumbers(builder);
            }

            AddPieces(builder, paragraph);
            builder.CloseElement();
        }
    }

    private void Open(RenderTreeBuilder builder, string element)
    {
        builder.OpenElement(0, element);
        if (_pieces.Count == 0)
        {
            builder.AddAttribute(1, "class", "muted");
        }
    }

    private void AddNumbers(RenderTreeBuilder builder)
    {
        foreach (var number in Numbers)
        {
            builder.OpenElement(2, "sup");
            builder.AddAttribute(3, "id", MarkId(number));
            builder.AddContent(4, number);
            builder.OpenElement(5, "span");
            builder.AddAttribute(6, "class", "vh");
            builder.AddContent(7, L["批注"]);
            builder.CloseElement();
            builder.CloseElement();
        }
    }

    private void AddPieces(RenderTreeBuilder builder, IReadOnlyList<TextDiff.Piece> pieces)
    {
        if (pieces.Count == 0)
        {
            builder.AddContent(8, L["未填"]);
        }

        foreach (var piece in pieces)
        {
            if (piece.Change == TextDiff.Change.Same)
            {
                builder.AddContent(9, piece.Text);
                continue;
            }

            builder.OpenElement(10, piece.Change == TextDiff.Change.Added ? "ins" : "del");
            builder.AddContent(11, piece.Text);
            builder.CloseElement();
        }
    }
}
