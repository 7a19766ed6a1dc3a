using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>解锁: after too many failures, or after an administrator's lock.</summary>
public sealed class UnlockAccount(PilotSessions sessions)
{
    public sealed record Input(Guid AccountId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageSecurity, ct);
        var found = await session.FindOtherAccountAsync(input.AccountId, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var account = found.Value;
        if (account is { LockoutEnd: null, AccessFailedCount: 0 })
        {
            return PlatformRefusals.AlreadyDone();
        }

        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        account.Restamp(SessionEnd.AccountChanged);
        session.Record(account.Act(Act.AccountUnlocked));
        return await session.SaveAsync(ct);
    }
}
