using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Charts;
using TradeSecretPilot.Web.Ui.Lists;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>申报: the list of a province or of SAMR; for a local government its own application.</summary>
public sealed partial class Applications
{
    private static readonly ApplicationStatus[] Provincial =
    [
        ApplicationStatus.Submitted,
        ApplicationStatus.Returned,
        ApplicationStatus.Recommended,
        ApplicationStatus.Declined,
        ApplicationStatus.Forwarded,
    ];

    private static readonly ApplicationStatus[] National =
    [
        ApplicationStatus.Forwarded,
        ApplicationStatus.Appraised,
        ApplicationStatus.Selected,
        ApplicationStatus.NotSelected,
    ];

    [Inject]
    public required ListApplications ListApplications { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required BundleApplications BundleApplications { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private ListApplications.View? View { get; set; }

    /// <summary>Between which the page switches.</summary>
    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private string RankingHref =>
        View?.Batch is { } batch && Batches.Count > 1
            ? BatchPage.Of("/ranking", batch.Number)
            : "/ranking";

    private DateTimeOffset Now { get; set; }

    private Role Role { get; set; }

    private bool IsLocal => Role is Role.Drafter or Role.LocalApprover;

    private bool IsProvince => Role is Role.ProvincialReviewer or Role.ProvincialApprover;

    private bool IsNational => Role is Role.WorkingGroup or Role.WorkingGroupLead;

    private string Title =>
        IsLocal ? L["试点申报"]
        : IsProvince ? L["申报与初审"]
        : L["上报的申报"];

    /// <summary>The usual statuses always, the others where there are any.</summary>
    private List<StatusTab> Tabs =>
        [
            new(null, L["全部"], View!.Counts.Values.Sum()),
            .. Enum.GetValues<ApplicationStatus>()
                .Where(s =>
                    View.Counts.ContainsKey(s) || (IsProvince ? Provincial : National).Contains(s)
                )
                .Select(s => new StatusTab(
                    s.ToString(),
                    InLanguage.Of(StatusWords.Of(s).Word),
                    View.Counts.GetValueOrDefault(s)
                )),
        ];

    private List<(string Value, string Text)> Levels =>
        [.. DivisionWords.Applicants.Select(l => (l.ToString(), InLanguage.Of(Terms.Of(l))))];

    private List<(string Value, string Text)> Provinces =>
        [
            .. ProvinceTiles
                .Rows.SelectMany(r => r.Provinces)
                .OrderBy(p => p.Prefix, StringComparer.Ordinal)
                .Select(p => (p.Prefix + "0000", L[p.Name].Value)),
        ];

    /// <summary>What the address asks for.</summary>
    private ListApplications.Input Shown => ListFilters.Applications(Query);

    private List<(string Value, string Text)> Sorts =>
        [
            (nameof(ListApplications.Sort.Region), L["行政区划"]),
            (nameof(ListApplications.Sort.Changed), L["最近提交"]),
            (nameof(ListApplications.Sort.Rank), L["推荐名次"]),
        ];

    protected override async Task LoadAsync()
    {
        Role = (await Authentication).User.Role() ?? default;
        Batches = BatchChoice.Opened(await ListBatches.ExecuteAsync(Left));
        View = await ListApplications.ExecuteAsync(Shown, Left);
        Now = Clock.Now();
    }

    private Task<Result<Guid>> BundleAsync(BundleKind kind) =>
        BundleApplications.ExecuteAsync(new(kind, Shown), Left);

    private static string BatchName(BatchView batch) =>
        Cultures.IsChinese ? batch.NameZh : batch.NameEn;

    private string? ActorOf(ListApplications.Row row) =>
        row.Turn.Actor == UseCases.Workflow.NextActor.LocalGovernment ? row.RegionName
        : Terms.Of(row.Turn.Actor) is { } actor ? InLanguage.Of(actor)
        : null;

    private string? ActOf(ListApplications.Row row) =>
        TurnWords.ActOn(row.Status, row.VersionNumber, row.Rank) is { } act ? L[act].Value : null;

    private (string Word, string Href, string Css) ActionOf(ListApplications.Row row) =>
        row.Status switch
        {
            ApplicationStatus.Submitted when IsProvince && TurnWords.IsMe(row.Turn.Actor, Role) => (
                row.VersionNumber > 1 ? "复审" : "初审",
                $"/review/{row.Id}",
                IsFirstToReview(row) ? "btn-primary" : ""
            ),
            ApplicationStatus.Recommended
                when row.Rank is null && TurnWords.IsMe(row.Turn.Actor, Role) => (
                "排序¦推荐",
                RankingHref,
                ""
            ),
            _ => ("查看", $"/applications/{row.Id}", "btn-quiet"),
        };

    private bool IsFirstToReview(ListApplications.Row row) =>
        View!.Page.Items.First(r => r.Status == ApplicationStatus.Submitted) == row;
}
