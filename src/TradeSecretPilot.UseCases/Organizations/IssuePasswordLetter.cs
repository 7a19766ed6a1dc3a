using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>
/// 密封信: prints the letter by which the owner of an account sets its password, once. It holds a code and no password; the printing
/// stands in the trail, and what was printed cannot be printed again.
/// </summary>
public sealed class IssuePasswordLetter(
    PilotSessions sessions,
    DocumentPrinter printer,
    MailSender sender
)
{
    public sealed record Input(Guid LinkId);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        var link = await session.Db.PasswordLinks.SingleOrDefaultAsync(
            l => l.LinkId == input.LinkId && l.Way == LinkWay.Letter && l.ExpiresAt > session.Now,
            ct
        );
        if (link is null || link.AccountId == session.Actor.AccountId)
        {
            return AccountRefusals.LetterNotFound();
        }

        if (link.GivenOutAt is not null)
        {
            return AccountRefusals.LetterPrinted();
        }

        var account = await session.Db.Accounts.SingleAsync(a => a.Id == link.AccountId, ct);
        var code = link.GiveOut(session.Now);
        // Printed before it is kept: a letter that could not be printed was not given out.
        var printed = await printer.PrintAsync(LetterOf(account, link, code), FileFormat.Pdf, ct);
        if (printed.Refusal is not null)
        {
            return printed;
        }

        session.Record(account.Act(Act.AccountLetterPrinted));
        return (await session.SaveAsync(ct)).Refusal is { } conflict ? conflict : printed;
    }

    private OfficialDocument LetterOf(Account account, PasswordLink link, string code)
    {
        var day = BeijingTime.DayOf(link.GivenOutAt!.Value);
        return new OfficialDocument
        {
            Form = DocumentForm.Sheet,
            FileName = $"密封信{account.UserName}",
            TitleLines = ["账号密码设置信"],
            Author = "全国商业秘密保护创新试点管理平台",
            Subject = $"账号{account.UserName}的密码设置信",
            Date = day,
            Body = new DocumentBody()
                .Text($"{account.DisplayName}：本信请本人拆封。信中没有密码，密码由您自己设置。")
                .Add(
                    new FactTable([
                        new("账号", account.UserName!),
                        new("打开网址", sender.AddressOf(PasswordLinks.Page)),
                        new("验证码", code),
                        new("有效期至", $"{OfficialWords.Moment(link.ExpiresAt)}（北京时间）"),
                    ])
                )
                .Text(
                    "请打开上述网址，填写账号和验证码，再设置自己的密码。验证码只能使用一次，不区分大小写。"
                )
                .Text(
                    "收到时如信封已拆，或网址提示验证码已失效而您没有用过，请立即告知安全管理员锁定账号。本信用后请销毁。"
                )
                .Add(new SignatureLine(["封装人", "收信人", "日期"]))
                .Blocks,
            Signature = new Signature("全国商业秘密保护创新试点管理平台", OfficialWords.Day(day)),
        };
    }
}
