using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace TradeSecretPilot.Web.Ui.Localization;

/// <summary>
/// A text that may name digests or signatures: these are read letter by letter, so that a line may end within them and they never run
/// out of a phone.
/// </summary>
public sealed partial class DigestText : ComponentBase
{
    [Parameter, EditorRequired]
    public string? Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var text = Text ?? "";
        var end = 0;
        foreach (var digest in Digest().EnumerateMatches(text))
        {
            builder.AddContent(0, text[end..digest.Index]);
            end = digest.Index + digest.Length;
            builder.OpenElement(1, "code");
            builder.AddContent(2, text[digest.Index..end]);
            builder.CloseElement();
        }

        builder.AddContent(3, text[end..]);
    }

    // Hexadecimal or base64, longer than any word or number.
    [GeneratedRegex("[0-9A-Za-z+/=_-]{32,}", RegexOptions.NonBacktracking)]
    private static partial Regex Digest();
}
