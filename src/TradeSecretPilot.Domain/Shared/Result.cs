namespace TradeSecretPilot.Domain.Shared;

/// <summary>The outcome of an act: done, or refused with the reason.</summary>
public sealed record Result
{
    private Result(Refusal? refusal) => Refusal = refusal;

    /// <summary>The act was carried out.</summary>
    public static Result Done { get; } = new(null);

    /// <summary>The reason, or null when the act was carried out.</summary>
    public Refusal? Refusal { get; }

    public static implicit operator Result(Refusal refusal) => new(refusal);

    /// <summary>Wraps a value that C# does not convert by itself, such as an interface.</summary>
    public static Result<T> Of<T>(T value) => value;

    /// <summary>What the act yields when it was carried out; otherwise the same refusal.</summary>
    public Result<T> Map<T>(Func<T> yields) => Refusal is { } refusal ? refusal : yields();

    /// <summary>The next act when this one was carried out; otherwise the same refusal.</summary>
    public Result Then(Func<Result> next) => Refusal is null ? next() : this;

    /// <summary>The next act, which yields something, when this one was carried out; otherwise the same refusal.</summary>
    public Result<T> Then<T>(Func<Result<T>> next) => Refusal is { } refusal ? refusal : next();
}

/// <summary>The outcome of an act that yields something: the value, or a refusal.</summary>
public sealed record Result<T>
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>The reason, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value =>
        Refusal is null
            ? _value!
            : throw new InvalidOperationException($"Refused: {Refusal.Code} {Refusal.En}");

    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>What becomes of the value when there is one; otherwise the same refusal.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> map) =>
        Refusal is { } refusal ? refusal : map(_value!);

    /// <summary>The next act on the value when there is one; otherwise the same refusal.</summary>
    public Result<TOther> Then<TOther>(Func<T, Result<TOther>> next) =>
        Refusal is { } refusal ? refusal : next(_value!);

    /// <summary>The next act on the value when there is one; otherwise the same refusal.</summary>
    public Result Then(Func<T, Result> next) => Refusal is { } refusal ? refusal : next(_value!);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
