namespace TradeSecretPilot.Domain.Shared;

/// <summary>
/// The one place that says which act is possible in which state, and where it leads. The domain asks it before
/// it changes anything; a page asks it which buttons to show.
/// </summary>
public sealed class TransitionTable<TState, TAct>(
    params IEnumerable<(TState From, TAct Act, TState To)> rows
)
    where TState : struct, Enum
    where TAct : struct, Enum
{
    private readonly Dictionary<(TState From, TAct Act), TState> _next = rows.ToDictionary(
        r => (r.From, r.Act),
        r => r.To
    );

    /// <summary>The state after <paramref name="act"/>, or null when it is not possible now.</summary>
    public TState? Next(TState state, TAct act) =>
        _next.TryGetValue((state, act), out var next) ? next : null;

    public bool Permits(TState state, TAct act) => _next.ContainsKey((state, act));

    /// <summary>The acts possible in <paramref name="state"/>, in the order of their declaration.</summary>
    public IReadOnlyList<TAct> ActsIn(TState state) =>
        [.. Enum.GetValues<TAct>().Where(act => Permits(state, act))];

    /// <summary>The states from which <paramref name="act"/> is possible.</summary>
    public IReadOnlyList<TState> StatesFor(TAct act) =>
        [.. Enum.GetValues<TState>().Where(state => Permits(state, act))];
}
