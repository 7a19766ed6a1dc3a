using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Ui.Dialogs;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>创新举措: a row each, of which one at a time is open as a form; added, removed and put in order.</summary>
public sealed partial class MeasureTable
{
    // What a complete measure holds: see WorkPlanRules.
    private const int FieldsOfMeasure = 7;

    private bool _importing;

    [CascadingParameter]
    public required PlanEditing Editing { get; set; }

    [Parameter, EditorRequired]
    public required BatchView Batch { get; set; }

    /// <summary>The measure that is open as a form; null when none is.</summary>
    [Parameter]
    public Guid? OpenId { get; set; }

    [Parameter]
    public EventCallback<Guid?> OpenIdChanged { get; set; }

    /// <summary>Sends the keyboard to a control, by its key or anchor, after the page shows it.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnFocus { get; set; }

    /// <summary>A row was added, removed or moved: worth saving at once.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnRowsChanged { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private IReadOnlyList<Measure> Measures => Editing.Plan.Measures;

    private string Blank => L["未填"];

    private static string RowAnchor(Measure measure) => $"row:{measure.Id:N}";

    private static string Months(Measure m) =>
        (m.StartMonth, m.FinishMonth) switch
        {
            ({ } start, { } finish) => $"{start:yyyy.MM}–{finish:yyyy.MM}",
            ({ } start, null) => $"{start:yyyy.MM}–",
            (null, { } finish) => $"–{finish:yyyy.MM}",
            _ => "–",
        };

    private int CommentsOn(Measure measure)
    {
        var prefix = PlanFields.MeasureKey(measure.Id, "");
        return Editing.Comments.Count(c =>
            c.IsOpen && c.Key?.StartsWith(prefix, StringComparison.Ordinal) == true
        );
    }

    private Task OnKeyAsync(KeyboardEventArgs e, int index) =>
        (e.AltKey, e.Key) switch
        {
            (true, "ArrowUp") => MoveAsync(index, -1),
            (true, "ArrowDown") => MoveAsync(index, 1),
            _ => Task.CompletedTask,
        };

    private async Task AddAsync()
    {
        var added = new Measure { Id = Guid.CreateVersion7(Clock.GetUtcNow()) };
        Editing.Replace(Editing.Plan with { Measures = [.. Measures, added] });
        await OpenIdChanged.InvokeAsync(added.Id);
        await OnRowsChanged.InvokeAsync();
        await OnFocus.InvokeAsync(PlanFields.MeasureKey(added.Id, "title"));
    }

    private async Task MoveAsync(int index, int by)
    {
        var to = index + by;
        if (to < 0 || to >= Measures.Count)
        {
            return;
        }

        var moved = Measures[index];
        var measures = Measures.ToList();
        measures.RemoveAt(index);
        measures.Insert(to, moved);
        Editing.Replace(Editing.Plan with { Measures = measures });
        await OnRowsChanged.InvokeAsync();
        await OnFocus.InvokeAsync(RowAnchor(moved));
    }

    private async Task RemoveAsync(int index)
    {
        var measure = Measures[index];
        var written = measure != new Measure { Id = measure.Id };
        if (
            written
            && await Dialog.AskAsync(
                new Confirmation(
                    L["删除举措{0}？", index + 1],
                    L["后面的举措序号依次前移。离开本页之前可以撤销删除。"],
                    L["删除举措{0}", index + 1]
                )
                {
                    Records = [(measure.Title, measure.ResponsibleUnit)],
                    Danger = true,
                }
            )
                is null
        )
        {
            return;
        }

        Editing.Delete(measure);
        await OpenIdChanged.InvokeAsync(null);
        await OnRowsChanged.InvokeAsync();
        await OnFocus.InvokeAsync("measures");
    }
}
