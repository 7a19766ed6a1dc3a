using System.Collections.Frozen;
using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>What an account has to do before anything else opens to it.</summary>
public enum AccountGate
{
    /// <summary>The password came from an administrator and must be changed.</summary>
    FirstPassword = 1,

    /// <summary>The role asks for a second factor, or a security administrator took the one there was; another is to be set up.</summary>
    SecondFactor = 2,
}

/// <summary>Which roles may not work without a second factor. Asked at the one door and by every request for a page.</summary>
public sealed class SecondFactorPolicy
{
    /// <summary>Those of a portal that nobody configured: who administers it, and who decides the selection.</summary>
    public static readonly IReadOnlySet<Role> Default = new[]
    {
        Role.SystemAdmin,
        Role.SecurityAdmin,
        Role.AuditAdmin,
        Role.WorkingGroupLead,
    }.ToFrozenSet();

    private readonly FrozenSet<Role> _required;
    private readonly bool _isEnforced;

    private SecondFactorPolicy(IEnumerable<Role> required, bool isEnforced) =>
        (_required, _isEnforced) = (required.ToFrozenSet(), isEnforced);

    /// <summary>
    /// Nobody needs one, not even after a reset: in the demonstration, whose invented people are entered by everybody, and where
    /// acts are run without a browser.
    /// </summary>
    public static SecondFactorPolicy Off { get; } = new([], isEnforced: false);

    /// <param name="required">The roles that need one. After a reset everybody does.</param>
    public static SecondFactorPolicy For(IEnumerable<Role> required) =>
        new(required, isEnforced: true);

    public bool IsRequiredOf(Role role) => _required.Contains(role);

    /// <param name="mustChangePassword">See <see cref="Account.MustChangePassword"/>.</param>
    /// <param name="mustSetSecondFactor">See <see cref="Account.MustSetSecondFactor"/>.</param>
    /// <param name="hasSecondFactor">An authenticator or a passkey.</param>
    /// <returns>Null when everything is open.</returns>
    public AccountGate? GateOf(
        Role role,
        bool mustChangePassword,
        bool mustSetSecondFactor,
        bool hasSecondFactor
    ) =>
        mustChangePassword ? AccountGate.FirstPassword
        : _isEnforced && !hasSecondFactor && (mustSetSecondFactor || IsRequiredOf(role))
            ? AccountGate.SecondFactor
        : null;
}
