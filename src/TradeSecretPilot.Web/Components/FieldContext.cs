namespace TradeSecretPilot.Web.Components;

/// <summary>What a field's control must carry: splat <see cref="Attributes"/> onto it.</summary>
/// <param name="Id">The control's id, which the label points to.</param>
/// <param name="Attributes">id, aria-describedby, aria-invalid and aria-required, as far as they apply.</param>
public sealed record FieldContext(string Id, IReadOnlyDictionary<string, object> Attributes);
