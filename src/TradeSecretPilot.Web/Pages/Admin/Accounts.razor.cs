using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>账号管理: new accounts, passwords reset by a link to their owner, accounts disabled and enabled.</summary>
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

    [Inject]
    public required TimeProvider Clock { get; set; }

    private Page<ListAccounts.Row>? View { get; set; }

    /// <summary>Where the link went that was just given out.</summary>
    private (string UserName, GivenLink Link)? Given { get; set; }

    private string? Off => Busy ? "true" : null;

    private List<(string Value, string Text)> Roles =>
        [.. Enum.GetValues<Role>().Select(r => (r.ToString(), InLanguage.Of(Terms.Of(r))))];

    protected override async Task LoadAsync() =>
        View = await ListAccounts.ExecuteAsync(ListFilters.Accounts(Query), Left);

    /// <summary>A letter that is wanted and not printed yet.</summary>
    private bool IsToPrint(ListAccounts.Row row) =>
        row.Link is { Way: LinkWay.Letter, GivenOutAt: null } link && !IsOver(link);

    private bool IsOver(ListAccounts.LinkRow link) => link.ExpiresAt <= Clock.GetUtcNow();

    private string StateOf(ListAccounts.LinkRow link) =>
        IsOver(link) ? L["链接已过期，请重置密码"]
        : link.GivenOutAt is not null ? L["{0}前有效", BeijingText.Exact(link.ExpiresAt)]
        : link.Way == LinkWay.Letter ? L["密封信还没有打印"]
        : L["邮件待发"];

    private async Task CreateAsync(CreateAccount.Input input)
    {
        Given = null;
        await ActAsync(
            input.Role.IsPrivileged()
                ? L["已提出建立账号{0}，等待另一位管理员同意。", input.UserName.Trim()]
                : L["已建立账号{0}。", input.UserName.Trim()],
            async () =>
            {
                var created = await CreateAccount.ExecuteAsync(input, Acting.ToTheEnd);
                if (created.Refusal is null && created.Value.Link is { } link)
                {
                    Given = (input.UserName.Trim(), link);
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
                L[
                    "原密码立即失效。一次性链接发到本人确认过的邮箱，24小时内有效；没有可用邮箱的，打印密封信。会通知本人和安全管理员。"
                ],
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

        Given = null;
        await ActAsync(
            row.Role.IsPrivileged()
                ? L["已提出重置{0}的密码，等待另一位管理员同意。", row.UserName]
                : L["已重置{0}的密码。", row.UserName],
            async () =>
            {
                var reset = await ResetPassword.ExecuteAsync(
                    new ResetPassword.Input(row.AccountId, answer.Reason!),
                    Acting.ToTheEnd
                );
                if (reset.Refusal is null && reset.Value.Link is { } link)
                {
                    Given = (row.UserName, link);
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
            row.Role.IsPrivileged()
                ? L["已提出启用{0}，等待另一位管理员同意。", row.UserName]
                : L["已启用{0}，原密码继续有效。", row.UserName],
            async () =>
                (
                    await EnableAccount.ExecuteAsync(
                        new EnableAccount.Input(row.AccountId),
                        Acting.ToTheEnd
                    )
                ).Refusal
        );
}
