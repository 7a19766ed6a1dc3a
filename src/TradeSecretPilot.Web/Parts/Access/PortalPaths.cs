namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>Addresses that pages link to and the host maps.</summary>
public static class PortalPaths
{
    /// <summary>The sign-in page; its second step stands beneath it.</summary>
    public const string SignIn = "/account/sign-in";

    /// <summary>Changing one's own password.</summary>
    public const string Password = "/account/password";

    /// <summary>Setting a password by a link or letter.</summary>
    public const string OpenAccount = "/account/open";

    /// <summary>One's own second step.</summary>
    public const string SecondFactor = "/account/two-factor";

    /// <summary>One's own passkeys.</summary>
    public const string Passkeys = "/account/passkeys";

    /// <summary>One's own name, phone and mail address.</summary>
    public const string Details = "/account/details";

    /// <summary>Confirming another mail address by the link of a mail.</summary>
    public const string ConfirmMail = "/account/mail";

    /// <summary>The dashboard of the background jobs.</summary>
    public const string Jobs = "/operations/jobs";
}
