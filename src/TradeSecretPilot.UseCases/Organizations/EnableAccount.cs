using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>启用: a disabled account may sign in again, with the password it had.</summary>
public sealed class EnableAccount(PilotSessions sessions)
{
    public sealed record Input(Guid AccountId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        var found = await session.FindOtherAccountAsync(input.AccountId, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var account = found.Value;
        if (account.DisabledAt is null)
        {
            return PlatformRefusals.AlreadyDone();
        }

        account.DisabledAt = null;
        account.Restamp(SessionEnd.AccountChanged);
        session.Record(account.Act(Act.AccountEnabled));
        return await session.SaveAsync(ct);
    }
}
