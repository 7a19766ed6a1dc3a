using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>
/// The one way in which editors save: when typing pauses, at the latest after <see cref="LongestWait"/>, one save at a time, again
/// after a failure. Before each save it takes in what the browser holds and the server has not received; after it the browser is
/// told what is kept. A colleague's save is merged; where both changed the same passage it waits for a choice.
/// </summary>
/// <param name="document">What is edited.</param>
/// <param name="keeper">The browser's copy.</param>
/// <param name="dispatch">Runs a step where the page may be touched.</param>
/// <param name="changed">Draws the page after a step.</param>
public sealed class Autosave(
    IEditedDocument document,
    DraftKeeper keeper,
    TimeProvider clock,
    Func<Func<Task>, Task> dispatch,
    Action changed,
    ILogger logger
) : IDisposable
{
    /// <summary>How long nothing must be typed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    /// <summary>How long typing without a pause is left unsaved.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>How long after a failure it is tried again.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <summary>How long a save may take before the page says that it is not saved.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _one = new(1, 1);
    private ITimer? _timer;
    private readonly LostTexts _lost = new();
    private long? _firstUnsaved;
    private bool _ended;

    public SaveState State { get; private set; }

    /// <summary>When the last save was committed, UTC.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Why the last save was refused; null when it was not.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What was saved here and another's save took out again, by field.</summary>
    public IReadOnlyDictionary<string, string> Lost => _lost.All;

    /// <summary>Called after each save that was committed.</summary>
    public Action? Saved { get; init; }

    /// <summary>The document was read from the server, which saved it at this instant (UTC), or never.</summary>
    public void Opened(DateTimeOffset? savedAt)
    {
        SavedAt = savedAt;
        State = savedAt is null ? SaveState.Idle : SaveState.Saved;
    }

    /// <summary>Something was changed on the page.</summary>
    public void Touch()
    {
        if (State == SaveState.Conflict || _ended)
        {
            return;
        }

        _firstUnsaved ??= clock.GetTimestamp();
        var left = LongestWait - clock.GetElapsedTime(_firstUnsaved.Value);
        State = SaveState.Saving;
        Start(TimeSpan.FromTicks(Math.Clamp(left.Ticks, 0, Pause.Ticks)));
    }

    /// <summary>A person chose what to do where both had changed the same passage.</summary>
    /// <param name="keepMine">False takes the other's: what the browser still holds of mine is not typed again.</param>
    /// <returns>False when there was nothing to choose any more.</returns>
    public async Task<bool> ChooseAsync(bool keepMine)
    {
        // What was typed while the question stood is part of the choice.
        var typed = await AdoptTypedAsync();
        if (!document.Choose(keepMine))
        {
            return false;
        }

        if (keepMine)
        {
            _lost.After(document);
        }
        else if (typed is not null)
        {
            await keeper.ConfirmAsync(typed);
        }

        GoOn();
        return true;
    }

    /// <summary>Reads what somebody else saved, and goes on where nothing is left to choose.</summary>
    /// <returns>False when a person must choose.</returns>
    public async Task<bool> CompareAsync()
    {
        var merged = await MergeAsync();
        if (merged)
        {
            GoOn();
        }

        return merged;
    }

    /// <summary>Takes in what the browser holds and saves what is not saved, now.</summary>
    /// <returns>Whether the server holds everything that was typed.</returns>
    public Task<bool> FlushAsync() => RunAsync(SettleAsync);

    /// <summary>Somebody else has saved: takes that over now, before it is written on.</summary>
    public Task FollowAsync() =>
        RunAsync(async () =>
        {
            await AdoptTypedAsync();
            if (document.IsDirty || State == SaveState.Conflict)
            {
                return await SettleAsync();
            }

            var merged = await MergeAsync();
            if (!merged && document.IsDirty)
            {
                // Typed while the other's text was read, and in the same passage.
                State = SaveState.Conflict;
            }

            return merged;
        });

    /// <summary>What another's save took out was seen, and is put back or not.</summary>
    public void SettleLost(bool putBack)
    {
        _lost.Settle(document, putBack);
        Touch();
    }

    /// <summary>The page is left or read anew: nothing is saved on its own any more. What is open can still be flushed.</summary>
    public void Dispose()
    {
        _ended = true;
        _timer?.Dispose();
    }

    private async Task<bool> RunAsync(Func<Task<bool>> step)
    {
        await _one.WaitAsync();
        try
        {
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            using var late = clock.CreateTimer(
                _ => _ = dispatch(SayLateAsync),
                null,
                Late,
                Timeout.InfiniteTimeSpan
            );
            return await step();
        }
        catch (Exception e) when (e is not PermissionDeniedException)
        {
            // The database or the connection is away for a moment: what was typed stays, and is tried again.
            logger.LogWarning(e, "A draft was not saved; it is tried again");
            State = SaveState.Interrupted;
            Start(Again);
            return false;
        }
        finally
        {
            _one.Release();
            Draw();
        }
    }

    private async Task<bool> SettleAsync()
    {
        while (true)
        {
            var typed = await AdoptTypedAsync();
            if (State == SaveState.Conflict)
            {
                return false;
            }

            if (!document.IsDirty)
            {
                return await ConfirmAsync(typed);
            }

            State = SaveState.Saving;
            Draw();
            _firstUnsaved = null;
            var saved = await document.SaveAsync();
            Refusal = saved.Refusal;
            if (saved.Refusal is { } refusal)
            {
                if (refusal.Kind != RefusalKind.ChangedMeanwhile)
                {
                    State = SaveState.Idle;
                    return false;
                }

                Refusal = null;
                State = await MergeAsync() ? SaveState.Saving : SaveState.Conflict;
                continue;
            }

            SavedAt = saved.Value;
            State = SaveState.Saved;
            Saved?.Invoke();
            var settled = await ConfirmAsync(typed);
            if (document.IsDirty)
            {
                Touch();
                return false;
            }

            return settled;
        }
    }

    private void GoOn() => (State, Refusal) = (SaveState.Saving, null);

    private async Task<bool> MergeAsync()
    {
        _lost.Before(document);
        if (!await document.MergeAsync())
        {
            return false;
        }

        _lost.After(document);
        return true;
    }

    /// <summary>An event that was sent while the line was down never arrived; the browser still knows what it was about.</summary>
    private async Task<IReadOnlyList<TypedField>?> AdoptTypedAsync()
    {
        var typed = await keeper.ReadPendingAsync();
        foreach (var field in typed ?? [])
        {
            if (document.Read(field.Key) is { } present && present != field.Value)
            {
                document.Write(field.Key, field.Value);
            }
        }

        return typed;
    }

    private async Task<bool> ConfirmAsync(IReadOnlyList<TypedField>? typed)
    {
        if (State is SaveState.Saving or SaveState.Interrupted)
        {
            State = SavedAt is null ? SaveState.Idle : SaveState.Saved;
        }

        if (typed is null)
        {
            return false;
        }

        var kept = typed.Where(f => document.IsSaved(f.Key, f.Value)).ToList();
        await keeper.ConfirmAsync(kept);
        _lost.Saved(document, kept);
        return kept.Count == typed.Count;
    }

    private Task SayLateAsync()
    {
        if (State == SaveState.Saving && _one.CurrentCount == 0)
        {
            State = SaveState.Interrupted;
            Draw();
        }

        return Task.CompletedTask;
    }

    private void Draw()
    {
        if (!_ended)
        {
            changed();
        }
    }

    private void Start(TimeSpan wait)
    {
        if (_ended)
        {
            return;
        }

        if (_timer is null)
        {
            _timer = clock.CreateTimer(
                _ => _ = dispatch(FlushAsync),
                null,
                wait,
                Timeout.InfiniteTimeSpan
            );
        }
        else
        {
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }
}
