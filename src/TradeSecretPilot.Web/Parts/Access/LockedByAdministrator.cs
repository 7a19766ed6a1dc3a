using Microsoft.AspNetCore.Identity;

namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>The password was right, but a security administrator has locked the account until further notice.</summary>
public sealed class LockedByAdministrator : SignInResult
{
    public LockedByAdministrator() => IsLockedOut = true;
}
