using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.Web.Components;

/// <summary>
/// Chooses files and sends them one after another: after the confirmation, with progress, each refusal in its place. What
/// was cut off by a lost connection is named when the page comes back.
/// </summary>
public sealed partial class FileUpload : IDisposable
{
    private const int Whole = 100;
    private const long Megabyte = 1024 * 1024;

    private readonly CancellationTokenSource _left = new();
    private readonly List<string> _sent = [];
    private readonly List<Failure> _failures = [];
    private CancellationTokenSource? _cancel;
    private ElementReference _result;
    private bool _confirmed;
    private bool _answered;
    private string? _current;
    private long _bytes;
    private long _moved;

    // The browser tells of no second choice of the same file; a new control does.
    private int _attempt;

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Endings, for the file dialog.</summary>
    [Parameter, EditorRequired]
    public required string Accept { get; set; }

    /// <summary>What may be sent, in words.</summary>
    [Parameter, EditorRequired]
    public required string Kinds { get; set; }

    /// <summary>Several files may be chosen at once.</summary>
    [Parameter]
    public bool Multiple { get; set; }

    /// <summary>How many more are taken.</summary>
    [Parameter]
    public int Room { get; set; } = 1;

    /// <summary>Names the place on the page in the browser's memory.</summary>
    [Parameter, EditorRequired]
    public required string Place { get; set; }

    /// <summary>Keeps one file; answers why not.</summary>
    [Parameter, EditorRequired]
    public required Func<Upload, CancellationToken, Task<Refusal?>> Send { get; set; }

    /// <summary>A file is on its way.</summary>
    [Parameter]
    public EventCallback<bool> IsBusyChanged { get; set; }

    [Inject]
    public required IJSRuntime JS { get; set; }

    [Inject]
    public required ILogger<FileUpload> Logger { get; set; }

    private bool IsBusy => _cancel is not null;

    private bool MayChoose => _confirmed && !IsBusy && Room > 0;

    private int Percent => _bytes == 0 ? 0 : (int)(_moved * Whole / _bytes);

    private string Memory => "tsp.upload." + Place;

    private string Advice =>
        Room <= 0 ? L["附件已有{0}个，不能再加。", Attachment.MaxCount]
        : _confirmed || IsBusy ? L["{0}，单个不超过{1} MB。", Kinds, Attachment.MaxBytes / Megabyte]
        : L["先勾选上面的确认，再选择文件。"];

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await RecallAsync();
        }

        if (_answered)
        {
            _answered = false;
            await _result.FocusAsync();
        }
    }

    private async Task SendAsync(InputFileChangeEventArgs e)
    {
        _sent.Clear();
        _failures.Clear();
        if (e.FileCount > Room)
        {
            _failures.Add(new(L["选择了{0}个文件", e.FileCount], AttachmentRefusals.TooMany()));
            _attempt++;
            return;
        }

        _cancel = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        await IsBusyChanged.InvokeAsync(true);
        try
        {
            foreach (var file in e.GetMultipleFiles(Room))
            {
                await SendOneAsync(file, _cancel.Token);
            }
        }
        finally
        {
            _cancel.Dispose();
            (_cancel, _current) = (null, null);
            _attempt++;
            _answered = true;
            // The next files are confirmed anew.
            _confirmed &= _failures.Count > 0;
            await IsBusyChanged.InvokeAsync(false);
        }
    }

    private async Task SendOneAsync(IBrowserFile file, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            return;
        }

        (_current, _bytes, _moved) = (file.Name, file.Size, 0);
        StateHasChanged();
        try
        {
            await JS.InvokeVoidAsync("sessionStorage.setItem", ct, Memory, file.Name);
            var refusal = await SendAsync(file, ct);
            if (refusal is null)
            {
                _sent.Add(file.Name);
            }
            else
            {
                _failures.Add(new(file.Name, refusal));
            }

            await JS.InvokeVoidAsync("sessionStorage.removeItem", CancellationToken.None, Memory);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // Somebody thought better of it, or has gone.
            await ForgetAsync();
        }
        catch (Exception e) when (e is not PermissionDeniedException)
        {
            // The connection or the disk failed: the file is not there, and everything else is.
            Logger.LogWarning(e, "A file did not arrive at {Place}", Place);
            _failures.Add(new(file.Name, null));
            await ForgetAsync();
        }
    }

    private async Task<Refusal?> SendAsync(IBrowserFile file, CancellationToken ct)
    {
        // Not a byte of it is read: opening a stream that is too long would throw.
        if (file.Size > Attachment.MaxBytes)
        {
            return AttachmentRefusals.TooLarge();
        }

        await using var content = new ProgressStream(
            file.OpenReadStream(Attachment.MaxBytes, ct),
            Move
        );
        return await Send(new Upload(file.Name, content, _confirmed), ct);
    }

    private void Move(long bytes)
    {
        var before = Percent;
        _moved = bytes;
        if (Percent != before)
        {
            StateHasChanged();
        }
    }

    private void Cancel() => _cancel?.Cancel();

    // An upload that was under way when the page was lost left its name in the browser.
    private async Task RecallAsync()
    {
        var name = await JS.InvokeAsync<string?>("sessionStorage.getItem", Memory);
        if (!string.IsNullOrEmpty(name))
        {
            await JS.InvokeVoidAsync("sessionStorage.removeItem", Memory);
            _failures.Add(new(name, null));
            StateHasChanged();
        }
    }

    private async Task ForgetAsync()
    {
        try
        {
            await JS.InvokeVoidAsync("sessionStorage.removeItem", CancellationToken.None, Memory);
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // The tab is gone; its memory tells of the file when it comes back.
        }
    }

    /// <param name="Refusal">Null when it was cut off.</param>
    private sealed record Failure(string Name, Refusal? Refusal);
}
