using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Forms;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>审计记录: the trail, and the walk along its chain.</summary>
public sealed partial class Audit
{
    private static readonly FieldContext DayField = new(
        "audit-day",
        new Dictionary<string, object>()
    );

    private bool _verifying;

    [Inject]
    public required ListAuditEntries ListAuditEntries { get; set; }

    [Inject]
    public required GetAuditCheck GetAuditCheck { get; set; }

    [Inject]
    public required VerifyAudit VerifyAudit { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private Page<ListAuditEntries.Row>? View { get; set; }

    private DateOnly? Day =>
        DateOnly.TryParseExact(Query["day"], CalendarText.DayFormat, out var day) ? day : null;

    private DateOnly Today => BeijingText.DayOf(Clock.GetUtcNow());

    /// <summary>The last nightly check.</summary>
    private GetAuditCheck.View? Checked { get; set; }

    private VerifyAudit.View? Verified { get; set; }

    private List<(string Value, string Text)> Acts =>
        [.. Enum.GetValues<ActGroup>().Select(g => (g.ToString(), InLanguage.Of(Terms.Of(g))))];

    protected override async Task LoadAsync()
    {
        // The list gives places to what waits; what still waits afterwards is counted.
        View = await ListAuditEntries.ExecuteAsync(ListFilters.Audit(Query), Left);
        Checked = await GetAuditCheck.ExecuteAsync(Left);
    }

    private string? WhoIs(ListAuditEntries.Row row)
    {
        var role = Enum.TryParse<Role>(row.ActorRole, out var known)
            ? InLanguage.Of(Terms.Of(known))
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
