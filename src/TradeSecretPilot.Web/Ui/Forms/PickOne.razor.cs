using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Ui.Forms;

/// <summary>Picks one record out of many by part of its text.</summary>
/// <typeparam name="T">What is picked; compared by value.</typeparam>
public sealed partial class PickOne<T>
    where T : class
{
    private MudAutocomplete<T>? _input;
    private Page<T>? _page;

    // What the control shows. The page's own value comes back a moment later, and must not undo what was just picked.
    private T? _value;

    /// <summary>The field that it stands in.</summary>
    [Parameter, EditorRequired]
    public required FieldContext Field { get; set; }

    [Parameter, EditorRequired]
    public T? Value { get; set; }

    [Parameter]
    public EventCallback<T?> ValueChanged { get; set; }

    /// <summary>The first records that hold the text; all of them for an empty one.</summary>
    [Parameter, EditorRequired]
    public required Func<string, CancellationToken, Task<Page<T>>> Search { get; set; }

    /// <summary>What stands in the field once a record is picked.</summary>
    [Parameter, EditorRequired]
    public required Func<T, string> Text { get; set; }

    /// <summary>How a record stands in the list, where its text is not enough.</summary>
    [Parameter]
    public RenderFragment<T>? Row { get; set; }

    /// <summary>Records that are shown but cannot be picked; <see cref="Row"/> says why.</summary>
    [Parameter]
    public Func<T, bool>? IsOff { get; set; }

    /// <summary>What is wrong with the value as it is now; see <see cref="FieldRules{TInput}"/>.</summary>
    [Parameter]
    public Func<IEnumerable<string>>? Errors { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    private Func<T?, IEnumerable<string>> Judge => _ => Errors!();

    private Dictionary<string, object?> Attributes => Field.ForControl();

    public ValueTask FocusAsync() => _input?.FocusAsync() ?? ValueTask.CompletedTask;

    protected override void OnParametersSet() => _value = Value;

    private async Task<IEnumerable<T>> SearchAsync(string? text, CancellationToken ct)
    {
        _page = await Search(text?.Trim() ?? "", ct);
        return _page.Items;
    }

    private Task ChangeAsync(T? value)
    {
        _value = value;
        return ValueChanged.InvokeAsync(value);
    }
}
