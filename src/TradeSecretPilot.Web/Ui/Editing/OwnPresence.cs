using System.Security.Claims;

namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>
/// Says every few seconds that this page is being worked on and in which section, and knows who else is at work on the record. A
/// page on which nothing is touched for a while is no work. It also says that it has saved, so that the other windows take that over.
/// </summary>
public sealed class OwnPresence : IAsyncDisposable
{
    /// <summary>After which an untouched page is no work any more.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    private readonly EditorPresence _presence;
    private readonly string _record;
    private readonly TimeProvider _clock;
    private readonly Action _changed;
    private readonly Action _othersSaved;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _leaving = new();
    private readonly ITimer _timer;
    private PresentEditor _me;
    private IReadOnlyList<PresentEditor> _windows = [];
    private long _touched;

    private OwnPresence(
        EditorPresence presence,
        string record,
        PresentEditor me,
        TimeProvider clock,
        Action changed,
        Action othersSaved,
        ILogger logger
    )
    {
        (_presence, _record, _me) = (presence, record, me);
        (_clock, _changed, _othersSaved, _logger) = (clock, changed, othersSaved, logger);
        _touched = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => _ = BeatAsync(), null, TimeSpan.Zero, EditorPresence.Beat);
    }

    /// <summary>The other people at work, in an order of their own.</summary>
    public IReadOnlyList<PresentEditor> Others { get; private set; } = [];

    /// <param name="record">The page and the record.</param>
    /// <param name="user">Who is at work.</param>
    /// <param name="changed">Somebody came, moved or left; called on a thread of the pool.</param>
    /// <param name="othersSaved">Another window has saved, of the same person too; called on a thread of the pool.</param>
    public static OwnPresence Start(
        EditorPresence presence,
        string record,
        ClaimsPrincipal user,
        TimeProvider clock,
        Action changed,
        Action othersSaved,
        ILogger logger
    ) => new(presence, record, presence.Enter(user), clock, changed, othersSaved, logger);

    /// <summary>Something was touched.</summary>
    /// <param name="section">Where; null leaves the section as it was.</param>
    public void Touch(string? section = null)
    {
        _touched = _clock.GetTimestamp();
        if (section is not null && section != _me.Section)
        {
            _me = _me with { Section = section };
            _timer.Change(TimeSpan.Zero, EditorPresence.Beat);
        }
    }

    /// <summary>This page has saved. Where there are other windows they are told at once.</summary>
    public void Saved()
    {
        _me = _me with { Saves = _me.Saves + 1 };
        if (_windows.Count > 0)
        {
            _timer.Change(TimeSpan.Zero, EditorPresence.Beat);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _leaving.CancelAsync();
        await TryAsync(() => _presence.LeaveAsync(_record, _me.Window, CancellationToken.None));
        _leaving.Dispose();
    }

    private Task BeatAsync() =>
        TryAsync(async () =>
        {
            var windows =
                _clock.GetElapsedTime(_touched) < Idle
                    ? await _presence.TellAsync(_record, _me, _leaving.Token)
                    : await _presence.LookAsync(_record, _me.Window, _leaving.Token);
            var saved = windows.Any(w =>
                w.Saves > (_windows.FirstOrDefault(b => b.Window == w.Window)?.Saves ?? 0)
            );
            _windows = windows;
            var others = EditorPresence.People(windows, _me);
            var differ = !others
                .Select(o => (o.AccountId, o.Section))
                .SequenceEqual(Others.Select(o => (o.AccountId, o.Section)));
            Others = others;
            if (differ)
            {
                _changed();
            }

            if (saved)
            {
                _othersSaved();
            }
        });

    // It only informs: whatever keeps it from being said keeps nobody from working.
    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (Exception e)
        {
            _logger.LogDebug(e, "Who is at work on {Record} could not be said", _record);
        }
    }
}
