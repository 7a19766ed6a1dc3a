using System.Globalization;
using System.Text;

namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>
/// What changed from one text to another. Chinese is compared by character, Latin words and figures whole; changes that
/// are too close to each other to be read apart are shown as one.
/// </summary>
public static class TextDiff
{
    // Longer stretches are compared by sentence only: the table of a comparison grows with both lengths.
    private const int MostCells = 1_000_000;

    // Shorter runs that happen to be equal between two changes only chop the sentence up.
    private const int ShortestRun = 3;

    public enum Change
    {
        Same,
        Removed,
        Added,
    }

    public sealed record Piece(Change Change, string Text);

    /// <summary>
    /// The pieces in reading order, the removed before the added: same and removed pieces together give
    /// <paramref name="before"/>, same and added ones <paramref name="after"/>.
    /// </summary>
    public static IReadOnlyList<Piece> Compare(string before, string after)
    {
        before = before.ReplaceLineEndings("\n");
        after = after.ReplaceLineEndings("\n");
        var fine = new List<Piece>();
        var removed = new StringBuilder();
        var added = new StringBuilder();
        foreach (var (change, text) in Align(Sentences(before), Sentences(after)))
        {
            if (change == Change.Same)
            {
                Refine(removed, added, fine);
                fine.Add(new Piece(change, text));
            }
            else
            {
                (change == Change.Removed ? removed : added).Append(text);
            }
        }

        Refine(removed, added, fine);
        return Merge(AbsorbShortMatches(fine));
    }

    /// <summary>Pieces cut at line ends: one list for each paragraph.</summary>
    public static IReadOnlyList<IReadOnlyList<Piece>> Paragraphs(IReadOnlyList<Piece> pieces)
    {
        var paragraphs = new List<IReadOnlyList<Piece>>();
        var current = new List<Piece>();
        foreach (var piece in pieces)
        {
            var lines = piece.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                {
                    Close();
                }

                if (lines[i].Length > 0)
                {
                    current.Add(piece with { Text = lines[i] });
                }
            }
        }

        Close();
        return paragraphs;

        void Close()
        {
            if (current.Exists(p => !string.IsNullOrWhiteSpace(p.Text)))
            {
                paragraphs.Add(current);
            }

            current = [];
        }
    }

    /// <summary>The sentences of both texts in their order, each once where both have it.</summary>
    internal static IEnumerable<string> AlignSentences(string before, string after) =>
        Align(Sentences(before), Sentences(after)).Select(p => p.Text);

    private static void Refine(StringBuilder removed, StringBuilder added, List<Piece> pieces)
    {
        pieces.AddRange(Align(Words(removed.ToString()), Words(added.ToString())));
        removed.Clear();
        added.Clear();
    }

    private static List<Piece> Align(List<string> before, List<string> after)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (
            tail < before.Count - head
            && tail < after.Count - head
            && before[^(tail + 1)] == after[^(tail + 1)]
        )
        {
            tail++;
        }

        var pieces = before.Take(head).Select(t => new Piece(Change.Same, t)).ToList();
        AlignMiddle(before[head..^tail], after[head..^tail], pieces);
        pieces.AddRange(before.TakeLast(tail).Select(t => new Piece(Change.Same, t)));
        return pieces;
    }

    // The longest common subsequence, by the usual table of lengths.
    private static void AlignMiddle(List<string> before, List<string> after, List<Piece> pieces)
    {
        var (i, j) = (0, 0);
        if ((long)before.Count * after.Count <= MostCells)
        {
            var lengths = Lengths(before, after);
            while (i < before.Count && j < after.Count)
            {
                if (before[i] == after[j])
                {
                    pieces.Add(new Piece(Change.Same, before[i]));
                    i++;
                    j++;
                }
                else if (lengths[i + 1, j] >= lengths[i, j + 1])
                {
                    pieces.Add(new Piece(Change.Removed, before[i++]));
                }
                else
                {
                    pieces.Add(new Piece(Change.Added, after[j++]));
                }
            }
        }

        pieces.AddRange(before.Skip(i).Select(t => new Piece(Change.Removed, t)));
        pieces.AddRange(after.Skip(j).Select(t => new Piece(Change.Added, t)));
    }

    private static ushort[,] Lengths(List<string> before, List<string> after)
    {
        var lengths = new ushort[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                lengths[i, j] =
                    before[i] == after[j]
                        ? (ushort)(lengths[i + 1, j + 1] + 1)
                        : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static IEnumerable<Piece> AbsorbShortMatches(List<Piece> pieces)
    {
        var runs = Merge(pieces);
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            var between =
                i > 0
                && i < runs.Count - 1
                && run.Change == Change.Same
                && new StringInfo(run.Text).LengthInTextElements < ShortestRun
                && !run.Text.Contains('\n', StringComparison.Ordinal);
            if (between)
            {
                yield return run with
                {
                    Change = Change.Removed,
                };
                yield return run with
                {
                    Change = Change.Added,
                };
            }
            else
            {
                yield return run;
            }
        }
    }

    // Between two unchanged runs all that was removed stands before all that was added.
    private static List<Piece> Merge(IEnumerable<Piece> pieces)
    {
        var merged = new List<Piece>();
        var texts = new Dictionary<Change, StringBuilder>
        {
            [Change.Same] = new(),
            [Change.Removed] = new(),
            [Change.Added] = new(),
        };
        foreach (var piece in pieces)
        {
            if (piece.Change == Change.Same)
            {
                Flush(Change.Removed);
                Flush(Change.Added);
            }
            else
            {
                Flush(Change.Same);
            }

            texts[piece.Change].Append(piece.Text);
        }

        Flush(Change.Removed);
        Flush(Change.Added);
        Flush(Change.Same);
        return merged;

        void Flush(Change change)
        {
            var text = texts[change];
            if (text.Length > 0)
            {
                merged.Add(new Piece(change, text.ToString()));
                text.Clear();
            }
        }
    }

    internal static List<string> Sentences(string text) =>
        Cut(text, static (previous, _) => EndsSentence(previous));

    /// <summary>It is prose, not a value such as a figure or a name.</summary>
    internal static bool HasSentences(string text) => text.Any(EndsSentence);

    private static bool EndsSentence(char c) => c is '。' or '；' or '！' or '？' or '\n';

    private static List<string> Words(string text) =>
        Cut(
            text,
            static (previous, next) =>
                !(
                    (IsWordPart(previous) && IsWordPart(next))
                    || char.IsHighSurrogate(previous)
                    || char.GetUnicodeCategory(next) == UnicodeCategory.NonSpacingMark
                )
        );

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '%';

    private static List<string> Cut(string text, Func<char, char, bool> between)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (between(text[i - 1], text[i]))
            {
                parts.Add(text[start..i]);
                start = i;
            }
        }

        if (start < text.Length)
        {
            parts.Add(text[start..]);
        }

        return parts;
    }
}
