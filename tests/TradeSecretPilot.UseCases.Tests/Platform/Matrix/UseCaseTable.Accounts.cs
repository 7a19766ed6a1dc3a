using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
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

    private static CreateAccount.Input NewDrafter(Guid organization) =>
        new()
        {
            UserName = "drafter.new",
            DisplayName = "新起草（示例）",
            Role = Role.Drafter,
            OrganizationId = organization,
        };
}
