using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>
/// A page on which a document is written: <see cref="Autosave"/> saves it, the browser keeps what is not saved, and what an
/// earlier visit left comes back.
/// </summary>
public abstract class EditingPage : ActingPage
{
    private DotNetObjectReference<EditingPage>? _self;
    private DraftKeeper? _keeper;
    private KeptTexts? _kept;
    private Autosave? _autosave;
    private IEditedDocument? _document;
    private IDisposable? _leaving;
    private OwnPresence? _presence;
    private string? _started;
    private string? _focus;
    private bool _reveal;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required IJSRuntime JS { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required EditorPresence Presence { get; set; }

    [Inject]
    public required ILogger<EditingPage> Logger { get; set; }

    /// <summary>Where the page's instants are counted from, UTC.</summary>
    protected DateTimeOffset Now { get; set; }

    protected SaveState SaveState => _autosave?.State ?? SaveState.Idle;

    /// <summary>When the last save was committed, UTC.</summary>
    protected DateTimeOffset? SavedAt => _autosave?.SavedAt;

    /// <summary>The element around the controls.</summary>
    protected ElementReference Root { get; set; }

    /// <summary>What closed windows left unsaved and the document does not hold, by field.</summary>
    protected IReadOnlyDictionary<string, string> Kept =>
        _kept?.Offered ?? new Dictionary<string, string>();

    /// <summary>What this window saved and another's save took out again, by field.</summary>
    protected IReadOnlyDictionary<string, string> Lost =>
        _autosave?.Lost ?? new Dictionary<string, string>();

    /// <summary>Who else is at work on the record.</summary>
    protected IReadOnlyList<PresentEditor> Nearby => _presence?.Others ?? [];

    /// <summary>Names the record for the browser's copy, such as its id.</summary>
    protected abstract string Record { get; }

    /// <summary>The browser holds typing that the server has not confirmed.</summary>
    [JSInvokable]
    public Task SettleTypedAsync() => InvokeAsync(FlushAsync);

    /// <summary>The keyboard stands in a field, or was typed on there.</summary>
    [JSInvokable]
    public void StandsIn(string field) => _presence?.Touch(SectionOf(field));

    /// <summary>Begins to save <paramref name="document"/>, in the place of one that was edited before.</summary>
    /// <param name="savedAt">When the server saved it last, UTC; null when never.</param>
    protected void BeginEditing(IEditedDocument document, DateTimeOffset? savedAt = null)
    {
        _autosave?.Dispose();
        _keeper ??= new DraftKeeper(JS);
        _kept ??= new KeptTexts(_keeper);
        _document = document;
        _autosave = new Autosave(document, _keeper, Clock, RunAsync, StateHasChanged, Logger)
        {
            Saved = () => _presence?.Saved(),
        };
        _autosave.Opened(savedAt);
    }

    /// <summary>Nothing is edited any more: it was submitted, or may not be.</summary>
    protected void EndEditing()
    {
        _autosave?.Dispose();
        (_autosave, _document) = (null, null);
        _ = LeavePresenceAsync();
    }

    /// <summary>Something was changed on the page.</summary>
    protected void Touch()
    {
        _autosave?.Touch();
        StateHasChanged();
    }

    /// <summary>Takes in what the browser holds and saves what is not saved, now.</summary>
    /// <returns>Whether the server holds everything that was typed.</returns>
    protected async Task<bool> FlushAsync()
    {
        if (_autosave is not { } autosave)
        {
            return true;
        }

        var before = autosave.SavedAt;
        var settled = await autosave.FlushAsync();
        Now = autosave.SavedAt == before ? Now : Clock.Now();
        Refusal = autosave.Refusal;
        return settled;
    }

    /// <summary>A row was added, moved or removed: that waits for no pause.</summary>
    protected async Task SaveNowAsync() => await FlushAsync();

    /// <summary>A person chose what to do where both had changed the same passage.</summary>
    /// <param name="keepMine">False takes the other's alone.</param>
    protected async Task ResolveAsync(bool keepMine)
    {
        if (_autosave is { } autosave && await autosave.ChooseAsync(keepMine))
        {
            await FlushAsync();
        }
    }

    /// <summary>Shows what somebody else saved; goes on at once when nothing is left to choose.</summary>
    protected async Task CompareAsync()
    {
        if (_autosave is { } autosave && await autosave.CompareAsync())
        {
            await FlushAsync();
        }
        else
        {
            RevealLater();
        }
    }

    /// <summary>Takes over what a colleague saved. Whatever else stands in the way, what is being written stays.</summary>
    protected override Task ShowPresentAsync() =>
        Refusal?.Kind == RefusalKind.ChangedMeanwhile ? CompareAsync() : Task.CompletedTask;

    /// <summary>
    /// Carries out an act on the text as it is saved: settles everything, asks, and acts on the version that the question was
    /// about, for a colleague may save while it is open.
    /// </summary>
    /// <param name="mayAct">Asked once everything is settled.</param>
    /// <param name="version">Row version of the text.</param>
    /// <param name="confirm">False when the user goes back.</param>
    /// <param name="done">Shows what came of it.</param>
    protected Task<bool> ActOnTextAsync<T>(
        Func<bool> mayAct,
        Func<int> version,
        Func<Task<bool>> confirm,
        Func<int, Task<Result<T>>> act,
        Action<T> done
    ) =>
        ActAsync(async () =>
        {
            if (!await FlushAsync() || !mayAct())
            {
                return Refusal;
            }

            var asked = version();
            if (!await confirm())
            {
                return null;
            }

            var result = await act(asked);
            if (result.Refusal is null)
            {
                done(result.Value);
            }

            return result.Refusal;
        });

    /// <summary>Restores what closed windows left, or drops it.</summary>
    protected Task SettleKeptAsync(bool restore) =>
        _kept!.SettleAsync(_document, restore, FlushAsync);

    /// <summary>Puts back what another's save took out, or not; its author has seen it.</summary>
    protected void SettleLost(bool putBack) => _autosave?.SettleLost(putBack);

    /// <summary>The present value of a field.</summary>
    protected string? ReadField(string key) => _document?.Read(key);

    /// <summary>Sends the keyboard to a field once the page is drawn.</summary>
    protected void FocusLater(string target) => _focus = target;

    /// <summary>Shows the comparison once the page is drawn.</summary>
    private void RevealLater() => _reveal = true;

    /// <summary>The section that a field belongs to; null where there are none.</summary>
    protected virtual string? SectionOf(string field) => null;

    /// <summary>Whether an address still shows this document.</summary>
    protected virtual bool Stays(string address) => false;

    /// <summary>Asked before the page is left; false stays.</summary>
    protected virtual Task<bool> MayLeaveAsync() => Task.FromResult(true);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_document is { } document && _started != Record)
        {
            _started = Record;
            _self ??= DotNetObjectReference.Create(this);
            _leaving ??= Navigation.RegisterLocationChangingHandler(OnLeavingAsync);
            var user = (await Authentication).User;
            var account = user.FindFirstValue(ClaimTypes.NameIdentifier);
            if (await _keeper!.StartAsync(Root, $"{account}.{Record}", _self) is { } kept)
            {
                await LeavePresenceAsync();
                _presence = OwnPresence.Start(
                    Presence,
                    $"{GetType().Name}.{Record}",
                    user,
                    Clock,
                    () => _ = InvokeAsync(StateHasChanged),
                    () => _ = InvokeAsync(() => _autosave?.FollowAsync() ?? Task.CompletedTask),
                    Logger
                );
                if (await _kept!.TakeAsync(document, kept))
                {
                    await FlushAsync();
                }

                StateHasChanged();
            }
            else
            {
                _started = null;
            }
        }

        if (_reveal && _keeper is not null)
        {
            _reveal = false;
            await _keeper.RevealAsync();
        }

        if (_focus is { } target && _keeper is not null)
        {
            _focus = null;
            await _keeper.FocusAsync(target);
        }
    }

    protected override async ValueTask LeaveAsync()
    {
        _leaving?.Dispose();
        _autosave?.Dispose();
        if (_document is { IsDirty: true } && _autosave is { } autosave)
        {
            await autosave.FlushAsync();
        }

        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
        }

        await LeavePresenceAsync();
        _self?.Dispose();
        await base.LeaveAsync();
    }

    private async Task LeavePresenceAsync()
    {
        var presence = _presence;
        _presence = null;
        if (presence is not null)
        {
            await presence.DisposeAsync();
        }
    }

    private async Task RunAsync(Func<Task> step)
    {
        try
        {
            await InvokeAsync(step);
        }
        catch (ObjectDisposedException)
        {
            // The page was left.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }

    private async ValueTask OnLeavingAsync(LocationChangingContext context)
    {
        if (Stays(context.TargetLocation))
        {
            return;
        }

        if (await MayLeaveAsync())
        {
            await FlushAsync();
        }
        else
        {
            context.PreventNavigation();
        }
    }
}
