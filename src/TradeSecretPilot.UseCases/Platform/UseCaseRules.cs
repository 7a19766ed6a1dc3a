using System.Collections.Concurrent;
using System.Reflection;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>
/// What the use case hands out to be kept elsewhere (a file, a list, a document) is a line in the audit trail each time, for
/// everybody. Written by the session before anything is handed out.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordsTakingAttribute(Act act) : Attribute
{
    public Act Act { get; } = act;
}

/// <summary>
/// What the use case shows is a line in the audit trail when people of SAMR or experts read it: one for a person, a record and a
/// day in Beijing.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordsViewingAttribute(Act act) : Attribute
{
    public Act Act { get; } = act;
}

/// <summary>Reading leaves no line in the audit trail.</summary>
/// <param name="reason">Why none is needed.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordsNothingAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>
/// All queries of the use case read one state of the database, whatever others change meanwhile. It changes nothing itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneSnapshotAttribute : Attribute;

/// <summary>What a use case declares of itself; the one door keeps it.</summary>
/// <param name="Name">The name of each span and of what the log says of slow statements.</param>
/// <param name="Taking">The line of what is handed out; null when none is written.</param>
/// <param name="Viewing">The line of what is shown; null when none is written.</param>
/// <param name="WhyNothing">Why reading leaves no line; null when it does, or when nobody said.</param>
/// <param name="IsOneSnapshot">Its queries read one state of the database.</param>
internal sealed record UseCaseRules(
    string Name,
    Act? Taking,
    Act? Viewing,
    string? WhyNothing,
    bool IsOneSnapshot
)
{
    private static readonly ConcurrentDictionary<Type, UseCaseRules> Known = new();

    public static UseCaseRules Of(Type useCase) =>
        Known.GetOrAdd(
            useCase,
            t => new UseCaseRules(
                t.Name,
                t.GetCustomAttribute<RecordsTakingAttribute>()?.Act,
                t.GetCustomAttribute<RecordsViewingAttribute>()?.Act,
                t.GetCustomAttribute<RecordsNothingAttribute>()?.Reason,
                t.IsDefined(typeof(OneSnapshotAttribute))
            )
        );
}
