namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>Addresses that pages link to and the host maps.</summary>
public static class PortalPaths
{
    /// <summary>The sign-in page; its second step stands beneath it.</summary>
    public const string SignIn = "/account/sign-in";

    /// <summary>The dashboard of the background jobs.</summary>
    public const string Jobs = "/operations/jobs";
}
