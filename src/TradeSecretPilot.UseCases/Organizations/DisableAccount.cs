using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>停用: the account can no longer sign in, and its open pages stop working at the next act.</summary>
public sealed class DisableAccount(PilotSessions sessions)
{
    public sealed record Input(Guid AccountId, string Reason);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        var found = await session.FindOtherAccountAsync(input.AccountId, ct);
        if (
            (found.Refusal ?? Reasons.Check(input.Reason, AccountRefusals.ReasonMaxLength)) is
            { } refusal
        )
        {
            return refusal;
        }

        var account = found.Value;
        if (account.DisabledAt is not null)
        {
            return PlatformRefusals.AlreadyDone();
        }

        account.DisabledAt = session.Now;
        account.Restamp(SessionEnd.Disabled);
        await session.WithdrawLinkAsync(account, ct);
        session.Record(account.Act(Act.AccountDisabled, input.Reason));
        return await session.SaveAsync(ct);
    }
}
