using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Reports;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Pilots;

/// <summary>One pilot: tasks by area, its reports, and what happened.</summary>
public sealed partial class PilotRecord
{
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    public required GetPilot GetPilot { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private GetPilot.View? View { get; set; }

    private Refusal? Refusal { get; set; }

    private DateTimeOffset Now { get; set; }

    private bool IsLocal { get; set; }

    private int TaskCount => View!.Areas.Sum(a => a.Tasks.Count);

    private string BatchName => InLanguage.Of(View!.BatchNameZh, View.BatchNameEn);

    /// <summary>The report that asks for something first: of the reader, then of anybody, then the next one ahead.</summary>
    private GetPilot.ReportRow? Next =>
        View!.Reports.FirstOrDefault(r => r.NextActor == ReportNextActor.Me)
        ?? View.Reports.FirstOrDefault(r => r.NextActor != ReportNextActor.None)
        ?? View.Reports.FirstOrDefault(r => r.Status == ReportStatus.NotDue);

    private string? NextWho =>
        Next switch
        {
            null => null,
            { NextActor: ReportNextActor.None } => View!.RegionName,
            var report => ReportWords.Who(L, report.NextActor, View!.RegionName),
        };

    private string? NextAct =>
        Next is { } report
            ? L[
                "{0}第{1}期报告",
                L[ReportWords.Act(report.Status) ?? "报送"].Value,
                report.Ordinal
            ].Value
            : null;

    private Dictionary<Guid, string> Periods =>
        View!.Reports.ToDictionary(
            r => r.ObligationId,
            r => ReportWords.Period(L, r.Ordinal, r.DueOn)
        );

    protected override async Task FollowParametersAsync()
    {
        IsLocal =
            (await Authentication).User.Role()?.Organization() == OrganizationKind.LocalGovernment;
        var got = await GetPilot.ExecuteAsync(new GetPilot.Input(Id), Left);
        Refusal = got.Refusal;
        View = got.Refusal is null ? got.Value : null;
        Now = Clock.Now();
    }

    private static string Month(DateOnly day) =>
        day.ToString("yyyy.MM", CultureInfo.InvariantCulture);
}
