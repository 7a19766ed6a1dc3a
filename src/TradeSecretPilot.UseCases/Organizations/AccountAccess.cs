using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

internal static class AccountAccess
{
    /// <summary>Loads an account that somebody else than its owner is to act on.</summary>
    public static async Task<Result<Account>> FindOtherAccountAsync(
        this PilotSession session,
        Guid accountId,
        CancellationToken ct
    )
    {
        if (accountId == session.Actor.AccountId)
        {
            return AccountRefusals.NotOneself();
        }

        return
            await session.Db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, ct)
                is { } account
            ? account
            : AccountRefusals.NotFound();
    }

    /// <summary>An act on an account, for the audit trail.</summary>
    public static ActRecord Act(this Account account, Act act, string? note = null) =>
        new(act, account.Id)
        {
            Note = note is null ? account.UserName : $"{account.UserName}：{note.Trim()}",
        };

    /// <summary>Whether the account's organisation is of the kind that its role asks for.</summary>
    public static async Task<bool> OrganizationFitsAsync(
        this PilotSession session,
        Role role,
        Guid? organizationId,
        CancellationToken ct
    ) =>
        role.Organization() is { } kind
            ? organizationId is { } id
                && await session.Db.Organizations.AnyAsync(o => o.Id == id && o.Kind == kind, ct)
            : organizationId is null;
}
