namespace TradeSecretPilot.Web.Pages.Public;

public enum WorkPlanPart
{
    Chapter,
    Section,
    Paragraph,
}

/// <summary>A heading or paragraph of the plan.</summary>
/// <param name="LeadIn">The opening words of a sub-task, such as 建立健全制度规则; null elsewhere.</param>
/// <param name="Anchor">Id of a heading; null for a paragraph.</param>
public sealed record WorkPlanBlock(WorkPlanPart Part, string? LeadIn, string Text, string? Anchor);

/// <summary>The plan of 2 March 2022, word for word, with its headings recognised.</summary>
public static class WorkPlanText
{
    private const string ChapterNumbers = "一二三四五六七八九十";
    private static readonly HashSet<string> SubTasks =
    [
        .. TaskAreas.All.SelectMany(a => a.SubTasks),
    ];
    private static readonly Lazy<(string Title, IReadOnlyList<WorkPlanBlock> Blocks)> Plan = new(
        Read
    );

    public static string Title => Plan.Value.Title;

    public static IReadOnlyList<WorkPlanBlock> Blocks => Plan.Value.Blocks;

    private static (string, IReadOnlyList<WorkPlanBlock>) Read()
    {
        using var stream = typeof(WorkPlanText).Assembly.GetManifestResourceStream(
            "work-plan.zh.txt"
        )!;
        using var reader = new StreamReader(stream);
        var lines = reader
            .ReadToEnd()
            .Split('\n')
            .Select(l => l.Trim('\u3000', ' ', '\r', '\ufeff'))
            .Where(l => l.Length > 0)
            .ToList();
        var blocks = new List<WorkPlanBlock>();
        var chapter = 0;
        foreach (var line in lines.Skip(1))
        {
            if (line.Length > 2 && ChapterNumbers.Contains(line[0]) && line[1] == '、')
            {
                blocks.Add(new(WorkPlanPart.Chapter, null, line, $"c{++chapter}"));
            }
            else if (line[0] == '（' && line.IndexOf('）') is 2)
            {
                blocks.Add(new(WorkPlanPart.Section, null, line, null));
            }
            else
            {
                var stop = line.IndexOf('。');
                var opening = stop > 0 ? line[..stop] : "";
                blocks.Add(
                    SubTasks.Contains(opening)
                        ? new(WorkPlanPart.Paragraph, opening + "。", line[(stop + 1)..], null)
                        : new(WorkPlanPart.Paragraph, null, line, null)
                );
            }
        }

        return (lines[0], blocks);
    }
}
