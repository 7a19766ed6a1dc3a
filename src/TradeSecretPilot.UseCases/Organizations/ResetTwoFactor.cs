using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// Takes a lost second factor off an account: its key, its recovery codes and its passkeys are gone, and nothing opens to the person
/// before another one is set up.
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
        var passkeys = session.Db.Set<IdentityUserPasskey<Guid>>();
        passkeys.RemoveRange(await passkeys.Where(p => p.UserId == account.Id).ToListAsync(ct));
        account.TwoFactorEnabled = false;
        account.MustSetSecondFactor = true;
        account.Restamp(SessionEnd.SecondFactorReset);
        session.Record(account.Act(Act.AccountTwoFactorReset, input.Reason));
        return await session.SaveAsync(ct);
    }
}
