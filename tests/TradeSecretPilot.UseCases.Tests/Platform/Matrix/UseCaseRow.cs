using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>What is expected of one use case.</summary>
/// <param name="Holders">Who may call it. Jobs may call everything; they are named where nobody else may.</param>
/// <param name="Own">Calls it on a record of the caller's own.</param>
internal sealed record UseCaseRow(Type UseCase, Who Holders, Func<object, Call, Task<object?>> Own)
{
    /// <summary>Calls it on somebody else's record: answered as not found, or with 0 for how much a list shows.</summary>
    public Func<object, Call, Task<object?>>? Foreign { get; init; }

    /// <summary>The codes of refusal that answer a foreign record.</summary>
    public string? NotFound { get; init; }

    /// <summary>The refusal with which the own record is answered in the test world; null when the act is carried out.</summary>
    public string? Refused { get; init; }

    /// <summary>The audit rows that the act on the own record leaves; empty when it only reads.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>The audit rows that the call on the own record leaves: those of the act, or what the read declares.</summary>
    public IReadOnlyList<string> ActsBy(Who caller) =>
        UseCaseRules.Of(UseCase) switch
        {
            _ when Refused is not null => Acts,
            { Taking: { } taking } => [UseCases.Platform.Acts.CodeOf(taking)],
            { Viewing: { } viewing } when (Who.National | Who.Expert).HasFlag(caller) =>
            [
                UseCases.Platform.Acts.CodeOf(viewing),
            ],
            _ => Acts,
        };

    public bool IsRead =>
        UseCase.Name.StartsWith("Get", StringComparison.Ordinal)
        || UseCase.Name.StartsWith("List", StringComparison.Ordinal)
        || UseCase.Name.StartsWith("Count", StringComparison.Ordinal)
        || UseCase.Name.StartsWith("Detect", StringComparison.Ordinal)
        || UseCase.Name.StartsWith("Verify", StringComparison.Ordinal)
        || UseCase.Name.StartsWith("Print", StringComparison.Ordinal)
        || UseCase.Name.StartsWith("Export", StringComparison.Ordinal)
        || UseCase.Name.StartsWith("Preview", StringComparison.Ordinal)
        || UseCase.Name.StartsWith("Fetch", StringComparison.Ordinal)
        || UseCase.Name.StartsWith("Propose", StringComparison.Ordinal) && Acts.Count == 0;

    /// <summary>Calls it on a record of <paramref name="holder"/>'s as the given caller.</summary>
    public Task<object?> CallOwnAsync(World world, Who holder, Who caller, bool foreignTenant) =>
        world.Portal.RunAsync(
            Call.ActAs(world.Cast, caller, foreignTenant),
            UseCase,
            u => Own(u, new Call(world, holder))
        );

    public Task<object?> CallForeignAsync(World world, Who caller, bool foreignTenant) =>
        world.Portal.RunAsync(
            Call.ActAs(world.Cast, caller, foreignTenant),
            UseCase,
            u => Foreign!(u, new Call(world, caller, foreignTenant))
        );

    public override string ToString() => UseCase.Name;
}

/// <summary>Writes a row with the types of its use case known.</summary>
internal static class Rows
{
    public static UseCaseRow For<TUseCase>(
        Who holders,
        Func<TUseCase, Call, Task<object?>> own,
        Func<TUseCase, Call, Task<object?>>? foreign = null,
        string? notFound = null,
        string? refused = null,
        params string[] acts
    ) =>
        new(typeof(TUseCase), holders, (u, c) => own((TUseCase)u, c))
        {
            Foreign = foreign is null ? null : (u, c) => foreign((TUseCase)u, c),
            NotFound = notFound,
            Refused = refused,
            Acts = acts,
        };
}
