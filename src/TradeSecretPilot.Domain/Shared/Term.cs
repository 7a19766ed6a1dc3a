namespace TradeSecretPilot.Domain.Shared;

/// <summary>What a value is called in both languages of the portal.</summary>
public sealed record Term(string Zh, string En);
