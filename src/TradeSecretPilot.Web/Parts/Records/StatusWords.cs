using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Parts.Records;

/// <summary>
/// The chip of every status: its word, and its mark, the name under which icons.css draws the icon and tokens.css
/// sets the colours.
/// </summary>
/// <param name="Mark">Such as Submitted.</param>
/// <param name="Word">What the programme calls the status.</param>
public sealed record StatusWords(string Mark, Term Word)
{
    /// <summary>Every mark that is drawn, with its usual word.</summary>
    public static IReadOnlyDictionary<string, Term> Marks { get; } =
        new Dictionary<string, Term>
        {
            ["Pilot"] = Terms.Of(PilotStatus.Running),
            ["Concluded"] = Terms.Of(PilotStatus.Concluded),
        }
            .Concat(
                Enum.GetValues<ApplicationStatus>()
                    .Select(s => KeyValuePair.Create(s.ToString(), Terms.Of(s)))
            )
            .Concat(
                Enum.GetValues<ReportCell>()
                    .Select(c => KeyValuePair.Create(c.ToString(), Terms.Of(c)))
            )
            .ToDictionary();

    /// <summary>The chip of a status given as its enum value, or as the name of a mark.</summary>
    /// <exception cref="ArgumentException">No chip is drawn for it.</exception>
    public static StatusWords Of(object status) =>
        status switch
        {
            ApplicationStatus s => new(s.ToString(), Terms.Of(s)),
            ReportStatus s => new(s.ToString(), Terms.Of(s)),
            ScoreSheetStatus s => new(MarkOf(s), Terms.Of(s)),
            SelectionStatus s => new(MarkOf(s), Terms.Of(s)),
            BatchStage s => new(MarkOf(s), Terms.Of(s)),
            PilotStatus s => new(s == PilotStatus.Running ? "Pilot" : "Concluded", Terms.Of(s)),
            AcknowledgementStatus s => new(MarkOf(s), Terms.Of(s)),
            string mark when Marks.TryGetValue(mark, out var word) => new(mark, word),
            _ => throw new ArgumentException(
                $"No chip is drawn for the status {status}.",
                nameof(status)
            ),
        };

    private static string MarkOf(ScoreSheetStatus status) =>
        status switch
        {
            ScoreSheetStatus.Assigned => "Due",
            ScoreSheetStatus.Accepted => "Draft",
            ScoreSheetStatus.Submitted => "Acknowledged",
            _ => "Withdrawn",
        };

    private static string MarkOf(SelectionStatus status) =>
        status switch
        {
            SelectionStatus.Draft => "Draft",
            SelectionStatus.Proposed => "Submitted",
            _ => "Selected",
        };

    private static string MarkOf(BatchStage stage) =>
        stage switch
        {
            BatchStage.Preparing => "Draft",
            BatchStage.Appraising => "Appraised",
            BatchStage.Selecting => "Submitted",
            BatchStage.Decided => "Recommended",
            BatchStage.Announced => "Forwarded",
            BatchStage.Concluded => "Concluded",
            _ => "Pilot",
        };

    private static string MarkOf(AcknowledgementStatus status) =>
        status switch
        {
            AcknowledgementStatus.Pending => "NotDue",
            AcknowledgementStatus.SupplementRequested => "Supplement",
            _ => "Acknowledged",
        };
}
