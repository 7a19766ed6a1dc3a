using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Documents.Excel;

namespace TradeSecretPilot.Web.Components;

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
    private bool _confirmed;
    private bool _reading;

    // The browser tells of no second choice of the same file; a new control does.
    private int _attempt;
    private string _file = "";
    private Refusal? _refusal;
    private SheetReading<TRow>? _read;
    private string? _taken;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Address of the template beneath /documents, without ending.</summary>
    [Parameter, EditorRequired]
    public required string Template { get; set; }

    /// <summary>Reads the bytes of a file.</summary>
    [Parameter, EditorRequired]
    public required Func<byte[], Result<SheetReading<TRow>>> Read { get; set; }

    /// <summary>What the rows would change now.</summary>
    [Parameter, EditorRequired]
    public required Func<IReadOnlyList<TRow>, ImportPreview> Preview { get; set; }

    /// <summary>Puts the rows into the editor.</summary>
    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<TRow>> OnTake { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

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

    private async Task ReadAsync(InputFileChangeEventArgs e)
    {
        Drop();
        _taken = null;
        _file = e.File.Name;
        _reading = true;
        try
        {
            var read = await ReadAsync(e.File);
            _refusal = read.Refusal;
            _read = read.Refusal is null ? read.Value : null;
        }
        finally
        {
            _reading = false;
            _answered = true;
            _attempt++;
        }
    }

    private async Task<Result<SheetReading<TRow>>> ReadAsync(IBrowserFile file)
    {
        if (!file.Name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
        {
            return ImportRefusals.NotXlsx();
        }

        if (file.Size > WorkbookReader.MaxBytes)
        {
            return ImportRefusals.TooLarge(WorkbookReader.MaxMegabytes);
        }

        using var content = new MemoryStream();
        await using var stream = file.OpenReadStream(WorkbookReader.MaxBytes);
        await stream.CopyToAsync(content);
        return Read(content.ToArray());
    }

    private async Task TakeAsync(IReadOnlyList<TRow> rows, ImportPreview preview)
    {
        await OnTake.InvokeAsync(rows);
        Drop();
        _taken = preview.Summary;
    }

    private void Drop()
    {
        _refusal = null;
        _read = null;
    }
}
