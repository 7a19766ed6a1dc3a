using DiffPlex;
using DiffPlex.Chunkers;

namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>Two people changed the same text: both changes stand, unless they are in the same sentence.</summary>
public static class TextMerge
{
    private static readonly CustomFunctionChunker Sentences = new(TextDiff.Sentences);

    /// <param name="start">The text both started from.</param>
    /// <param name="mine">As I have it.</param>
    /// <param name="theirs">As they saved it.</param>
    /// <returns>Both changes in one text; null when both changed the same sentence differently.</returns>
    public static string? Of(string start, string mine, string theirs)
    {
        if (mine == theirs || theirs == start)
        {
            return mine;
        }

        if (mine == start)
        {
            return theirs;
        }

        var merge = ThreeWayDiffer.Instance.CreateMerge(
            start,
            mine,
            theirs,
            ignoreWhiteSpace: false,
            ignoreCase: false,
            Sentences
        );
        return merge.IsSuccessful ? string.Concat(merge.MergedPieces) : null;
    }

    /// <summary>Whether a sentence that was written and still stood before is not there any more.</summary>
    public static bool Loses(string written, string before, string after)
    {
        var present = TextDiff.Sentences(after).Select(s => s.Trim()).ToHashSet();
        var stood = TextDiff.Sentences(before).Select(s => s.Trim()).ToHashSet();
        return TextDiff
            .Sentences(written)
            .Select(s => s.Trim())
            .Any(s => s.Length > 0 && stood.Contains(s) && !present.Contains(s));
    }

    /// <summary>
    /// The sentences of both in one text, in their order. A value without sentences, such as a figure, is put in the place of the
    /// other.
    /// </summary>
    public static string PutBack(string lost, string present) =>
        TextDiff.HasSentences(lost) || TextDiff.HasSentences(present)
            ? string.Concat(TextDiff.AlignSentences(lost, present))
            : lost;
}
