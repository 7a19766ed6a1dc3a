using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>Passwords that an administrator gives out.</summary>
internal static class Passwords
{
    private const int GeneratedLength = 16;
    private const int FromEachClass = 2;

    // Without characters that look alike on paper.
    private const string Lower = "abcdefghijkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";
    private const string Symbols = "-_+=#%!?";

    /// <summary>A random password that fits the portal's policy, about 95 bits.</summary>
    public static string Generate()
    {
        char[] characters =
        [
            .. RandomNumberGenerator.GetString(Lower, FromEachClass),
            .. RandomNumberGenerator.GetString(Upper, FromEachClass),
            .. RandomNumberGenerator.GetString(Digits, FromEachClass),
            .. RandomNumberGenerator.GetString(Symbols, FromEachClass),
            .. RandomNumberGenerator.GetString(
                Lower + Upper + Digits,
                GeneratedLength - (4 * FromEachClass)
            ),
        ];
        RandomNumberGenerator.Shuffle(characters.AsSpan());
        return new string(characters);
    }

    /// <summary>Gives the account a password that nobody knows, and signs it out everywhere: until its owner sets another one.</summary>
    public static void SetToUnknown(UserManager<Account> users, Account account)
    {
        // A hash like any other: without one, answers would come sooner and tell which accounts wait for their owner.
        account.PasswordHash = users.PasswordHasher.HashPassword(account, Generate());
        account.Restamp(SessionEnd.PasswordReset);
    }

    /// <summary>Sets the password when it fits the policy, and signs the account out everywhere.</summary>
    public static async Task<Refusal?> SetAsync(
        UserManager<Account> users,
        Account account,
        string password
    )
    {
        foreach (var validator in users.PasswordValidators)
        {
            var checkedPassword = await validator.ValidateAsync(users, account, password);
            if (!checkedPassword.Succeeded)
            {
                return RefusalOf(checkedPassword.Errors.First());
            }
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.Restamp(SessionEnd.PasswordChanged);
        return null;
    }

    /// <summary>What Identity says, in Chinese and then in English.</summary>
    private static Refusal RefusalOf(IdentityError error)
    {
        const string Boundary = "。 ";
        var at = error.Description.IndexOf(Boundary, StringComparison.Ordinal);
        return at < 0
            ? new Refusal(
                RefusalKind.InvalidInput,
                $"Account.{error.Code}",
                error.Description,
                error.Description
            )
            : new Refusal(
                RefusalKind.InvalidInput,
                $"Account.{error.Code}",
                error.Description[..(at + 1)],
                error.Description[(at + Boundary.Length)..]
            );
    }
}

/// <summary>How an account is locked by a security administrator, apart from a lock after failures.</summary>
public static class AccountLock
{
    /// <summary>UTC; not the last instant there is, which PostgreSQL would keep as infinity.</summary>
    public static readonly DateTimeOffset ForGood = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Disabled, or locked by an administrator.</summary>
    internal static bool IsClosed(this Account account) =>
        account.DisabledAt is not null || account.LockoutEnd >= ForGood;

    /// <summary>Locked now, after failures or by an administrator. By the machine's clock, as Identity does.</summary>
    internal static bool IsLockedOut(this Account account) =>
        account.LockoutEnd > TimeProvider.System.GetUtcNow();

    /// <summary>Counts a wrong secret as Identity does, and locks the account when there were too many.</summary>
    internal static void CountFailure(this Account account)
    {
        if (account.IsClosed() || account.IsLockedOut())
        {
            return;
        }

        account.AccessFailedCount++;
        if (account.AccessFailedCount >= IdentitySetup.FailuresBeforeLockout)
        {
            account.AccessFailedCount = 0;
            account.LockoutEnd = TimeProvider.System.GetUtcNow() + IdentitySetup.LockoutTime;
        }

        account.ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}

internal static class AccountStamps
{
    private const int StampBytes = 20;

    /// <summary>Ends the account's sessions, and makes Identity notice a change that it did not make itself.</summary>
    /// <param name="ending">What those sessions are told.</param>
    public static void Restamp(this Account account, SessionEnd ending)
    {
        account.Ending = ending;
        account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(StampBytes));
        account.ConcurrencyStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(StampBytes));
    }
}
