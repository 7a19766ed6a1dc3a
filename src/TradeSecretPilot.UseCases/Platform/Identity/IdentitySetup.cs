using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>Accounts, passwords and second factors by ASP.NET Core Identity, with the portal's policy.</summary>
public static class IdentitySetup
{
    public const int PasswordMinLength = 12;
    public const int FailuresBeforeLockout = 5;

    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    public static IdentityBuilder AddPilotIdentity(this IServiceCollection services) =>
        services
            .AddSingleton(sp => new UsedCodes(
                sp.GetRequiredService<DbContextOptions<PilotDbContext>>()
            ))
            .AddIdentityCore<Account>(o =>
            {
                o.User.RequireUniqueEmail = false;
                o.User.AllowedUserNameCharacters =
                    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@";
                o.Password.RequiredLength = PasswordMinLength;
                // Classes are counted by PasswordClasses: any three of four.
                o.Password.RequireDigit = false;
                o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = false;
                o.Password.RequireNonAlphanumeric = false;
                o.Lockout.AllowedForNewUsers = true;
                o.Lockout.MaxFailedAccessAttempts = FailuresBeforeLockout;
                o.Lockout.DefaultLockoutTimeSpan = LockoutTime;
            })
            .AddEntityFrameworkStores<PilotDbContext>()
            .AddPasswordValidator<PasswordClasses>()
            .AddErrorDescriber<IdentityRefusals>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AuthenticatorOnce>(TokenOptions.DefaultAuthenticatorProvider);
}

/// <summary>A password draws on at least three of: lower case, upper case, digits, other characters.</summary>
public sealed class PasswordClasses : IPasswordValidator<Account>
{
    public const int Required = 3;

    public Task<IdentityResult> ValidateAsync(
        UserManager<Account> manager,
        Account user,
        string? password
    )
    {
        password ??= "";
        bool[] classes =
        [
            password.Any(char.IsLower),
            password.Any(char.IsUpper),
            password.Any(char.IsDigit),
            password.Any(c => !char.IsLetterOrDigit(c)),
        ];
        return Task.FromResult(
            classes.Count(c => c) >= Required
                ? IdentityResult.Success
                : IdentityResult.Failed(
                    new IdentityError
                    {
                        Code = "PasswordClasses",
                        Description =
                            "密码须包含大写字母、小写字母、数字、符号中的至少三类。 Use at least three of: upper case, lower case, digits, symbols.",
                    }
                )
        );
    }
}

/// <summary>What Identity says, in both languages.</summary>
public sealed class IdentityRefusals : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        Say(nameof(PasswordTooShort), $"密码至少{length}位。 Use at least {length} characters.");

    public override IdentityError PasswordMismatch() =>
        Say(nameof(PasswordMismatch), "当前密码不正确。 The present password is wrong.");

    public override IdentityError DuplicateUserName(string userName) =>
        Say(
            nameof(DuplicateUserName),
            $"账号“{userName}”已存在，请换一个。 The account name is taken."
        );

    public override IdentityError InvalidUserName(string? userName) =>
        Say(
            nameof(InvalidUserName),
            "账号只能使用字母、数字和 - . _ @。 Use letters, digits and - . _ @ only."
        );

    public override IdentityError InvalidEmail(string? email) =>
        Say(nameof(InvalidEmail), "邮箱格式不正确。 The mail address is not valid.");

    public override IdentityError InvalidToken() =>
        Say(nameof(InvalidToken), "验证码不正确或已失效。 The code is wrong or expired.");

    public override IdentityError ConcurrencyFailure() =>
        Say(
            nameof(ConcurrencyFailure),
            "账号刚被他人修改，请刷新后再试。 Somebody changed the account; reload."
        );

    public override IdentityError DefaultError() =>
        Say(nameof(DefaultError), "操作未完成，请稍后再试。 It was not done; try again later.");

    private static IdentityError Say(string code, string description) =>
        new() { Code = code, Description = description };
}
