using TradeSecretPilot.Demo.Sample;

namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>What every scene of the rehearsal shares.</summary>
internal sealed class Play(Stage stage, SeedSample.View cast, Random random)
{
    public Stage Stage { get; } = stage;

    public SeedSample.View Cast { get; } = cast;

    public Random Random { get; } = random;

    public SamplePlans Plans { get; } = new(random);

    public Agenda Agenda { get; } = new();

    public RehearsalLedger Ledger { get; } = new();

    public Guid BatchId { get; set; }

    /// <summary>When each province sent its letter, UTC, by its code: it closes what is left behind.</summary>
    public Dictionary<string, DateTimeOffset> LettersAt { get; } = [];

    /// <summary>There is a place for what regions attach.</summary>
    public bool KeepsFiles { get; init; }

    /// <summary>A time of day in office hours, never at an instant at which something falls due.</summary>
    public DateTimeOffset OfficeHour(DateOnly day) =>
        BeijingTime.At(day, new TimeOnly(10, 0)).AddSeconds(Random.Next(1, 7 * 3600));

    /// <summary>Carries out an act that the programme allows; a refusal breaks the rehearsal.</summary>
    public async Task<T> MustAsync<TUseCase, T>(
        Guid account,
        string what,
        Func<TUseCase, Task<Result<T>>> act
    )
        where TUseCase : notnull
    {
        var result = await Stage.AsAsync(account, act);
        return result.Refusal is { } refusal
            ? throw new InvalidOperationException($"{what}: {refusal.Code} {refusal.En}")
            : result.Value;
    }

    /// <inheritdoc cref="MustAsync{TUseCase, T}"/>
    public async Task MustAsync<TUseCase>(
        Guid account,
        string what,
        Func<TUseCase, Task<Result>> act
    )
        where TUseCase : notnull
    {
        if ((await Stage.AsAsync(account, act)).Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{what}: {refusal.Code} {refusal.En}");
        }
    }
}
