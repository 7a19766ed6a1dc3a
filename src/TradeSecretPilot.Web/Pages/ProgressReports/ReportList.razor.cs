using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Lists;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>The reports of every region within the remit, by status, period and province.</summary>
public sealed partial class ReportList
{
    private static readonly ReportStatus[] Statuses =
    [
        ReportStatus.Missing,
        ReportStatus.Due,
        ReportStatus.Filed,
        ReportStatus.Supplement,
        ReportStatus.Acknowledged,
        ReportStatus.NotDue,
    ];

    [Inject]
    public required ListReports ListReports { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required BundleReports BundleReports { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private Page<ListReports.Row>? View { get; set; }

    /// <summary>Between which the page switches.</summary>
    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private int? Current => BatchChoice.NumberIn(Query);

    private DateTimeOffset Now { get; set; }

    private bool IsNational { get; set; }

    private bool MayBundle { get; set; }

    private List<StatusTab> Tabs =>
        [
            new(null, L["全部"]),
            new(ListFilters.Mine, L["轮到我"]),
            .. Statuses.Select(s => new StatusTab(
                s.ToString(),
                InLanguage.Of(StatusWords.Of(s).Word)
            )),
        ];

    /// <summary>As many as the batch has, or as any has where all are shown.</summary>
    private List<(string Value, string Text)> Periods =>
        [
            .. Enumerable
                .Range(
                    1,
                    Batches
                        .Where(b => Current is null || b.Number == Current)
                        .Select(b => b.ReportPeriods.Count)
                        .DefaultIfEmpty()
                        .Max()
                )
                .Select(n => (n.ToString(CultureInfo.InvariantCulture), L["第{0}期", n].Value)),
        ];

    /// <summary>What the address asks for.</summary>
    private ListReports.Input Shown => ListFilters.Reports(Query);

    private List<(string Value, string Text)> Sorts => [(ListFilters.LatestFirst, L["后到期在前"])];

    protected override async Task LoadAsync()
    {
        IsNational =
            (await Authentication).User.Role()?.Organization()
            == OrganizationKind.NationalRegulator;
        MayBundle =
            (await Authentication).User.Role()?.Holds(Permission.ViewReportingSummary) == true;
        Batches = BatchChoice.Launched(await ListBatches.ExecuteAsync(Left));
        View = await ListReports.ExecuteAsync(Shown, Left);
        Now = Clock.Now();
    }

    private Task<Result<Guid>> BundleAsync() => BundleReports.ExecuteAsync(new(Shown), Left);
}
