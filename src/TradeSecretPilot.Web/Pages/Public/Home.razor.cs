using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Public;

/// <summary>The public home: what the programme is, where it stands, and what was published.</summary>
public sealed partial class Home
{
    // The dates on this page are those of the plan of 2 March 2022, which governs the first batch.
    private const int FirstBatch = 1;

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required GetPublishedList GetPublishedList { get; set; }

    [Inject]
    public required ListPublicExtensions ListPublicExtensions { get; set; }

    private DateTimeOffset Now { get; set; }

    private ProgrammeStage Stage { get; set; } = null!;

    private GetPublishedList.View? List { get; set; }

    /// <summary>The latest extension for all provinces; null when there is none.</summary>
    private ListPublicExtensions.Row? Extension { get; set; }

    private bool ShowsExtension => Extension is { } e && Stage.Next?.At == e.Until;

    private string? ExtensionText =>
        Extension is not { } e ? null
        : e.OnlyForBegunDrafts
            ? L[
                "已延期，原定{0}，限此前已开始起草的申报。理由：{1}",
                BeijingText.Deadline(e.From),
                e.Reason
            ].Value
        : L["已延期，原定{0}。理由：{1}", BeijingText.Deadline(e.From), e.Reason].Value;

    private string? ForwardingNote =>
        Extension is { } e ? L["延期至{0}", BeijingText.Deadline(e.Until)].Value : null;

    private string? PublicationNote =>
        List is { BatchNumber: FirstBatch, IsLate: true } late
            ? L["实际{0}公布，已记录原因", BeijingText.Day(late.PublishedAt)].Value
            : null;

    protected override async Task StartAsync()
    {
        Now = Time.GetUtcNow();
        var found = await GetPublishedList.ExecuteAsync(new(), Left);
        List = found.Refusal is null ? found.Value : null;
        var extensions = await ListPublicExtensions.ExecuteAsync(new(FirstBatch), Left);
        Extension = extensions.Count == 0 ? null : extensions.MaxBy(e => e.Until);
        Stage = ProgrammeCalendar.StageAt(Now, Extension?.Until);
    }
}
