using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Components;

/// <summary>
/// A page that keeps what is typed: it saves once typing pauses, one save at a time, tries again after a failure, and saves
/// what is left when the page is left.
/// </summary>
public abstract class AutosavingPage : ActingPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);
    private static readonly string Conflict = PlatformRefusals.ChangedMeanwhile().Code;

    private readonly SemaphoreSlim _one = new(1, 1);
    private int _touch;
    private bool _dirty;
    private bool _gone;

    [Inject]
    public required ILogger<AutosavingPage> Logger { get; set; }

    protected SaveState SaveState { get; set; }

    /// <summary>When the last save was committed, UTC.</summary>
    protected DateTimeOffset? SavedAt { get; set; }

    /// <summary>Writes the page's present content.</summary>
    /// <returns>When it was committed, UTC; or why it was not.</returns>
    protected abstract Task<Result<DateTimeOffset>> SaveAsync();

    /// <summary>What follows a save: nothing, unless the page shows something that depends on it.</summary>
    protected virtual Task SavedAsync() => Task.CompletedTask;

    /// <summary>Something was typed: it is saved after the pause.</summary>
    protected void Touch()
    {
        _dirty = true;
        SaveState = SaveState.Saving;
        _ = SaveAfterAsync(Pause);
    }

    /// <summary>Saves at once what is not saved yet.</summary>
    /// <returns>Whether everything is saved.</returns>
    protected async Task<bool> FlushAsync()
    {
        _touch++;
        await _one.WaitAsync();
        try
        {
            return !_dirty || await WriteAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Forgets what was typed, because the page was read anew.</summary>
    protected void Forget()
    {
        _touch++;
        _dirty = false;
        SaveState = SaveState.Idle;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_gone)
        {
            _gone = true;
            if (_dirty)
            {
                _ = FlushAsync();
            }
        }

        base.Dispose(disposing);
    }

    private async Task SaveAfterAsync(TimeSpan pause)
    {
        var mine = ++_touch;
        await Task.Delay(pause, TimeProvider.System);
        if (mine != _touch || _gone)
        {
            return;
        }

        await InvokeAsync(async () =>
        {
            await FlushAsync();
            if (!_gone)
            {
                StateHasChanged();
            }
        });
    }

    private async Task<bool> WriteAsync()
    {
        _dirty = false;
        try
        {
            var saved = await SaveAsync();
            Refusal = saved.Refusal;
            if (saved.Refusal is { } refusal)
            {
                SaveState = refusal.Code == Conflict ? SaveState.Conflict : SaveState.Idle;
                return false;
            }

            SavedAt = saved.Value;
            SaveState = _dirty ? SaveState.Saving : SaveState.Saved;
            if (!_gone)
            {
                await SavedAsync();
            }

            return true;
        }
        catch (PermissionDeniedException e)
        {
            await FailAsync(e);
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A database that is away for a moment must not cost anyone their typing.
            Logger.LogError(e, "Autosave failed; it is tried again");
            _dirty = true;
            SaveState = SaveState.Interrupted;
            if (!_gone)
            {
                _ = SaveAfterAsync(Retry);
            }

            return false;
        }
    }

    private Task FailAsync(Exception e) => _gone ? Task.CompletedTask : DispatchExceptionAsync(e);
}
