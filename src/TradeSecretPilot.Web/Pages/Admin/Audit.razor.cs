using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Layout;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>审计记录: the trail, and the walk along its chain.</summary>
public sealed partial class Audit
{
    private bool _verifying;

    [Inject]
    public required ListAuditEntries ListAuditEntries { get; set; }

    [Inject]
    public required VerifyAudit VerifyAudit { get; set; }

    private Page<ListAuditEntries.Row>? View { get; set; }

    private VerifyAudit.View? Verified { get; set; }

    private List<(string Value, string Text)> Acts =>
        [.. AuditWords.Kinds.Select(k => (k.Prefix, L[k.Word].Value))];

    protected override async Task LoadAsync() =>
        View = await ListAuditEntries.ExecuteAsync(ListFilters.Audit(Query), Left);

    private string? WhoIs(ListAuditEntries.Row row)
    {
        var role = Enum.TryParse<Role>(row.ActorRole, out var known)
            ? L[RoleWords.Of(known)].Value
            : null;
        return (row.OrganizationName, role) switch
        {
            ({ } organization, { } r) => L["{0}，{1}", organization, r],
            (null, { } r) => r,
            ({ } organization, null) => organization,
            _ => row.AccountId is null ? L["系统"].Value : null,
        };
    }

    private async Task VerifyAsync()
    {
        if (_verifying)
        {
            return;
        }

        _verifying = true;
        try
        {
            Verified = await VerifyAudit.ExecuteAsync(Left);
        }
        finally
        {
            _verifying = false;
        }
    }
}
