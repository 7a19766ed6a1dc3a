using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.Web.Ui.Files;

namespace TradeSecretPilot.Web.Parts.Files;

/// <summary>
/// 从 Excel 填入: reads a filled-in template, says every problem or what would change, and hands the rows over when they are
/// confirmed. It saves nothing: what is taken goes into the editor as if typed.
/// </summary>
/// <typeparam name="TRow">A row as it was read.</typeparam>
public sealed partial class ExcelImport<TRow>
{
    private const string Ending = ".xlsx";

    private readonly string _id = "x-" + Guid.NewGuid().ToString("N")[..8];
    private ElementReference _heading;
    private ElementReference _result;
    private bool _answered;

    /// <summary>The figures in doubt were checked.</summary>
    private bool _checked;

    private string _file = "";
    private SheetReading<TRow>? _read;
    private string? _taken;

    /// <summary>Those whose files are read before this one.</summary>
    private int _ahead;

    [Inject]
    public required HeavyWork Heavy { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Address of the template beneath /documents, without ending.</summary>
    [Parameter, EditorRequired]
    public required string Template { get; set; }

    /// <summary>Reads the bytes of a file, until it is told to stop.</summary>
    [Parameter, EditorRequired]
    public required Func<byte[], CancellationToken, Result<SheetReading<TRow>>> Read { get; set; }

    /// <summary>What the rows would change now.</summary>
    [Parameter, EditorRequired]
    public required Func<IReadOnlyList<TRow>, ImportPreview> Preview { get; set; }

    /// <summary>Puts the rows into the editor.</summary>
    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<TRow>> OnTake { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>One template is read in one place of a page.</summary>
    private string Place => "import." + Template.Replace('/', '.');

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _heading.FocusAsync();
        }

        if (_answered)
        {
            _answered = false;
            await _result.FocusAsync();
        }
    }

    /// <summary>What can be said before the file is sent.</summary>
    private static Refusal? Refuse(string fileName, UploadNewsKind news) =>
        news switch
        {
            UploadNewsKind.WrongKind => ImportRefusals.NotXlsx(),
            UploadNewsKind.TooLarge => ImportRefusals.TooLarge(WorkbookReader.MaxMegabytes),
            _ => null,
        };

    /// <summary>Another file was chosen: what the last one said is no longer of interest.</summary>
    private void Begin(bool busy)
    {
        if (busy)
        {
            Drop();
            _taken = null;
        }
    }

    private async Task<Refusal?> ReadAsync(Upload file, CancellationToken ct)
    {
        _file = file.FileName;
        using var content = new MemoryStream();
        await file.Content.CopyToAsync(content, ct);
        // Off the circuit, which would stand still meanwhile, and in its turn.
        var read = await Heavy.RunAsync(
            turn => Task.FromResult(Read(content.ToArray(), turn)),
            ahead => _ = InvokeAsync(() => ShowPlace(ahead)),
            ct
        );
        _ahead = 0;
        _read = read.Refusal is null ? read.Value : null;
        _answered = read.Refusal is null;
        StateHasChanged();
        return read.Refusal;
    }

    private void ShowPlace(int ahead)
    {
        if (_ahead != ahead)
        {
            _ahead = ahead;
            StateHasChanged();
        }
    }

    private async Task TakeAsync(IReadOnlyList<TRow> rows, ImportPreview preview)
    {
        await OnTake.InvokeAsync(rows);
        Drop();
        _taken = preview.Summary;
    }

    private void Drop()
    {
        _read = null;
        _checked = false;
    }
}
