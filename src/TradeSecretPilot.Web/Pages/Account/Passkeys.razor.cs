using System.Buffers.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>通行密钥: the own account's passkeys. The password is asked for before one is made or removed.</summary>
public sealed partial class Passkeys
{
    private PortalAccount _account = null!;
    private IReadOnlyList<UserPasskeyInfo> _rows = [];
    private UserPasskeyInfo? _removing;
    private IReadOnlyList<string>? _codes;
    private BegunCeremony? _begun;
    private DateTimeOffset _now;
    private string _name = "";
    private string? _refusal;
    private string? _done;
    private bool _must;
    private bool _passed;
    private bool _isLast;

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

    [Inject]
    public required PasskeyCeremony Ceremony { get; set; }

    /// <summary>Of the passkey that is to be removed.</summary>
    [SupplyParameterFromQuery]
    public string? Remove { get; set; }

    [SupplyParameterFromForm(FormName = "begin")]
    private BeginForm New { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "remove")]
    private RemovalForm Removal { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task StartAsync()
    {
        New ??= new BeginForm();
        Removal ??= new RemovalForm();
        _account = (await Accounts.GetUserAsync(Http.User))!;
        _must = Http.User.Gate() == AccountGate.SecondFactor;
        // The machine's time, as that of the passkeys is.
        _now = TimeProvider.System.GetUtcNow();
        await ReadAsync();
        _removing = _rows.FirstOrDefault(p => IdOf(p) == Remove);
        _isLast =
            _rows.Count == 1
            && Policy.IsRequiredOf(_account.Role)
            && !await Factors.HasAuthenticatorAsync(_account);
    }

    private async Task BeginAsync()
    {
        var name = Characters.Clean(New.Name ?? "").Trim();
        if (!Characters.Fits(name, PasskeyCeremony.NameMaxLength) || name.Length == 0)
        {
            _refusal = L["名称须为1至{0}字，请重新填写。", PasskeyCeremony.NameMaxLength];
            return;
        }

        if (Refuses(await Secret.CheckPasswordAsync(_account, New.Password)))
        {
            return;
        }

        _name = name;
        _begun = await Ceremony.BeginRegistrationAsync(_account, name);
    }

    private async Task AddAsync(PasskeyAnswer answer)
    {
        if (
            await Ceremony.FinishRegistrationAsync(_account, answer.Credential, answer.State)
            is not { } made
        )
        {
            _refusal = L["通行密钥没有添加：等待太久，或者设备的回答不正确。请重新添加。"];
            return;
        }

        _codes = await Factors.AddPasskeyAsync(_account, made);
        await Secret.RecordAsync(_account, OwnSecretAct.PasskeyAdded);
        await RefreshAsync(L["已添加通行密钥“{0}”", NameOf(made)]);
    }

    private async Task RemoveAsync()
    {
        if (_removing is not { } removing)
        {
            _refusal = L["这个通行密钥已经删除。"];
            return;
        }

        if (Refuses(await Secret.CheckPasswordAsync(_account, Removal.Password)))
        {
            return;
        }

        await Factors.RemovePasskeyAsync(_account, removing.CredentialId);
        await Secret.RecordAsync(_account, OwnSecretAct.PasskeyRemoved);
        _removing = null;
        await RefreshAsync(L["已删除通行密钥“{0}”", NameOf(removing)]);
    }

    private bool Refuses(SecretCheck check)
    {
        _refusal = check switch
        {
            SecretCheck.LockedOut => L[IdentityMessages.LockedOut].Value,
            SecretCheck.Wrong => L["当前密码不正确。连续输错5次，账号将锁定15分钟。"].Value,
            _ => null,
        };
        return _refusal is not null;
    }

    /// <summary>The other sessions have ended; this one goes on.</summary>
    private async Task RefreshAsync(string done)
    {
        await SignInManager.RefreshSignInAsync(_account);
        _done = done;
        var must = Policy.IsRequiredOf(_account.Role) && !_account.TwoFactorEnabled;
        (_passed, _must) = (_must && !must, must);
        await ReadAsync();
    }

    private async Task ReadAsync() =>
        _rows = [.. (await Accounts.GetPasskeysAsync(_account)).OrderBy(p => p.CreatedAt)];

    private string NameOf(UserPasskeyInfo passkey) => passkey.Name ?? L["未命名"].Value;

    private static string IdOf(UserPasskeyInfo passkey) =>
        Base64Url.EncodeToString(passkey.CredentialId);

    private static string RemovalOf(UserPasskeyInfo passkey) =>
        $"{PortalPaths.Passkeys}?remove={IdOf(passkey)}";

    private sealed class BeginForm
    {
        public string? Name { get; set; }

        public string? Password { get; set; }
    }

    private sealed class RemovalForm
    {
        public string? Password { get; set; }
    }
}
