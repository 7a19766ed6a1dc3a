using Microsoft.AspNetCore.Components;

namespace TradeSecretPilot.Web.Ui.Forms;

/// <summary>
/// A labelled control with 必填 in words, a hint, a counter and its error. The control itself is the content:
/// <c>&lt;input class="input" @attributes="context.Attributes" … /&gt;</c>.
/// </summary>
public sealed partial class Field
{
    private readonly string _id = "f-" + Guid.NewGuid().ToString("N")[..8];

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<FieldContext> ChildContent { get; set; }

    [Parameter]
    public bool Required { get; set; }

    /// <summary>Definition 口径, unit, the last value.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>What to beware of although nothing is wrong, already in the page's language.</summary>
    [Parameter]
    public string? Warning { get; set; }

    /// <summary>What is wrong and what to do, already in the page's language.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>The text so far, with <see cref="Max"/>: counted, and judged where nothing else is wrong.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>Greatest length, in characters as a reader counts them.</summary>
    [Parameter]
    public int? Max { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private int Length => Characters.Count(Text ?? "");

    /// <summary>What is wrong, also with a text that is too long; null for nothing.</summary>
    private string? Says =>
        !string.IsNullOrEmpty(Error) ? Error
        : (Text, Max) is ({ } text, { } max) ? TextFaultNote.Words(text, max)
        : null;

    private FieldContext Context
    {
        get
        {
            var attributes = new Dictionary<string, object> { ["id"] = _id };
            var invalid = Says is not null;
            var described = string.Join(
                ' ',
                new[]
                {
                    invalid ? $"{_id}-error" : null,
                    Warning is not null ? $"{_id}-warning" : null,
                    Hint is not null || Max is not null ? $"{_id}-hint" : null,
                }.OfType<string>()
            );
            if (described.Length > 0)
            {
                attributes["aria-describedby"] = described;
            }

            if (invalid)
            {
                attributes["aria-invalid"] = "true";
            }

            if (Required)
            {
                attributes["aria-required"] = "true";
            }

            return new FieldContext(_id, attributes);
        }
    }
}
