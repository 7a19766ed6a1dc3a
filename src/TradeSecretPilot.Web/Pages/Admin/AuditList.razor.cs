using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Forms;
using TradeSecretPilot.Web.Ui.Lists;
using TradeSecretPilot.Web.Ui.Localization;
using ActCatalogue = TradeSecretPilot.UseCases.Platform.Acts;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>A part of the audit trail with its filter: of everything, of a person, or of a record.</summary>
public sealed partial class AuditList
{
    private static readonly FieldContext FromField = new(
        "audit-from",
        new Dictionary<string, object>()
    );
    private static readonly FieldContext ToField = new(
        "audit-to",
        new Dictionary<string, object>()
    );

    [Inject]
    public required TimeProvider Clock { get; set; }

    /// <summary>The state that the address holds.</summary>
    [Parameter, EditorRequired]
    public required ListQuery Query { get; set; }

    [Parameter, EditorRequired]
    public required KeyPage<ListAuditEntries.Row> View { get; set; }

    /// <summary>The list is one record's: there is none to look for.</summary>
    [Parameter]
    public bool IsOfRecord { get; set; }

    private DateOnly Today => BeijingText.DayOf(Clock.GetUtcNow());

    private static List<(string Value, string Text)> Groups =>
        [.. Enum.GetValues<ActGroup>().Select(g => (g.ToString(), InLanguage.Of(Terms.Of(g))))];

    private static List<(string Value, string Text)> Outcomes =>
        [.. Enum.GetValues<ActOutcome>().Select(o => (o.ToString(), InLanguage.Of(Terms.Of(o))))];

    /// <summary>Those of the chosen category; all without one.</summary>
    private List<(string Value, string Text)> Acts =>
        [
            .. Enum.GetValues<Act>()
                .Where(a => Query.As<ActGroup>("act") is not { } g || ActCatalogue.GroupOf(a) == g)
                .Select(a => (a.ToString(), InLanguage.Of(Terms.Of(a)))),
        ];

    private DateOnly? DayOf(string key) => ListFilters.DayOf(Query, key);

    private static ActOutcome OutcomeOf(Act act) => ActCatalogue.OutcomeOf(act);

    private static string HrefOf(ListAuditEntries.Row row) =>
        row.Subject?.Kind == ActGroup.Account
            ? $"/admin/audit/person/{row.SubjectId}"
            : $"/admin/audit/record/{row.SubjectId}";

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
}
