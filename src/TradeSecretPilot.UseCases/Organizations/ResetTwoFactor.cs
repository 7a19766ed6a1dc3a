using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// Takes a lost second factor off an account: its key and recovery codes are gone, and the person sets up a new one after
/// signing in with the password.
/// </summary>
public sealed class ResetTwoFactor(PilotSessions sessions)
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
        var tokens = session.Db.Set<IdentityUserToken<Guid>>();
        var own = await tokens.Where(t => t.UserId == account.Id).ToListAsync(ct);
        if (!account.TwoFactorEnabled && own.Count == 0)
        {
            return PlatformRefusals.AlreadyDone();
        }

        tokens.RemoveRange(own);
        account.TwoFactorEnabled = false;
        account.Restamp();
        session.Record(account.Act(Act.AccountTwoFactorReset, input.Reason));
        return await session.SaveAsync(ct);
    }
}
