using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>锁定: nobody signs in with the account until a security administrator unlocks it.</summary>
public sealed class LockAccount(PilotSessions sessions)
{
    public sealed record Input(Guid AccountId, string Reason);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageSecurity, ct);
        var found = await session.FindOtherAccountAsync(input.AccountId, ct);
        if (
            (found.Refusal ?? Reasons.Check(input.Reason, AccountRefusals.ReasonMaxLength)) is
            { } refusal
        )
        {
            return refusal;
        }

        var account = found.Value;
        if (account.LockoutEnd >= AccountLock.ForGood)
        {
            return PlatformRefusals.AlreadyDone();
        }

        account.LockoutEnabled = true;
        account.LockoutEnd = AccountLock.ForGood;
        account.Restamp(SessionEnd.Locked);
        await session.WithdrawLinkAsync(account, ct);
        session.Record(account.Act(Act.AccountLocked, input.Reason));
        return await session.SaveAsync(ct);
    }
}
