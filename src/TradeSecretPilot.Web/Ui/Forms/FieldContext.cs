namespace TradeSecretPilot.Web.Ui.Forms;

/// <summary>What a field's control must carry: splat <see cref="Attributes"/> onto it.</summary>
/// <param name="Id">The control's id, which the label points to.</param>
/// <param name="Attributes">id, aria-describedby, aria-invalid and aria-required, as far as they apply.</param>
public sealed record FieldContext(string Id, IReadOnlyDictionary<string, object> Attributes)
{
    /// <summary>The ids of what describes the control; null for nothing.</summary>
    public string? DescribedBy => Attributes.GetValueOrDefault("aria-describedby") as string;

    /// <summary>
    /// The attributes for a control that knows its own id and says itself what is wrong with it, under the id that ends in
    /// <c>-says</c>.
    /// </summary>
    public Dictionary<string, object?> ForControl() =>
        new()
        {
            ["autocomplete"] = "off",
            ["aria-describedby"] = DescribedBy is { } described
                ? $"{described} {Id}-says"
                : $"{Id}-says",
            ["aria-required"] = Attributes.GetValueOrDefault("aria-required") as string,
        };

    public bool IsInvalid => Attributes.ContainsKey("aria-invalid");
}
