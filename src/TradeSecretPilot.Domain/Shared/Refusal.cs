namespace TradeSecretPilot.Domain.Shared;

/// <summary>Why an act was not carried out and what its user can do about it. A refusal changes nothing.</summary>
/// <param name="Kind">What sort of refusal it is: callers decide by the kind, never by the code or its words.</param>
/// <param name="Code">Stable name of the rule, <c>Aggregate.Rule</c>, for logs and tests.</param>
/// <param name="Zh">What is wrong and what to do, in plain Chinese.</param>
/// <param name="En">The same in plain English.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Zh, string En);
