using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.Web.Ui.Files;

/// <summary>
/// Chooses files, after the confirmation. The browser sends them by itself, several at once, in pieces over plain HTTP
/// (js/upload.js); this component hears of a file when it has arrived, or when it cannot, and shows what became of each.
/// </summary>
public sealed partial class FileUpload
{
    private const long Megabyte = 1024 * 1024;

    private readonly List<string> _sent = [];
    private readonly List<Failure> _failures = [];

    /// <summary>What was answered, by the key of the choice: the same news is answered alike.</summary>
    private readonly Dictionary<string, Task<UploadAnswer>> _answers = [];

    private DotNetObjectReference<FileUpload>? _self;
    private IJSObjectReference? _module;
    private bool _confirmed;
    private bool _listening;
    private int _underWay;

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Endings, for the file dialog and for a look before anything is sent.</summary>
    [Parameter, EditorRequired]
    public required string Accept { get; set; }

    /// <summary>What may be sent, in words.</summary>
    [Parameter, EditorRequired]
    public required string Kinds { get; set; }

    /// <summary>Most bytes of a file.</summary>
    [Parameter]
    public long MaxBytes { get; set; } = Attachment.MaxBytes;

    /// <summary>Several files may be chosen at once.</summary>
    [Parameter]
    public bool Multiple { get; set; }

    /// <summary>How many more are taken.</summary>
    [Parameter]
    public int Room { get; set; } = 1;

    /// <summary>Names the control in the browser's memory; no other on the page has the same.</summary>
    [Parameter, EditorRequired]
    public required string Place { get; set; }

    /// <summary>Takes a file that has arrived; answers why not.</summary>
    [Parameter, EditorRequired]
    public required Func<Upload, CancellationToken, Task<Refusal?>> Send { get; set; }

    /// <summary>Why a file of that name is not sent at all, where attachments' own words do not fit; null leaves it to them.</summary>
    [Parameter]
    public Func<string, UploadNewsKind, Refusal?>? Refuse { get; set; }

    /// <summary>Says which files have arrived; off where the page shows it in its own way.</summary>
    [Parameter]
    public bool ShowsSent { get; set; } = true;

    /// <summary>Looks at the first bytes before a file is sent; off where another reader says more of what it finds.</summary>
    [Parameter]
    public bool ChecksHead { get; set; } = true;

    /// <summary>A file is on its way.</summary>
    [Parameter]
    public EventCallback<bool> IsBusyChanged { get; set; }

    [Inject]
    public required IJSRuntime JS { get; set; }

    [Inject]
    public required OpenSentFile Open { get; set; }

    [Inject]
    public required ILogger<FileUpload> Logger { get; set; }

    private bool MayChoose => _confirmed && _listening && Room > 0;

    private string Advice =>
        Room <= 0 && _underWay == 0 ? L["附件已有{0}个，不能再加。", Attachment.MaxCount]
        : _confirmed ? L["{0}，单个不超过{1} MB。", Kinds, MaxBytes / Megabyte]
        : L["先勾选上面的确认，再选择文件。"];

    /// <summary>How many files are on their way; the first of them begins a new count of what became of them.</summary>
    /// <returns>False when it is told to another control than its own.</returns>
    [JSInvokable]
    public async Task<bool> CountAsync(string place, int underWay)
    {
        if (place != Place)
        {
            return false;
        }

        var (before, changed) = (_underWay, underWay > 0 != _underWay > 0);
        _underWay = underWay;
        if (before == 0 && underWay > 0)
        {
            _sent.Clear();
            _failures.Clear();
        }
        else if (before > 0 && underWay == 0)
        {
            // The next files are confirmed anew.
            _confirmed &= _failures.Count > 0;
        }

        StateHasChanged();
        if (changed)
        {
            await IsBusyChanged.InvokeAsync(underWay > 0);
        }

        return true;
    }

