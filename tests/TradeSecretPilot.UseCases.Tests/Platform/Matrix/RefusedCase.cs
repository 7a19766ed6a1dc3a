using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>What can be wrong with a command that the caller may give on a record that is there.</summary>
internal enum Situation
{
    /// <summary>The record is not in a state that allows it.</summary>
    WrongState,

    /// <summary>Its deadline has passed, or it is not open yet.</summary>
    WrongTime,

    /// <summary>Something is missing, too long or out of range.</summary>
    Incomplete,

    /// <summary>It comes a second time, as a double click sends it.</summary>
    Twice,
}

/// <summary>A command that must change nothing.</summary>
/// <param name="Code">Of its refusal; null when it is answered as done although nothing was left to do.</param>
internal sealed record RefusedCase(
    Type UseCase,
    Situation Situation,
    string? Code,
    Func<World, Task<object?>> Act
)
{
    /// <summary>Brings the world into the situation; null when it is in it.</summary>
    public Func<World, Task>? Arrange { get; init; }

    /// <summary>It is carried out once before it is tried.</summary>
    public bool Repeats { get; init; }

    /// <summary>What goes before the first time of a command that comes twice; null when nothing does.</summary>
    public Func<World, Task>? Before { get; init; }

    public override string ToString() => $"{UseCase.Name}, {Situation}, {Code ?? "done"}";
}

/// <summary>Writes cases with the types of their use case known.</summary>
internal static class Refused
{
    private static readonly Guid Job = Guid.Empty;

    public static Func<World, Guid> ByJob { get; } = _ => Job;

    public static RefusedCase Case<TUseCase>(
        Situation situation,
        string? code,
        Func<World, Guid> who,
        Func<TUseCase, World, Task<object?>> act,
        Func<World, Task>? arrange = null
    )
        where TUseCase : notnull =>
        new(typeof(TUseCase), situation, code, w => RunAsync(w, who(w), act)) { Arrange = arrange };

    /// <summary>The same command again after it was carried out.</summary>
    public static RefusedCase Twice<TUseCase>(
        string? code,
        Func<World, Guid> who,
        Func<TUseCase, World, Task<object?>> act,
        Func<World, Task>? arrange = null
    )
        where TUseCase : notnull =>
        Case(
            Situation.Twice,
            code,
            who,
            act,
            async w =>
            {
                if (arrange is not null)
                {
                    await arrange(w);
                }

                await MustAsync(w, who, act);
            }
        ) with
        {
            Repeats = true,
            Before = arrange,
        };

    /// <summary>A command that must be carried out, to arrange a situation.</summary>
    public static async Task MustAsync<TUseCase>(
        World world,
        Func<World, Guid> who,
        Func<TUseCase, World, Task<object?>> act
    )
        where TUseCase : notnull
    {
        var refusal = Answers.RefusalOf(await RunAsync(world, who(world), act));
        Assert.True(refusal is null, $"{typeof(TUseCase).Name}: {refusal?.Code}");
    }

    /// <summary>Moves the world's clock.</summary>
    public static Func<World, Task> At(DateTimeOffset instant) =>
        world =>
        {
            world.Portal.Clock.Set(instant);
            return Task.CompletedTask;
        };

    private static Task<object?> RunAsync<TUseCase>(
        World world,
        Guid account,
        Func<TUseCase, World, Task<object?>> act
    )
        where TUseCase : notnull =>
        account == Job
            ? world.Portal.AsJobAsync("示例任务", (TUseCase u) => act(u, world))
            : world.AsAsync(account, (TUseCase u) => act(u, world));
}
