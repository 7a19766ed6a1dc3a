using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>The input of every new account, for all ways of creating one.</summary>
internal sealed record NewAccount(
    string UserName,
    string DisplayName,
    string? Email,
    Role Role,
    Guid? OrganizationId,
    string? Password
)
{
    /// <summary>The identity that the account gets; null for another one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The administrator who asked for it; null where the server did.</summary>
    public Guid? CreatedById { get; init; }

    /// <summary>
    /// Adds the account to the session by Identity's rules and hasher, so that it is saved with its audit row in one transaction;
    /// Identity's own store would save it apart. Without a password nobody knows one.
    /// </summary>
    public async Task<Result<Account>> AddToAsync(
        PilotSession session,
        UserManager<Account> users,
        CancellationToken ct
    )
    {
        var userName = UserName.Trim();
        var normalized = users.NormalizeName(userName);
        if (await CheckNameAsync(session, users, ct) is { } taken)
        {
            return taken;
        }

        var email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim();
        var account = new Account
        {
            Id = Id ?? Guid.CreateVersion7(session.Now),
            UserName = userName,
            NormalizedUserName = normalized,
            DisplayName = Characters.Clean(DisplayName).Trim(),
            Email = email,
            NormalizedEmail = users.NormalizeEmail(email),
            Role = Role,
            OrganizationId = OrganizationId,
            LockoutEnabled = true,
            CreatedAt = session.Now,
            CreatedById = CreatedById,
        };
        if (Password is null)
        {
            Passwords.SetToUnknown(users, account);
        }
        else if (await Passwords.SetAsync(users, account, Password) is { } refusal)
        {
            return refusal;
        }

        session.Db.Accounts.Add(account);
        return account;
    }

    public async Task<Refusal?> CheckNameAsync(
        PilotSession session,
        UserManager<Account> users,
        CancellationToken ct
    )
    {
        var normalized = users.NormalizeName(UserName.Trim());
        return await session.Db.Accounts.AnyAsync(a => a.NormalizedUserName == normalized, ct)
            ? AccountRefusals.UserNameTaken(UserName.Trim())
            : null;
    }

    /// <summary>The unique key decides when two administrators choose one name at the same time.</summary>
    public Refusal Conflict(Refusal refusal) =>
        refusal.Kind == RefusalKind.AlreadyDone
            ? AccountRefusals.UserNameTaken(UserName.Trim())
            : refusal;
}

/// <summary>Rules for the fields of a new account; each failure carries its refusal as state.</summary>
internal static class NewAccountRules
{
    private const int UserNameMinLength = 3;

    public static void UserName<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(name =>
                name.Trim().Length is >= UserNameMinLength and <= AccountRefusals.UserNameMaxLength
                && name.Trim()
                    .All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '@')
            )
            .Refuse(AccountRefusals.UserNameInvalid());

    public static void DisplayName<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(name => Characters.Fits(name.Trim(), Account.DisplayNameMaxLength))
            .Refuse(AccountRefusals.DisplayNameInvalid());

    public static void OptionalEmail<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(email => string.IsNullOrWhiteSpace(email) || IsEmail(email.Trim()))
            .Refuse(AccountRefusals.EmailInvalid());

    public static bool IsEmail(string email) =>
        email.Length <= AccountRefusals.EmailMaxLength
        && System.Net.Mail.MailAddress.TryCreate(email, out var parsed)
        && parsed.Address == email;

    public static IRuleBuilderOptions<T, TProperty> Refuse<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule,
        Refusal refusal
    ) => rule.WithMessage(refusal.Zh).WithErrorCode(refusal.Code).WithState(_ => refusal);

    /// <summary>The first refusal, or null when the input has the right shape.</summary>
    public static Refusal? Check<T>(this AbstractValidator<T> validator, T input) =>
        validator.Validate(input).Errors.FirstOrDefault()?.CustomState as Refusal;
}
