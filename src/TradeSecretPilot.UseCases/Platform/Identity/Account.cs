using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>账号: a person's way in. It has one role, and belongs to an organisation when the role does.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int DisplayNameMaxLength = 40;

    /// <summary>Of the office phone, extension included.</summary>
    public const int PhoneMaxLength = 30;

    public string DisplayName { get; set; } = "";

    public Role Role { get; set; }

    public Guid? OrganizationId { get; set; }

    /// <summary>UTC; a disabled account cannot sign in and its open pages stop working.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The administrator who asked for it; null where the server did.</summary>
    public Guid? CreatedById { get; set; }

    /// <summary>The first password came from an administrator and must be changed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>A security administrator took the second factor off: another one is set up before anything else opens.</summary>
    public bool MustSetSecondFactor { get; set; }

    /// <summary>Why the next change of the security stamp ends the account's sessions. It goes into their rows, and is kept nowhere else.</summary>
    [NotMapped]
    public SessionEnd? Ending { get; set; }
}
