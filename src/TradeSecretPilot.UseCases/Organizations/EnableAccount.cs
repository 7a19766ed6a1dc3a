using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>启用: a disabled account may sign in again, with the password it had. A privileged one needs consent.</summary>
public sealed class EnableAccount(PilotSessions sessions)
{
    public sealed record Input(Guid AccountId);

    /// <param name="ConsentUntil">UTC; nothing was done yet, and until then another administrator may consent. Null when it was done.</param>
    public sealed record View(DateTimeOffset? ConsentUntil);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        var found = await session.FindOtherAccountAsync(input.AccountId, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var account = found.Value;
        if (account.DisabledAt is not null && session.NeedsConsent(account.Role))
        {
            var asked = await session.AskForConsentAsync(
                ConsentAct.Enable,
                account.AsSubject(),
                null,
                ct
            );
            return asked.Refusal is { } impossible
                ? impossible
                : await session.SaveAsync(() => new View(asked.Value), ct);
        }

        return account.Enable(session) is { } done
            ? done
            : await session.SaveAsync(() => new View(null), ct);
    }
}
