using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Lists;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>进展报告: for a region its own obligations, for the addressees region × period.</summary>
public sealed partial class Reports
{
    [Inject]
    public required ListReports ListReports { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required GetReportMatrix GetReportMatrix { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private Page<ListReports.Row>? Own { get; set; }

    private GetReportMatrix.View? Matrix { get; set; }

    /// <summary>Between which the page switches.</summary>
    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private BatchKey? Asked => ListFilters.BatchOf(Query);

    private DateTimeOffset Now { get; set; }

    private bool IsLocal { get; set; }

    private bool IsNational { get; set; }

    protected override async Task LoadAsync()
    {
        var kind = (await Authentication).User.Role()?.Organization();
        IsLocal = kind == OrganizationKind.LocalGovernment;
        IsNational = kind == OrganizationKind.NationalRegulator;
        if (IsLocal)
        {
            Own = await ListReports.ExecuteAsync(
                new ListReports.Input { Paging = new Paging(Query.Page) },
                Left
            );
        }
        else
        {
            var got = await GetReportMatrix.ExecuteAsync(
                new GetReportMatrix.Input(Asked, IsNational ? Query["province"] : null),
                Left
            );
            Batches = BatchChoice.Launched(await ListBatches.ExecuteAsync(Left));
            // Before the first launch there is nothing to show, which is no error.
            Matrix = got.Refusal is null ? got.Value : null;
        }

        Now = Clock.Now();
    }
}
