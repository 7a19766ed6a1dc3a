namespace TradeSecretPilot.UseCases.Platform.Background;

/// <summary>
/// The one queue of a node for work that keeps a core busy or fills much memory: files that are opened, workbooks that are read,
/// documents and exports that are made. Two at once for all people together, the others in the order in which they came, off the
/// thread that asks, so that pages stay quick whatever is sent.
/// </summary>
public sealed class HeavyWork
{
    public const int AtOnce = 2;

    /// <summary>Beyond these nobody is helped by waiting.</summary>
    public const int MostWaiting = 200;

    private readonly Lock _gate = new();
    private readonly LinkedList<Place> _waiting = [];
    private int _running;

    /// <summary>Those whose turn has not come.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Does it when its turn comes. Refused when too many wait already.</summary>
    /// <param name="work">Gets <paramref name="ct"/>, by which it must end.</param>
    /// <param name="ahead">Told how many are before it, whenever that changes, from any thread; 0 when it begins.</param>
    /// <param name="ct">Whoever asked has left: it gives up its place, or ends.</param>
    public async Task<Result<T>> RunAsync<T>(
        Func<CancellationToken, Task<Result<T>>> work,
        Action<int>? ahead,
        CancellationToken ct
    )
    {
        if (Enter(ahead) is not { } place)
        {
            return PlatformRefusals.Busy();
        }

        await using (ct.Register(() => GiveUp(place)))
        {
            if (!await place.Turn.Task)
            {
                throw new OperationCanceledException(ct);
            }
        }

        try
        {
            ahead?.Invoke(0);
            return await Task.Run(() => work(ct), ct);
        }
        finally
        {
            Leave();
        }
    }

    private Place? Enter(Action<int>? ahead)
    {
        var place = new Place(ahead);
        int before;
        lock (_gate)
        {
            if (_running < AtOnce)
            {
                _running++;
                place.Turn.SetResult(true);
                return place;
            }

            if (_waiting.Count >= MostWaiting)
            {
                return null;
            }

            _waiting.AddLast(place);
            before = _waiting.Count;
        }

        ahead?.Invoke(before);
        return place;
    }

    private void GiveUp(Place place)
    {
        lock (_gate)
        {
            if (!_waiting.Remove(place))
            {
                return;
            }
        }

        place.Turn.SetResult(false);
        TellPlaces();
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (_waiting.First is { } next)
            {
                _waiting.RemoveFirst();
                next.Value.Turn.SetResult(true);
            }
            else
            {
                _running--;
            }
        }

        TellPlaces();
    }

    private void TellPlaces()
    {
        List<Place> places;
        lock (_gate)
        {
            places = [.. _waiting];
        }

        foreach (var (place, i) in places.Select((place, i) => (place, i)))
        {
            place.Ahead?.Invoke(i + 1);
        }
    }

    private sealed class Place(Action<int>? ahead)
    {
        public Action<int>? Ahead { get; } = ahead;

        /// <summary>True when the turn has come, false when it was given up.</summary>
        public TaskCompletionSource<bool> Turn { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
