using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>账号管理: new accounts with a password shown once, passwords reset, accounts disabled and enabled.</summary>
public sealed partial class Accounts
{
    [Inject]
    public required ListAccounts ListAccounts { get; set; }

    [Inject]
    public required CreateAccount CreateAccount { get; set; }

    [Inject]
    public required DisableAccount DisableAccount { get; set; }

    [Inject]
    public required EnableAccount EnableAccount { get; set; }

    [Inject]
    public required ResetPassword ResetPassword { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    private Page<ListAccounts.Row>? View { get; set; }

    /// <summary>The password that was just given out; nothing keeps it.</summary>
    private (string UserName, string Password)? Secret { get; set; }

    private string? Off => Busy ? "true" : null;

    private List<(string Value, string Text)> Roles =>
        [.. Enum.GetValues<Role>().Select(r => (r.ToString(), InLanguage.Of(Terms.Of(r))))];

    protected override async Task LoadAsync() =>
        View = await ListAccounts.ExecuteAsync(ListFilters.Accounts(Query), Left);

    private async Task CreateAsync(CreateAccount.Input input)
    {
        Secret = null;
        await ActAsync(
            L["已建立账号{0}。", input.UserName.Trim()],
            async () =>
            {
                var created = await CreateAccount.ExecuteAsync(input, Acting.ToTheEnd);
                if (created.Refusal is null && created.Value.OneTimePassword is { } password)
                {
                    Secret = (input.UserName.Trim(), password);
                }

                return created.Refusal;
            }
        );
        if (Refusal is null)
        {
            Navigation.NavigateTo(Query.With("new", null));
        }
    }

    private async Task ResetAsync(ListAccounts.Row row)
    {
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["重置{0}的密码？", row.UserName],
                L["原密码立即失效，系统生成一次性密码，只显示一次；本人登录后须立即修改。"],
                L["重置密码"]
            )
            {
                Records = [(row.DisplayName, row.OrganizationName)],
                ReasonLabel = L["理由"],
                ReasonRequired = true,
                ReasonMax = AccountRefusals.ReasonMaxLength,
            }
        );
        if (answer is null)
        {
            return;
        }

        Secret = null;
        await ActAsync(
            L["已重置{0}的密码。", row.UserName],
            async () =>
            {
                var reset = await ResetPassword.ExecuteAsync(
                    new ResetPassword.Input(row.AccountId, answer.Reason!),
                    Acting.ToTheEnd
                );
                if (reset.Refusal is null)
                {
                    Secret = (row.UserName, reset.Value.OneTimePassword);
                }

                return reset.Refusal;
            }
        );
    }

    private async Task DisableAsync(ListAccounts.Row row)
    {
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["停用账号{0}？", row.UserName],
                L["停用后不能再登录，已打开的页面在下一次操作时失效。记录保留，可以重新启用。"],
                L["停用账号"]
            )
            {
                Records = [(row.DisplayName, row.OrganizationName)],
                ReasonLabel = L["理由"],
                ReasonRequired = true,
                ReasonMax = AccountRefusals.ReasonMaxLength,
                Danger = true,
            }
        );
        if (answer is not null)
        {
            await ActAsync(
                L["已停用{0}。", row.UserName],
                async () =>
                    (
                        await DisableAccount.ExecuteAsync(
                            new DisableAccount.Input(row.AccountId, answer.Reason!),
                            Acting.ToTheEnd
                        )
                    ).Refusal
            );
        }
    }

    private Task<bool> EnableAsync(ListAccounts.Row row) =>
        ActAsync(
            L["已启用{0}，原密码继续有效。", row.UserName],
            async () =>
                (
                    await EnableAccount.ExecuteAsync(
                        new EnableAccount.Input(row.AccountId),
                        Acting.ToTheEnd
                    )
                ).Refusal
        );
}
