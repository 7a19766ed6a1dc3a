using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Charts;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Pilots;

/// <summary>全国试点: how the reporting of one half-year stands. Regions are counted, never ranked.</summary>
public sealed partial class National
{
    private const int HandlingShown = 8;

    private static readonly (string? Key, string Word)[] TileWords =
    [
        (null, "试点数"),
        ("filed", "已报送"),
        ("missing", "缺报"),
    ];

    /// <summary>The indicators shown first: of each area what most regions can fill in.</summary>
    private static readonly HashSet<string> Main =
    [
        "Guidelines",
        "EnterprisesGuided",
        "CoordinationDocuments",
        "OfficersTrained",
        "ServiceStations",
        "Liaisons",
        "OverseasAssistance",
        "EnterpriseTrainings",
    ];

    private List<DocumentLink> Documents =>
        [
            new(
                L["进展情况汇总"],
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/documents/summaries/{View!.BatchId}-{View.Ordinal}"
                ),
                L["第{0}期", View.Ordinal],
                Word: true
            ),
        ];

    [Inject]
    public required GetReportingProgress GetReportingProgress { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private GetReportingProgress.View? View { get; set; }

    /// <summary>Between which the page switches.</summary>
    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private DateTimeOffset Now { get; set; }

    private ReportPeriod Period => View!.Periods.First(p => p.Ordinal == View.Ordinal);

    private DateTimeOffset CurveFrom =>
        View!.OpensAt ?? View.DueAt.AddDays(-ReportObligation.OpensDaysBefore);

    private bool ShowsAll => Query["all"] is not null;

    private int Filed => View!.Counts.FiledInTime + View.Counts.FiledLate;

    private string BatchName => InLanguage.Of(View!.BatchNameZh, View.BatchNameEn);

    private string MissingNote =>
        View!.Counts switch
        {
            { Missing: > 0 } => BeijingText.Remaining(View.DueAt, Now),
            { Open: > 0 } counts => L["另有{0}份在期内", counts.Open],
            _ => L["到期未报即为缺报"],
        };

    private string TileTitle =>
        Query["tile"] switch
        {
            "filed" => L["各省级地区已报送"],
            "missing" => L["各省级地区缺报"],
            _ => L["各省级地区试点数"],
        };

    private List<TileCell> Tiles =>
        [
            .. View!.Provinces.Select(p =>
            {
                var count = Query["tile"] switch
                {
                    "filed" => p.Filed,
                    "missing" => p.Missing,
                    _ => p.Pilots,
                };
                return new TileCell(
                    p.Code,
                    count == 0 ? "–" : count.ToString(CultureInfo.InvariantCulture),
                    L["试点{0}个，已报{1}份，缺报{2}份", p.Pilots, p.Filed, p.Missing],
                    count switch
                    {
                        0 => TileShade.None,
                        1 => TileShade.Some,
                        _ => TileShade.Many,
                    },
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"/reports?batch={View.BatchNumber}&province={p.Code}"
                    )
                );
            }),
        ];

    private IEnumerable<(Indicator Indicator, GetReportingProgress.IndicatorRow Sum)> Shown =>
        View!
            .Indicators.Where(i => ShowsAll || Main.Contains(i.Code))
            .Select(i => (Indicators.Find(i.Code)!, i));

    protected override async Task LoadAsync()
    {
        var got = await GetReportingProgress.ExecuteAsync(
            new GetReportingProgress.Input(ListFilters.BatchOf(Query), ListFilters.PeriodOf(Query)),
            Left
        );
        Batches = BatchChoice.Launched(await ListBatches.ExecuteAsync(Left));
        View = got.Refusal is null ? got.Value : null;
        Now = Clock.Now();
    }

    private string Percent(int regions) =>
        (100m * regions / Math.Max(1, View!.Counts.Total)).ToString(
            "0.#",
            CultureInfo.InvariantCulture
        );

    private RenderFragment Acknowledged(string who, int count) =>
        builder =>
        {
            var width = (100m * count / Math.Max(1, Filed)).ToString(
                "0.#",
                CultureInfo.InvariantCulture
            );
            builder.OpenElement(0, "div");
            builder.AddAttribute(1, "class", "ackbar");
            builder.AddMarkupContent(
                2,
                $"<span>{who}</span><i aria-hidden=\"true\"><u style=\"width:{width}%\"></u></i><em>{count} / {Filed}</em>"
            );
            builder.CloseElement();
        };
}
