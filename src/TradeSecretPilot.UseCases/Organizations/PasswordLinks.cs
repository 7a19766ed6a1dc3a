using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>A link as the administrator who gave it sees it: where it goes, never what it opens with.</summary>
/// <param name="LinkId">By it a letter is printed.</param>
/// <param name="To">The mail address; null for a letter.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record GivenLink(Guid LinkId, LinkWay Way, string? To, DateTimeOffset ExpiresAt);

/// <summary>Gives, replaces and withdraws the links by which owners set their passwords.</summary>
internal static class PasswordLinks
{
    /// <summary>Where a link is opened.</summary>
    public const string Page = "/account/open";

    /// <summary>
    /// Gives the account a link in place of any other. It goes to the account's mail where that may be believed: the address that
    /// its owner confirmed, or that of a new account, which the invitation itself confirms. Otherwise a letter is to be printed.
    /// </summary>
    public static async Task<GivenLink> GiveLinkAsync(
        this PilotSession session,
        Account account,
        LinkKind kind,
        MailSender sender,
        CancellationToken ct
    )
    {
        var link = await session.Db.PasswordLinks.SingleOrDefaultAsync(
            l => l.AccountId == account.Id,
            ct
        );
        // Who never had a password is invited again, not reset.
        if (link is { Kind: LinkKind.Invitation })
        {
            kind = LinkKind.Invitation;
        }

        var believed = account.EmailConfirmed || kind == LinkKind.Invitation;
        var to = sender.CanSendLinks && believed ? account.Email : null;
        var way = to is null ? LinkWay.Letter : LinkWay.Mail;
        if (link is null)
        {
            link = PasswordLink.For(account.Id, kind, way, session.Now);
            session.Db.PasswordLinks.Add(link);
        }
        else
        {
            link.Replace(kind, way, session.Now);
        }

        if (to is not null)
        {
            session.Db.OutboxMessages.Add(MailOf(account, link, to, sender, session.Now));
            session.WakeUp(BackgroundWork.SendOutbox);
        }

        return new GivenLink(link.LinkId, way, to, link.ExpiresAt);
    }

    /// <summary>A link that was given before, and one that confirms another mail address, opens nothing any more.</summary>
    public static async Task WithdrawLinkAsync(
        this PilotSession session,
        Account account,
        CancellationToken ct
    )
    {
        if (
            await session.Db.PasswordLinks.SingleOrDefaultAsync(
                l => l.AccountId == account.Id,
                ct
            ) is
            { } link
        )
        {
            session.Db.PasswordLinks.Remove(link);
        }

        await session.WithdrawMailChangeAsync(account, ct);
    }

    private static OutboxMessage MailOf(
        Account account,
        PasswordLink link,
        string to,
        MailSender sender,
        DateTimeOffset now
    )
    {
        var address = sender.AddressOf(
            $"{Page}?account={Uri.EscapeDataString(account.UserName!)}&code={LinkCode.Placeholder}"
        );
        var until = OfficialWords.Moment(link.ExpiresAt);
        var (zh, en) =
            link.Kind == LinkKind.Invitation
                ? (
                    "请设置账号的密码",
                    "You have an account on the trade-secret protection pilot portal. Set its password"
                )
                : ("请重新设置密码", "Your password was reset. Set another one");
        return OutboxMessage.Write(
            to,
            $"全国商业秘密保护创新试点管理平台：{zh}",
            $"""
            {account.DisplayName}：

            您在全国商业秘密保护创新试点管理平台的账号是 {account.UserName}。{zh}：

            {address}

            链接只能使用一次，{until}（北京时间）前有效。请勿转发；平台工作人员不会向您索要。如果不是您本人或单位申请的，请告知安全管理员。

            {en} at the address above. It works once, until {until} Beijing time. Do not pass it on. If you did not expect this, tell the security administrator.

            """,
            now,
            link.LinkId
        );
    }
}
