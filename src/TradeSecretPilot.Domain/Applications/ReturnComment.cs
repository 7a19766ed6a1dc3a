namespace TradeSecretPilot.Domain.Applications;

/// <summary>A reviewer's comment, anchored to the field it speaks of.</summary>
/// <param name="Anchor">The field, such as <c>foundation</c> or <c>measure-3</c>.</param>
/// <param name="Text">What to mend.</param>
public sealed record ReturnComment(string Anchor, string Text)
{
    public const int AnchorMaxLength = 40;
    public const int TextMaxLength = 500;
    public const int MaxComments = 50;

    /// <summary>The comment with its text as it is kept.</summary>
    internal ReturnComment Clean() => this with { Text = Characters.Clean(Text) };

    internal static Refusal? Check(IReadOnlyList<ReturnComment> comments) =>
        comments.Count <= MaxComments
        && comments.All(c =>
            c.Anchor.Length is > 0 and <= AnchorMaxLength && Characters.Fits(c.Text, TextMaxLength)
        )
            ? null
            : ApplicationRefusals.CommentInvalid();
}
