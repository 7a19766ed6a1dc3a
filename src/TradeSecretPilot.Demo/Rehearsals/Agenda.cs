namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>What the rehearsal does, in the order of its instants.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> _entries = new();
    private long _order;

    public void At(DateTimeOffset instant, Func<Task> act) =>
        _entries.Enqueue(act, (instant, _order++));

    /// <summary>Plays every entry up to <paramref name="until"/>; entries may add later ones.</summary>
    public async Task PlayAsync(VirtualClock clock, DateTimeOffset until, CancellationToken ct)
    {
        while (_entries.TryPeek(out _, out var next) && next.At <= until)
        {
            ct.ThrowIfCancellationRequested();
            var act = _entries.Dequeue();
            clock.MoveTo(next.At);
            await act();
        }

        clock.MoveTo(until);
    }
}