    /// <summary>Takes a file that has arrived, or notes why it has not.</summary>
    [JSInvokable]
    public async Task<UploadAnswer> HearAsync(UploadNews news)
    {
        if (news.Place != Place)
        {
            return UploadAnswer.NotMine;
        }

        if (!_answers.TryGetValue(news.Key, out var answer))
        {
            answer = AnswerAsync(news);
            _answers[news.Key] = answer;
        }

        if (await answer == UploadAnswer.Later)
        {
            _answers.Remove(news.Key);
        }

        StateHasChanged();
        return await answer;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _module = await JS.InvokeAsync<IJSObjectReference>("import", "/js/upload.js");
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("attach", Place, _self, Options());
        }

        _listening = true;
        StateHasChanged();
    }

    protected override async ValueTask LeaveAsync()
    {
        if (_module is not null)
        {
            try
            {
                await _module.InvokeVoidAsync("leave", Place);
                await _module.DisposeAsync();
            }
            catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
            {
                // The line is down, and the page may come back: what is under way goes on.
            }
        }

        _self?.Dispose();
        await base.LeaveAsync();
    }

    private object Options() =>
        new
        {
            Accept = Accept.Split(','),
            Heads = ChecksHead ? FileKinds.Heads : null,
            MaxBytes,
            MaxPiece = UploadLimits.MaxPiece,
            MinPiece = UploadLimits.MinPiece,
            Texts = new
            {
                Progress = L["“{0}”的上传进度"].Value,
                Begun = L["开始上传“{0}”"].Value,
                Reached = L["“{0}”已上传{1}%"].Value,
                Waiting = L["等待上传"].Value,
                Broken = L["连接中断，自动重试"].Value,
                Taking = L["正在保存"].Value,
                Later = L["暂时不能保存"].Value,
                Retry = L["立即重试"].Value,
                Cancel = L["取消上传"].Value,
                Cancelled = L["已取消上传“{0}”"].Value,
            },
        };

    private async Task<UploadAnswer> AnswerAsync(UploadNews news)
    {
        try
        {
            var refusal = news is { Kind: UploadNewsKind.Sent, Upload: { } upload }
                ? await TakeAsync(upload)
                : WordsOf(news);
            if (refusal?.Kind == RefusalKind.Unavailable)
            {
                return UploadAnswer.Later;
            }

            if (news.Kind == UploadNewsKind.Sent && refusal is null)
            {
                _sent.Add(news.Name);
            }
            else
            {
                _failures.Add(new(news.Name, refusal));
            }
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // The page is left; what has arrived waits for its successor.
            return UploadAnswer.Later;
        }
        catch (PermissionDeniedException e)
        {
            await DispatchExceptionAsync(e);
        }
        catch (Exception e)
        {
            Logger.LogWarning(e, "A file that had arrived was not taken at {Place}", Place);
            _failures.Add(new(news.Name, null));
        }

        return UploadAnswer.Settled;
    }

    private async Task<Refusal?> TakeAsync(Guid upload)
    {
        var opened = await Open(upload, Left);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var content = opened.Value.Content;
        return await Send(opened.Value, Left);
    }

    /// <summary>Why a file was not sent; null when it only did not arrive.</summary>
    private Refusal? WordsOf(UploadNews news) =>
        Refuse?.Invoke(news.Name, news.Kind)
        ?? news.Kind switch
        {
            UploadNewsKind.Refused when news.Refusal is var (code, zh, en) => new Refusal(
                RefusalKind.InvalidInput,
                code,
                zh,
                en
            ),
            UploadNewsKind.WrongKind => AttachmentRefusals.KindNotTaken(news.Name),
            UploadNewsKind.TooLarge => AttachmentRefusals.TooLarge(),
            UploadNewsKind.Empty => AttachmentRefusals.Empty(),
            UploadNewsKind.TooMany => AttachmentRefusals.TooMany(),
            _ => null,
        };

    /// <param name="Refusal">Null when it did not arrive.</param>
    private sealed record Failure(string Name, Refusal? Refusal);
}
