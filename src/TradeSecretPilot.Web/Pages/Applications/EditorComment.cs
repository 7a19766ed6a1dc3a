using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Parts.Plans;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>A return comment where its field now stands: measures may have moved since the version it speaks of.</summary>
/// <param name="Number">From 1.</param>
/// <param name="VersionNumber">The returned version.</param>
/// <param name="Key">Key of the field, or of the first one of its measure; null when the field is gone or is a whole list.</param>
/// <param name="Anchor">Where it stood in the returned version.</param>
/// <param name="OldText">The returned text, when the comment speaks of one text.</param>
/// <param name="IsChanged">The text was changed since.</param>
/// <param name="Handled">Who of the organisation ticked it off and when; null while it is open.</param>
public sealed record EditorComment(
    int Number,
    int VersionNumber,
    string? Key,
    string Anchor,
    string Text,
    string? OldText,
    bool IsChanged,
    CommentView.Mark? Handled
)
{
    public PlanPart Part => PlanAnchor.PartOf(Anchor);

    public bool IsOpen => Handled is null;

    public static EditorComment Of(CommentView comment, WorkPlan returned, WorkPlan now)
    {
        var key = PlanFields.KeyOf(returned, comment.Anchor);
        var place = PlanAnchor.MeasureOf(comment.Anchor);
        var old = key is null ? null : PlanFields.Read(returned, key);
        var present = key is null ? null : PlanFields.Read(now, key);
        var changed = (key, place) switch
        {
            (null, _) when comment.Anchor == "measures" => !returned.Measures.SequenceEqual(
                now.Measures
            ),
            (null, _) when comment.Anchor == "support" => !returned.Support.SequenceEqual(
                now.Support
            ),
            (null, _) when comment.Anchor == FileText.Anchor => !returned.Attachments.SequenceEqual(
                now.Attachments
            ),
            (null, _) => false,
            (_, { Field: null or "months" }) => MeasureAt(returned, place.Value.Number)
                != now.Measures.FirstOrDefault(m =>
                    m.Id == MeasureAt(returned, place.Value.Number)?.Id
                ),
            _ => present != old,
        };
        var speaksOfOneText = place is null || place.Value.Field is not (null or "months");
        return new EditorComment(
            comment.Number,
            comment.VersionNumber,
            present is null ? null : key,
            comment.Anchor,
            comment.Text,
            speaksOfOneText ? old : null,
            changed,
            comment.Handled
        );
    }

    private static Measure? MeasureAt(WorkPlan plan, int number) =>
        plan.Measures.ElementAtOrDefault(number - 1);
}
