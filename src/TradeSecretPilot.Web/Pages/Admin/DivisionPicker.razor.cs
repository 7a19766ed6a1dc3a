using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>Picks one division by province, level and part of its name.</summary>
public sealed partial class DivisionPicker : IDisposable
{
    private const int Shown = 12;

    private readonly CancellationTokenSource _left = new();
    private readonly string _name = "d-" + Guid.NewGuid().ToString("N")[..8];
    private string _province = "";
    private string _level = "";
    private string _text = "";
    private string? _picked;
    private Page<ListDivisions.Row>? _found;
    private int _asked;

    [Inject]
    public required ListDivisions ListDivisions { get; set; }

    [Parameter, EditorRequired]
    public required string Legend { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<ListDivisions.Row> OnPick { get; set; }

    /// <summary>A division that has its organisation cannot be picked.</summary>
    [Parameter]
    public bool TakenWhenPresent { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnInitializedAsync() => SearchAsync();

    private async Task SearchAsync()
    {
        var asked = ++_asked;
        var found = await ListDivisions.ExecuteAsync(
            new ListDivisions.Input(
                _province.Length == 0 ? null : _province,
                _text,
                Enum.TryParse<DivisionLevel>(_level, out var level) ? level : null,
                new Paging(1, Shown)
            ),
            _left.Token
        );
        // A slower answer to an earlier question must not replace this one.
        if (asked == _asked)
        {
            _found = found;
        }
    }

    private Task PickAsync(ListDivisions.Row row)
    {
        _picked = row.Code;
        return OnPick.InvokeAsync(row);
    }

    private string Place(ListDivisions.Row row)
    {
        var place =
            row.ParentName is { } parent && row.ParentCode != row.ProvinceCode
                ? row.ProvinceName + parent
            : row.Level == DivisionLevel.Province ? ""
            : row.ProvinceName;
        return place.Length == 0
            ? L[TurnWords.Of(row.Level)]
            : L["{0}，{1}", L[TurnWords.Of(row.Level)].Value, place];
    }
}
