namespace TradeSecretPilot.Domain.Organizations;

/// <summary>What an administrator does to a privileged account, once another one consents.</summary>
public enum ConsentAct
{
    Create = 1,
    ResetPassword = 2,
    Enable = 3,
}

public enum ConsentStatus
{
    /// <summary>待同意; nothing was done yet.</summary>
    Open = 1,

    /// <summary>已同意: the act was carried out.</summary>
    Approved = 2,

    /// <summary>不同意.</summary>
    Refused = 3,

    /// <summary>已撤回, by whoever asked.</summary>
    Withdrawn = 4,
}

/// <summary>
/// 同意事项: an act on a privileged account (<see cref="RoleExtensions.IsPrivileged"/>) that one administrator asked for and another
/// one decides on. It holds all that the act needs, so that what is carried out is what was read.
/// </summary>
public sealed class ConsentRequest : Aggregate
{
    public const int NameMaxLength = 64;
    public const int PersonMaxLength = 40;
    public const int EmailMaxLength = 256;
    public const int ReasonMaxLength = 500;

    /// <summary>How long it may be decided on.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    private ConsentRequest() { }

    public ConsentAct Act { get; private set; }

    /// <summary>The account; of one that is to be created, the identity that it gets.</summary>
    public Guid AccountId { get; private set; }

    public string UserName { get; private set; } = null!;

    public string DisplayName { get; private set; } = null!;

    public string? Email { get; private set; }

    public Role Role { get; private set; }

    public Guid? OrganizationId { get; private set; }

    /// <summary>Null for a new account, which says for itself what it is for.</summary>
    public string? Reason { get; private set; }

    public Guid AskedById { get; private set; }

    public string AskedBy { get; private set; } = null!;

    /// <summary>UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>UTC; from then on it can no longer be consented to.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public ConsentStatus Status { get; private set; }

    public string? DecidedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Of a refusal.</summary>
    public string? Answer { get; private set; }

    /// <summary>An account as a request names it.</summary>
    public sealed record Subject(
        Guid AccountId,
        string UserName,
        string DisplayName,
        string? Email,
        Role Role,
        Guid? OrganizationId
    );

    /// <param name="subject">The account.</param>
    /// <param name="askedBy">The administrator who asks.</param>
    /// <param name="askedByName">The administrator's name.</param>
    public static ConsentRequest Ask(
        ConsentAct act,
        Subject subject,
        string? reason,
        Guid askedBy,
        string askedByName,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Act = act,
            AccountId = subject.AccountId,
            UserName = subject.UserName,
            DisplayName = subject.DisplayName,
            Email = subject.Email,
            Role = subject.Role,
            OrganizationId = subject.OrganizationId,
            Reason = reason is null ? null : Reasons.Kept(reason),
            AskedById = askedBy,
            AskedBy = askedByName,
            AskedAt = now,
            ExpiresAt = now + Lasts,
            Status = ConsentStatus.Open,
        };

    /// <summary>Consents: another administrator than the one who asked, and not about the own account.</summary>
    public Result Approve(Guid by, string byName, DateTimeOffset now)
    {
        if (Blocked(now) is { } blocked)
        {
            return blocked;
        }

        if (by == AskedById)
        {
            return ConsentRefusals.OwnRequest();
        }

        if (by == AccountId)
        {
            return ConsentRefusals.OwnAccount();
        }

        Decide(ConsentStatus.Approved, byName, now);
        return Result.Done;
    }

    /// <summary>Refuses, or withdraws what was asked by oneself.</summary>
    public Result Refuse(Guid by, string byName, string answer, DateTimeOffset now)
    {
        if ((Blocked(now) ?? Reasons.Check(answer, ReasonMaxLength)) is { } blocked)
        {
            return blocked;
        }

        if (by == AccountId)
        {
            return ConsentRefusals.OwnAccount();
        }

        Decide(by == AskedById ? ConsentStatus.Withdrawn : ConsentStatus.Refused, byName, now);
        Answer = Reasons.Kept(answer);
        return Result.Done;
    }

    private Refusal? Blocked(DateTimeOffset now) =>
        Status != ConsentStatus.Open ? ConsentRefusals.Decided()
        : now >= ExpiresAt ? ConsentRefusals.Expired()
        : null;

    private void Decide(ConsentStatus status, string byName, DateTimeOffset now) =>
        (Status, DecidedBy, DecidedAt) = (status, byName, now);
}
