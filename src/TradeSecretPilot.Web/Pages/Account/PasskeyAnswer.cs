namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>What a browser sends after its authenticator has answered.</summary>
public sealed class PasskeyAnswer
{
    /// <summary>JSON.</summary>
    public string? Credential { get; set; }

    /// <summary>As the ceremony was begun with.</summary>
    public string? State { get; set; }
}
