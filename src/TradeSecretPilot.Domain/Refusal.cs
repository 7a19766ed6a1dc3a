namespace TradeSecretPilot.Domain;

/// <summary>Why an act was not carried out and what its user can do about it. A refusal changes nothing.</summary>
/// <param name="Code">Stable name of the rule, <c>Aggregate.Rule</c>.</param>
/// <param name="Zh">What is wrong and what to do, in plain Chinese.</param>
/// <param name="En">The same in plain English.</param>
public sealed record Refusal(string Code, string Zh, string En);
