using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>How an attempt to sign in, or a session, ended.</summary>
public enum SignInOutcome
{
    Succeeded = 1,

    /// <summary>Wrong password, or no such account.</summary>
    Failed = 2,

    /// <summary>The password was right, the second factor was not.</summary>
    SecondFactorFailed = 3,

    /// <summary>Locked by this failure, or already locked.</summary>
    LockedOut = 4,

    /// <summary>The account is disabled.</summary>
    Disabled = 5,

    SignedOut = 6,

    /// <summary>A new sign-in in the same browser, or its cookie renewed, took the session's place.</summary>
    Replaced = 7,

    /// <summary>By a passkey, which is both factors.</summary>
    SucceededByPasskey = 8,

    /// <summary>What the authenticator answered was not right.</summary>
    PasskeyFailed = 9,
}

/// <summary>
/// Keeps sign-ins in the audit trail. Run as the job 登录. The answer is the same whether or not the account exists.
/// </summary>
public sealed class RecordSignIn(PilotSessions sessions, ILookupNormalizer normalizer)
{
    public const string Job = "登录";

    private const int AddressMaxLength = 64;
    private const int KeptOfUnknownName = 2;

    /// <param name="UserName">As it was typed.</param>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="RemoteAddress">Where from; null when unknown.</param>
    public sealed record Input(string UserName, SignInOutcome Outcome, string? RemoteAddress);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var normalized = normalizer.NormalizeName(input.UserName.Trim());
        var account = await session
            .Db.Accounts.Where(a => a.NormalizedUserName == normalized)
            .Select(a => new { a.Id, a.UserName })
            .SingleOrDefaultAsync(ct);
        session.Record(
            new ActRecord(ActOf(input.Outcome), account?.Id ?? Guid.Empty)
            {
                Note = NoteOf(account?.UserName, input.UserName, input.RemoteAddress),
            }
        );
        return await session.SaveAsync(ct);
    }

    /// <summary>Who tried, and from where.</summary>
    /// <param name="userName">Of the account; null when there is none.</param>
    /// <param name="typed">As it was typed.</param>
    internal static string NoteOf(string? userName, string typed, string? remoteAddress)
    {
        var address = remoteAddress is { Length: > AddressMaxLength } tooLong
            ? tooLong[..AddressMaxLength]
            : remoteAddress;
        return $"{userName ?? Masked(typed)} · {address ?? "-"}";
    }

    private static Act ActOf(SignInOutcome outcome) =>
        outcome switch
        {
            SignInOutcome.Succeeded => Act.SignInSucceeded,
            SignInOutcome.Failed => Act.SignInFailed,
            SignInOutcome.SecondFactorFailed => Act.SignInSecondFactorFailed,
            SignInOutcome.LockedOut => Act.SignInLockedOut,
            SignInOutcome.Disabled => Act.SignInDisabled,
            SignInOutcome.SignedOut => Act.SignInSignedOut,
            SignInOutcome.Replaced => Act.SignInReplaced,
            SignInOutcome.SucceededByPasskey => Act.SignInByPasskey,
            SignInOutcome.PasskeyFailed => Act.SignInPasskeyFailed,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    /// <summary>People type passwords into the wrong field: of a name that is no account only the beginning is kept.</summary>
    private static string Masked(string userName)
    {
        var name = userName.Trim();
        return name.Length <= KeptOfUnknownName ? "…" : $"{name[..KeptOfUnknownName]}…";
    }
}
