using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class UseCaseTable
{
    private const string NoAccount = "Account.NotFound";

    private static IReadOnlyList<UseCaseRow> Accounts =>
        [
            For<ListDivisions>(Who.SystemAdmin, async (u, c) => await u.ExecuteAsync(new(), c.Ct)),
            For<AddFunctionalZone>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new("339999", "示例新区", "330100"), c.Ct),
                async (u, c) => await u.ExecuteAsync(new("339999", "示例新区", "999999"), c.Ct),
                "Organization.DivisionInvalid",
                acts: "Division.Added"
            ),
            For<ListOrganizations>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct)
            ),
            For<CreateOrganization>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new("330100", "杭州市人民政府"), c.Ct),
                async (u, c) => await u.ExecuteAsync(new("999999", "示例市人民政府"), c.Ct),
                "Organization.DivisionUnknown",
                acts: "Organization.Created"
            ),
            For<EnsureProvincialRegulators>(
                Who.Job,
                // All are there, so that nothing is done.
                async (u, c) => await u.ExecuteAsync(c.Ct)
            ),
            For<ListAccounts>(Who.SystemAdmin, async (u, c) => await u.ExecuteAsync(new(), c.Ct)),
            For<CreateAccount>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(NewDrafter(c.Cast.A[0].OrganizationId), c.Ct),
                async (u, c) => await u.ExecuteAsync(NewDrafter(Call.Unknown), c.Ct),
                "Account.OrganizationDoesNotFit",
                acts: "Account.Created"
            ),
            For<CreateFirstAdministrator>(
                Who.Job,
                async (u, c) => await u.ExecuteAsync(new("another", "示例"), c.Ct),
                refused: "Account.AdministratorExists"
            ),
            For<DisableAccount>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.A[0].Drafter, "（示例）"), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, "（示例）"), c.Ct),
                NoAccount,
                acts: "Account.Disabled"
            ),
            For<EnableAccount>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.A[0].Drafter), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoAccount,
                refused: "Platform.AlreadyDone"
            ),
            For<ResetPassword>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.A[0].Drafter, "（示例）"), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, "（示例）"), c.Ct),
                NoAccount,
                acts: "Account.PasswordReset"
            ),
            For<IssuePasswordLetter>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new((await LayLinkAsync(c)).Link), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                "Account.LetterNotFound",
                acts: "Account.LetterPrinted"
            ),
            For<SetPasswordByLink>(
                Who.Job,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new("lead", (await LayLinkAsync(c, giveOut: true)).Code, NewPassword, null),
                        c.Ct
                    ),
                acts: "SignIn.PasswordSet"
            ),
            For<ListConsents>(
                Who.SystemAdmin | Who.SecurityAdmin,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct)
            ),
            For<ApproveConsent>(
                Who.SystemAdmin | Who.SecurityAdmin,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(await Consenting.AskAsync(c.World), c.World.Seen),
                        c.Ct
                    ),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, Seen.Present), c.Ct),
                "Consent.NotFound",
                acts: ["Consent.Given", "Account.Created"]
            ),
            For<RefuseConsent>(
                Who.SystemAdmin | Who.SecurityAdmin,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(await Consenting.AskAsync(c.World), "（示例）", c.World.Seen),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(new(Call.Unknown, "（示例）", Seen.Present), c.Ct),
                "Consent.NotFound",
                acts: "Consent.Refused"
            ),
            For<ListAccountSecurity>(
                Who.SecurityAdmin,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct)
            ),
            For<LockAccount>(
                Who.SecurityAdmin,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.A[0].Drafter, "（示例）"), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, "（示例）"), c.Ct),
                NoAccount,
                acts: "Account.Locked"
            ),
            For<UnlockAccount>(
                Who.SecurityAdmin,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Locked), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoAccount,
                acts: "Account.Unlocked"
            ),
            For<ResetTwoFactor>(
                Who.SecurityAdmin,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Locked, "（示例）"), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, "（示例）"), c.Ct),
                NoAccount,
                acts: "Account.TwoFactorReset"
            ),
        ];

    private const string NewPassword = "Xin-De-Mima-2022!";

    /// <summary>A link for the lead, as a reset leaves it.</summary>
    private static Task<(Guid Link, string? Code)> LayLinkAsync(Call c, bool giveOut = false) =>
        c.World.BehindTheDoorAsync(async db =>
        {
            var lead = await db.Accounts.SingleAsync(a => a.UserName == "lead", c.Ct);
            var now = c.World.Portal.Clock.GetUtcNow();
            var link = await db.PasswordLinks.SingleOrDefaultAsync(
                l => l.AccountId == lead.Id,
                c.Ct
            );
            if (link is null)
            {
                link = PasswordLink.For(lead.Id, LinkKind.Reset, LinkWay.Letter, now);
                db.PasswordLinks.Add(link);
            }
            else
            {
                link.Replace(LinkKind.Reset, LinkWay.Letter, now);
            }

            var code = giveOut ? link.GiveOut(now) : null;
            await db.SaveChangesAsync(c.Ct);
            return (link.LinkId, code);
        });

    /// <summary>A mail address that the caller may confirm, with its code; nothing for who has no account.</summary>
    private static Task<string> LayMailChangeAsync(Call c) =>
        c.World.BehindTheDoorAsync(async db =>
        {
            if (c.Who == Who.Nobody || !Who.Accounts.HasFlag(c.Who))
            {
                return "";
            }

            var (caller, now) = (
                Call.AccountOf(c.Cast, c.Who, c.ByForeignTenant),
                c.World.Portal.Clock.GetUtcNow()
            );
            var change = await db.MailChanges.SingleOrDefaultAsync(
                m => m.AccountId == caller,
                c.Ct
            );
            if (change is null)
            {
                change = MailChange.For(caller, "wei@example.cn", now);
                db.MailChanges.Add(change);
            }

            var code = change.GiveOut(now);
            await db.SaveChangesAsync(c.Ct);
            return code;
        });

    private static CreateAccount.Input NewDrafter(Guid organization) =>
        new()
        {
            UserName = "drafter.new",
            DisplayName = "新起草（示例）",
            Role = Role.Drafter,
            OrganizationId = organization,
        };
}
