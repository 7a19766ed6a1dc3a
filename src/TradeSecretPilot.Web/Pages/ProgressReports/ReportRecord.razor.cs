using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Parts.Layout;
using TradeSecretPilot.Web.Parts.Reports;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>One report: what was filed, the figures, both answers; the addressee answers the version it has read.</summary>
public sealed partial class ReportRecord
{
    private const int GapsShown = 8;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The filed version to read; null for the latest.</summary>
    [SupplyParameterFromQuery(Name = "version")]
    public int? Version { get; set; }

    [Inject]
    public required GetReport GetReport { get; set; }

    [Inject]
    public required AcknowledgeReport AcknowledgeReport { get; set; }

    [Inject]
    public required RequestSupplement RequestSupplement { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private GetReport.View? View { get; set; }

    private DateTimeOffset Now { get; set; }

    private bool IsNational { get; set; }

    private List<DocumentLink> Documents
    {
        get
        {
            var links = new List<DocumentLink>();
            if (View!.Draft is { SavedAt: not null })
            {
                links.Add(Document(L["草稿，尚未报送"], 0));
            }

            if (View.Filed is { } filed)
            {
                links.Add(Document(L["第{0}版", filed.Number], filed.Number));
                if (filed.ReceiptNumber is { } receipt)
                {
                    links.Add(
                        new(
                            L["回执"],
                            $"/documents/receipts/{Uri.EscapeDataString(receipt)}",
                            receipt
                        )
                    );
                }
            }

            return links;
        }
    }

    private Addressee Other => IsNational ? Addressee.Provincial : Addressee.National;

    private bool ReadsLatest => View!.Filed?.Number == View.VersionNumber;

    private string Title =>
        L[
            "{0}试点进展情况报告，{1}",
            View!.RegionName,
            ReportWords.Period(L, View.Ordinal, View.DueOn)
        ];

    private string? NextWho =>
        View!.Status == ReportStatus.NotDue
            ? L["{0}起可以报送", BeijingText.Day(View.OpensAt)]
            : ReportWords.Who(L, View.NextActor, View.RegionName);

    private string? NextAct => ReportWords.Act(View!.Status) is { } act ? L[act].Value : null;

    /// <summary>What was asked for, by whom; gone once a supplement is filed.</summary>
    private IEnumerable<(string Who, string Note)> Notes =>
        new[] { (Addressee.National, View!.National), (Addressee.Provincial, View.Provincial) }
            .Where(a => a.Item2 is { Status: AcknowledgementStatus.SupplementRequested, Note: { } })
            .Select(a => (InLanguage.Of(Terms.Of(a.Item1)), a.Item2.Note!));

    private string Waiting =>
        View!.Status switch
        {
            ReportStatus.NotDue => L[
                "{0}起可以报送，现在可以先填写，内容会自动保存。",
                BeijingText.Day(View.OpensAt)
            ],
            ReportStatus.Missing => L["已过截止时刻，仍可补报，补报的报告会标明逾期。"],
            _ => L["截止前报送即为按期。没有人动笔的报告，到期后列为缺报。"],
        };

    protected override async Task FollowParametersAsync()
    {
        IsNational =
            (await Authentication).User.Role()?.Organization()
            == OrganizationKind.NationalRegulator;
        await LoadAsync();
    }

    private static string GapText(ReportGap gap) => InLanguage.Of(gap.Zh, gap.En);

    private async Task LoadAsync()
    {
        var got = await GetReport.ExecuteAsync(new GetReport.Input(Id, Version), Left);
        if (got.Refusal is { } refusal)
        {
            (View, Refusal) = (null, refusal);
            return;
        }

        (View, Now) = (got.Value, Clock.Now());
    }

    private async Task AcknowledgeAsync()
    {
        var version = View!.VersionNumber;
        var done = await ActAsync(async () =>
            (
                await AcknowledgeReport.ExecuteAsync(
                    new AcknowledgeReport.Input(Id, version),
                    Acting.ToTheEnd
                )
            ).Refusal
        );
        await AfterAsync(done, L["已签收{0}的本期报告。", View.RegionName]);
    }

    private async Task RequestSupplementAsync()
    {
        if (!ReadsLatest)
        {
            return;
        }

        var version = View!.VersionNumber;
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["要求{0}补充材料？", View.RegionName],
                L[
                    "本期报告将转为“待补充”，由试点地区补充后重新报送。您的意见，试点地区和{0}都能看到。",
                    InLanguage.Of(Terms.Of(Other))
                ],
                L["要求补充材料"]
            )
            {
                ReasonLabel = L["需要补充的内容"],
                ReasonRequired = true,
                ReasonMax = ReportObligation.NoteMaxLength,
            }
        );
        if (answer is null)
        {
            return;
        }

        var done = await ActAsync(async () =>
            (
                await RequestSupplement.ExecuteAsync(
                    new RequestSupplement.Input(Id, version, answer.Reason!),
                    Acting.ToTheEnd
                )
            ).Refusal
        );
        await AfterAsync(done, L["已要求{0}补充材料，并已通知。", View.RegionName]);
    }

    private async Task AfterAsync(bool done, string what)
    {
        if (done)
        {
            Snackbar.Done(what);
            await LoadAsync();
        }
    }

    protected override Task ShowPresentAsync() => LoadAsync();

    private DocumentLink Document(string note, int version) =>
        new(
            L["进展情况报告"],
            $"/documents/reports/{Id}",
            note,
            string.Create(CultureInfo.InvariantCulture, $"?version={version}"),
            Word: true
        );
}
