using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Lists;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>待同意事项: acts on privileged accounts, asked for by one administrator and decided on by another.</summary>
public sealed partial class Consents
{
    private const string All = "all";

    [Inject]
    public required ListConsents ListConsents { get; set; }

    [Inject]
    public required ApproveConsent ApproveConsent { get; set; }

    [Inject]
    public required RefuseConsent RefuseConsent { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [CascadingParameter]
    public Task<AuthenticationState>? SignedIn { get; set; }

    private Page<ListConsents.Row>? View { get; set; }

    /// <summary>Where the link went that the consent gave out.</summary>
    private (string UserName, GivenLink Link)? Given { get; set; }

    /// <summary>Letters are printed by system administrators.</summary>
    private bool MayPrint { get; set; }

    private string? Off => Busy ? "true" : null;

    private List<StatusTab> Tabs => [new(null, L["待同意"]), new(All, L["全部"])];

    private string PrivilegedRoles =>
        string.Join(
            L["、"].Value,
            RoleExtensions.Privileged.Select(r => InLanguage.Of(Terms.Of(r)))
        );

    protected override async Task LoadAsync()
    {
        if (SignedIn is not null)
        {
            var role = (await SignedIn).User.Role();
            MayPrint = role?.Holds(Permission.ManageAccounts) == true;
        }

        View = await ListConsents.ExecuteAsync(
            new ListConsents.Input(Query.Status != All, new Paging(Query.Page)),
            Left
        );
    }

    private static string MarkOf(ListConsents.Row row) =>
        row.Status switch
        {
            ConsentStatus.Open when row.IsOpen => "Late",
            ConsentStatus.Approved => "Acknowledged",
            ConsentStatus.Refused => "Missing",
            _ => "Lapsed",
        };

    private static string WordOf(ListConsents.Row row) =>
        row is { Status: ConsentStatus.Open, IsOpen: false } ? "已过期" : Terms.Of(row.Status).Zh;

    private string StateOf(ListConsents.Row row) =>
        row.DecidedAt is { } at
            ? row.Answer is { } answer
                ? L["{0}，{1}：{2}", row.DecidedBy!, BeijingText.Exact(at), answer]
                : L["{0}，{1}", row.DecidedBy!, BeijingText.Exact(at)]
            : L["{0}到期", BeijingText.Exact(row.ExpiresAt)];

    private async Task ApproveAsync(ListConsents.Row row)
    {
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["同意：{0}，账号{1}？", InLanguage.Of(Terms.Of(row.Act)), row.UserName],
                L["同意后立即办理，并记入审计。请先向本单位核实账号、姓名、角色和邮箱属实。"],
                L["同意并办理"]
            )
            {
                Records =
                [
                    (row.DisplayName, InLanguage.Of(Terms.Of(row.Role))),
                    (row.OrganizationName ?? L["不属于任何单位"].Value, row.Email),
                ],
            }
        );
        if (answer is null)
        {
            return;
        }

        Given = null;
        await ActAsync(
            L["已同意并办理：{0}。", row.UserName],
            async () =>
            {
                var approved = await ApproveConsent.ExecuteAsync(
                    new ApproveConsent.Input(row.RequestId, row.Version),
                    Acting.ToTheEnd
                );
                if (approved.Refusal is null && approved.Value.Link is { } link)
                {
                    Given = (row.UserName, link);
                }

                return approved.Refusal;
            }
        );
    }

    private async Task RefuseAsync(ListConsents.Row row)
    {
        var answer = await Dialog.AskAsync(
            new Confirmation(
                row.IsMine
                    ? L["撤回关于账号{0}的事项？", row.UserName]
                    : L["不同意关于账号{0}的事项？", row.UserName],
                L["不办理，账号保持原样；理由记入审计。"],
                row.IsMine ? L["撤回"] : L["不同意"]
            )
            {
                Records = [(row.DisplayName, row.OrganizationName)],
                ReasonLabel = L["理由"],
                ReasonRequired = true,
                ReasonMax = AccountRefusals.ReasonMaxLength,
            }
        );
        if (answer is not null)
        {
            await ActAsync(
                row.IsMine
                    ? L["已撤回：{0}。", row.UserName]
                    : L["已答复不同意：{0}。", row.UserName],
                async () =>
                    (
                        await RefuseConsent.ExecuteAsync(
                            new RefuseConsent.Input(row.RequestId, answer.Reason!, row.Version),
                            Acting.ToTheEnd
                        )
                    ).Refusal
            );
        }
    }
}
