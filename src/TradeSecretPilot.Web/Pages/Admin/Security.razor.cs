using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Lists;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>账号安全: locks and second factors.</summary>
public sealed partial class Security
{
    private const string Locked = "locked";

    [Inject]
    public required ListAccountSecurity ListAccountSecurity { get; set; }

    [Inject]
    public required LockAccount LockAccount { get; set; }

    [Inject]
    public required UnlockAccount UnlockAccount { get; set; }

    [Inject]
    public required ResetTwoFactor ResetTwoFactor { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    private Page<ListAccountSecurity.Row>? View { get; set; }

    private string? Off => Busy ? "true" : null;

    private List<StatusTab> Tabs => [new(null, L["全部"]), new(Locked, L["已锁定"])];

    private List<(string Value, string Text)> Roles =>
        [.. Enum.GetValues<Role>().Select(r => (r.ToString(), InLanguage.Of(Terms.Of(r))))];

    protected override async Task LoadAsync() =>
        View = await ListAccountSecurity.ExecuteAsync(
            new ListAccountSecurity.Input(
                Query.Text,
                Query.Status == Locked,
                Query.As<Role>("role"),
                new Paging(Query.Page)
            ),
            Left
        );

    private async Task LockAsync(ListAccountSecurity.Row row)
    {
        var answer = await AskAsync(
            row,
            L["锁定账号{0}？", row.UserName],
            L["锁定后任何人不能用它登录，已打开的页面随即失效，直到安全管理员解锁。"],
            L["锁定账号"],
            danger: true
        );
        if (answer is not null)
        {
            await ActAsync(
                L["已锁定{0}。", row.UserName],
                async () =>
                    (
                        await LockAccount.ExecuteAsync(
                            new LockAccount.Input(row.AccountId, answer.Reason!),
                            Acting.ToTheEnd
                        )
                    ).Refusal
            );
        }
    }

    private async Task ResetAsync(ListAccountSecurity.Row row)
    {
        var answer = await AskAsync(
            row,
            L["重置{0}的第二步验证？", row.UserName],
            L[
                "原有验证器、恢复码和通行密钥立即失效；本人凭密码登录后须先重新设置，才能打开其他页面。请先核实本人身份。"
            ],
            L["重置第二步验证"],
            danger: false
        );
        if (answer is not null)
        {
            await ActAsync(
                L["已重置{0}的第二步验证。", row.UserName],
                async () =>
                    (
                        await ResetTwoFactor.ExecuteAsync(
                            new ResetTwoFactor.Input(row.AccountId, answer.Reason!),
                            Acting.ToTheEnd
                        )
                    ).Refusal
            );
        }
    }

    private Task<bool> UnlockAsync(ListAccountSecurity.Row row) =>
        ActAsync(
            L["已解锁{0}。", row.UserName],
            async () =>
                (
                    await UnlockAccount.ExecuteAsync(
                        new UnlockAccount.Input(row.AccountId),
                        Acting.ToTheEnd
                    )
                ).Refusal
        );

    private Task<Confirmed?> AskAsync(
        ListAccountSecurity.Row row,
        string question,
        string consequence,
        string verb,
        bool danger
    ) =>
        Dialog.AskAsync(
            new Confirmation(question, consequence, verb)
            {
                Records = [(row.DisplayName, row.OrganizationName)],
                ReasonLabel = L["理由"],
                ReasonRequired = true,
                ReasonMax = AccountRefusals.ReasonMaxLength,
                Danger = danger,
            }
        );
}
