using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>What the owners of accounts do to their own data alike.</summary>
internal static class OwnDetails
{
    /// <summary>Where the own data stands.</summary>
    public const string Page = "/account/details";

    /// <summary>Where the link of a mail leads.</summary>
    private const string ConfirmPage = "/account/mail";

    public static Task<Account> ReadOwnAccountAsync(this PilotSession session, CancellationToken ct)
    {
        var me = session.Actor.AccountId;
        return session.Db.Accounts.SingleAsync(a => a.Id == me, ct);
    }

    /// <summary>The change of the own address that waits to be confirmed; null when there is none.</summary>
    public static Task<MailChange?> FindMailChangeAsync(
        this PilotSession session,
        Guid accountId,
        CancellationToken ct
    ) => session.Db.MailChanges.SingleOrDefaultAsync(c => c.AccountId == accountId, ct);

    /// <summary>A change that waits to be confirmed counts no more: its link opens nothing.</summary>
    public static async Task WithdrawMailChangeAsync(
        this PilotSession session,
        Account account,
        CancellationToken ct
    )
    {
        if (await session.FindMailChangeAsync(account.Id, ct) is { } change)
        {
            session.Db.MailChanges.Remove(change);
        }
    }

    /// <summary>Writes the mail with the link; the code is put in when it leaves.</summary>
    public static void SendLink(
        this PilotSession session,
        Account account,
        MailChange change,
        MailSender sender
    )
    {
        var address = sender.AddressOf($"{ConfirmPage}?code={LinkCode.Placeholder}");
        var until = OfficialWords.Moment(change.ExpiresAt);
        session.Db.OutboxMessages.Add(
            OutboxMessage.Write(
                change.Address,
                "全国商业秘密保护创新试点管理平台：请确认您的邮箱",
                $"""
                {account.DisplayName}：

                您在全国商业秘密保护创新试点管理平台的账号 {account.UserName} 申请改用这个邮箱。请用这个账号登录后确认：

                {address}

                链接只能使用一次，{until}（北京时间）前有效。确认以前，原邮箱继续有效。如果您没有申请，请不要打开，不需要办理任何事项。

                Your account {account.UserName} asked to use this mail address. Sign in with it and confirm at the address above. The link works once, until {until} Beijing time; until then the former address counts. If you did not ask for this, do nothing.

                """,
                session.Now,
                mailChangeId: change.LinkId
            )
        );
        session.WakeUp(BackgroundWork.SendOutbox);
    }
}
