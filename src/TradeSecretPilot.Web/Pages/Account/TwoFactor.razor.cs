using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using QRCoder;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>Turning the second step (TOTP, RFC 6238) on and off, and its recovery codes.</summary>
public sealed partial class TwoFactor
{
    private const string Issuer = "TradeSecretPilot";
    private const int RecoveryCodes = 10;
    private const int ModulePixels = 4;

    // Where Identity keeps the secret. Its own method also renews the security stamp: looking at this page would sign the account
    // out everywhere else.
    private const string KeyProvider = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";

    private PortalAccount _account = null!;
    private bool _enabled;
    private int _codesLeft;
    private string _secret = "";
    private string _qr = "";
    private string? _refusal;
    private IReadOnlyList<string>? _codes;

    [Inject]
    public required UserManager<PortalAccount> Accounts { get; set; }

    [Inject]
    public required SignInManager<PortalAccount> SignInManager { get; set; }

    [Inject]
    public required OwnSecret Secret { get; set; }

    [SupplyParameterFromForm(FormName = "enable")]
    private EnableForm On { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "disable")]
    private PasswordForm Off { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "codes")]
    private PasswordForm Codes { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task StartAsync()
    {
        On ??= new EnableForm();
        Off ??= new PasswordForm();
        Codes ??= new PasswordForm();
        _account = (await Accounts.GetUserAsync(Http.User))!;
        await ReadAsync();
    }

    private async Task EnableAsync()
    {
        if (
            Refuses(
                await Secret.CheckCodeAsync(_account, On.Code),
                L["验证码不正确或已失效，请重新输入。"]
            )
        )
        {
            return;
        }

        await Accounts.SetTwoFactorEnabledAsync(_account, true);
        await Secret.RecordAsync(_account, OwnSecretAct.SecondFactorEnabled);
        await MakeCodesAsync();
    }

    private async Task DisableAsync()
    {
        if (
            Refuses(
                await Secret.CheckPasswordAsync(_account, Off.Password),
                L["密码不正确，第二步验证仍然开启。"]
            )
        )
        {
            return;
        }

        await Accounts.SetTwoFactorEnabledAsync(_account, false);
        // A secret that was once in use is not offered again.
        await Accounts.ResetAuthenticatorKeyAsync(_account);
        await Secret.RecordAsync(_account, OwnSecretAct.SecondFactorDisabled);
        await SignInManager.RefreshSignInAsync(_account);
        await ReadAsync();
    }

    private async Task RenewCodesAsync()
    {
        if (
            Refuses(
                await Secret.CheckPasswordAsync(_account, Codes.Password),
                L["密码不正确，原来的恢复码仍然有效。"]
            )
        )
        {
            return;
        }

        await Secret.RecordAsync(_account, OwnSecretAct.RecoveryCodesRenewed);
        await MakeCodesAsync();
    }

    private async Task MakeCodesAsync()
    {
        _codes =
        [
            .. (await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(_account, RecoveryCodes))!,
        ];
        await SignInManager.RefreshSignInAsync(_account);
        await ReadAsync();
    }

    private bool Refuses(SecretCheck check, string wrong)
    {
        _refusal = check switch
        {
            SecretCheck.LockedOut => L[IdentityMessages.LockedOut].Value,
            SecretCheck.Wrong => wrong,
            _ => null,
        };
        return _refusal is not null;
    }

    private async Task ReadAsync()
    {
        _enabled = await Accounts.GetTwoFactorEnabledAsync(_account);
        if (_enabled)
        {
            _codesLeft = await Accounts.CountRecoveryCodesAsync(_account);
            return;
        }

        var key = await Accounts.GetAuthenticatorKeyAsync(_account);
        if (string.IsNullOrEmpty(key))
        {
            key = Accounts.GenerateNewAuthenticatorKey();
            await Accounts.SetAuthenticationTokenAsync(_account, KeyProvider, KeyName, key);
        }

        _secret = string.Join(' ', key!.Chunk(4).Select(part => new string(part)));
        var label = Uri.EscapeDataString($"{Issuer}:{_account.UserName}");
        using var data = QRCodeGenerator.GenerateQrCode(
            $"otpauth://totp/{label}?secret={key}&issuer={Issuer}&digits=6",
            QRCodeGenerator.ECCLevel.M
        );
        using var code = new SvgQRCode(data);
        _qr = code.GetGraphic(ModulePixels);
    }

    private sealed class EnableForm
    {
        public string? Code { get; set; }
    }

    private sealed class PasswordForm
    {
        public string? Password { get; set; }
    }
}
