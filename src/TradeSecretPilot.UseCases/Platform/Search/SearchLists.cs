namespace TradeSecretPilot.UseCases.Platform.Search;

/// <summary>The lists beside this file, which <c>deploy/list-readings.mjs</c> writes and names.txt corrects.</summary>
internal static class SearchLists
{
    /// <summary>The lines of a list, without comments.</summary>
    public static IEnumerable<string> Read(string name)
    {
        using var stream = typeof(SearchLists).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}

/// <summary>The simplified form of each character that has one: 廣 is 广, 臺 is 台.</summary>
internal static class SimplifiedForms
{
    private static readonly char[] Forms = ReadForms();

    public static char Of(char character) =>
        Han.IndexOf(character) is var at and >= 0 && Forms[at] != '\0' ? Forms[at] : character;

    private static char[] ReadForms()
    {
        var forms = new char[Han.Count];
        foreach (var pair in SearchLists.Read("simplified.txt"))
        {
            forms[Han.IndexOf(pair[0])] = pair[1];
        }

        return forms;
    }
}

/// <summary>The Chinese characters of the lists: the unified ideographs of the Basic Multilingual Plane.</summary>
internal static class Han
{
    private const char First = '\u3400';
    private const char Last = '\u9fff';

    public const int Count = Last - First + 1;

    /// <summary>-1 for any other character.</summary>
    public static int IndexOf(char character) =>
        character is >= First and <= Last ? character - First : -1;
}
