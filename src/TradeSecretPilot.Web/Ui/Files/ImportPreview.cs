namespace TradeSecretPilot.Web.Ui.Files;

/// <summary>What a workbook would change in an editor, in the page's language.</summary>
/// <param name="Summary">新增3条，修改2条，删去1条.</param>
/// <param name="Verb">The button that takes it, with the count.</param>
/// <param name="Groups">Nothing to change where there is none.</param>
public sealed record ImportPreview(
    string Summary,
    string Verb,
    IReadOnlyList<ImportPreview.Group> Groups
)
{
    public bool HasChanges => Groups.Count > 0;

    /// <summary>Figures that changed so much that a slip is likely; they are taken once somebody has checked them.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <param name="Takes">It takes something away.</param>
    public sealed record Group(string Title, IReadOnlyList<Line> Lines, bool Takes = false);

    /// <param name="Title">The row: a measure, a year and level, an indicator.</param>
    public sealed record Line(string Title, IReadOnlyList<Change> Changes);

    /// <param name="Before">Null where there was nothing to compare with.</param>
    /// <param name="IsFigure">Shown as from … to …; texts are compared word by word.</param>
    public sealed record Change(string Label, string? Before, string After, bool IsFigure = false);
}
