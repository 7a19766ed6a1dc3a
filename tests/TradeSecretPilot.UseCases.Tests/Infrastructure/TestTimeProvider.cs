namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>A clock that stands still until a test moves it. Timers fall due as it moves, in their order, on the moving thread.</summary>
public sealed class TestTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = start.ToUniversalTime();
    private long _elapsedTicks;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>The time zone of the imagined server.</summary>
    public override TimeZoneInfo LocalTimeZone => _zone;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _elapsedTicks;
        }
    }

    public void Advance(TimeSpan by) => Set(GetUtcNow() + by);

    /// <summary>Moves the clock to an instant. Backwards too, as a corrected server clock does; then nothing falls due.</summary>
    public void Set(DateTimeOffset instant)
    {
        instant = instant.ToUniversalTime();
        while (NextDue(instant) is { } timer)
        {
            timer.Fire();
        }

        MoveTo(instant);
    }

    public void SetTimeZone(TimeZoneInfo zone) => _zone = zone;

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private Timer? NextDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is not null)
            {
                MoveTo(next.Due > _now ? next.Due : _now);
                next.Reschedule();
            }

            return next;
        }
    }

    private void MoveTo(DateTimeOffset instant)
    {
        lock (_gate)
        {
            _elapsedTicks += Math.Max(0, (instant - _now).Ticks);
            _now = instant;
        }
    }

    private sealed class Timer(TestTimeProvider clock, Action callback) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                _period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Reschedule()
        {
            if (_period > TimeSpan.Zero)
            {
                Due += _period;
            }
            else
            {
                clock._timers.Remove(this);
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
