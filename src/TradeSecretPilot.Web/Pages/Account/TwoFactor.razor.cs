using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using QRCoder;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>第二步验证: turning the authenticator (TOTP, RFC 6238) on and off, and the recovery codes.</summary>
public sealed partial class TwoFactor
{
    private const string Issuer = "TradeSecretPilot";
    private const int ModulePixels = 4;

    private PortalAccount _account = null!;
    private bool _must;
    private bool _passed;
    private bool _required;
    private bool _enabled;
    private int _passkeys;
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

    [Inject]
    public required SecondFactors Factors { get; set; }

    [Inject]
    public required SecondFactorPolicy Policy { get; set; }

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
        _must = Http.User.Gate() == AccountGate.SecondFactor;
        _required = Policy.IsRequiredOf(_account.Role);
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

        _codes = await Factors.ConfirmAuthenticatorAsync(_account);
        await Secret.RecordAsync(_account, OwnSecretAct.SecondFactorEnabled);
        await RefreshAsync();
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

        await Factors.RemoveAuthenticatorAsync(_account);
        await Secret.RecordAsync(_account, OwnSecretAct.SecondFactorDisabled);
        await RefreshAsync();
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

        _codes = await Factors.RenewRecoveryCodesAsync(_account);
        await Secret.RecordAsync(_account, OwnSecretAct.RecoveryCodesRenewed);
        await RefreshAsync();
    }

    /// <summary>The other sessions have ended; this one goes on, with nothing left that it has to do first.</summary>
    private async Task RefreshAsync()
    {
        await SignInManager.RefreshSignInAsync(_account);
        var must = _required && !_account.TwoFactorEnabled;
        (_passed, _must) = (_must && !must, must);
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
        _passkeys = (await Accounts.GetPasskeysAsync(_account)).Count;
        _codesLeft = await Accounts.CountRecoveryCodesAsync(_account);
        _enabled = await Factors.HasAuthenticatorAsync(_account);
        if (_enabled)
        {
            return;
        }

        var key = await Factors.OfferAuthenticatorAsync(_account);
        _secret = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
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
