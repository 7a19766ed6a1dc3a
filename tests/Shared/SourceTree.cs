namespace TradeSecretPilot.Testing;

/// <summary>The checkout that the tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find();

    public static string Source { get; } = Path.Combine(Root, "src");

    /// <summary>The files of the product whose names end so, without what is generated, by their paths beneath <c>src</c>.</summary>
    public static IEnumerable<(string File, string Text)> Read(string ending) =>
        Directory
            .EnumerateFiles(Source, $"*{ending}", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Source, f))
            .Where(f =>
                !f.Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "obj" or "bin" or "Migrations")
            )
            .Select(f => (f, File.ReadAllText(Path.Combine(Source, f))));

    private static string Find()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "TradeSecretPilot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The repository was not found above the tests.");
    }
}
