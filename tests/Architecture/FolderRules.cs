using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace TradeSecretPilot.Tests.Architecture;

/// <summary>A type that uses another, by their full names.</summary>
/// <param name="From">Folder of the origin beneath the root; empty for the root itself.</param>
/// <param name="Space">Namespace of the target.</param>
internal sealed record TypeUse(string From, string Origin, string Space, string Target)
{
    public override string ToString() => $"{Origin} uses {Target}";
}

/// <summary>Rules on the folders beneath a root namespace, by what the compiled types use. Constants leave no trace in them.</summary>
internal sealed class FolderRules
{
    private readonly string _root;

    public FolderRules(ArchUnitNET.Domain.Architecture architecture, string root)
    {
        _root = root;
        All =
        [
            .. architecture
                .Types.Where(t => IsWithin(SpaceOf(t), root))
                .SelectMany(t =>
                    t.Dependencies.Select(d => new TypeUse(
                        FolderOf(SpaceOf(t)),
                        t.FullName,
                        SpaceOf(d.Target),
                        d.Target.FullName
                    ))
                )
                .Distinct(),
        ];
    }

    /// <summary>Everything that types beneath the root use.</summary>
    public IReadOnlyList<TypeUse> All { get; }

    public static ArchUnitNET.Domain.Architecture Load(params Assembly[] assemblies) =>
        new ArchLoader().LoadAssemblies(assemblies).Build();

    /// <summary>Uses between two folders that <paramref name="permits"/> does not allow.</summary>
    public IEnumerable<TypeUse> Forbidden(Func<string, string, bool> permits) =>
        BetweenFolders.Where(u => !permits(u.From, FolderOf(u.Space)));

    /// <summary>Every use on a way from a folder back to itself.</summary>
    public IEnumerable<TypeUse> InCircles()
    {
        var next = BetweenFolders.ToLookup(u => u.From, u => FolderOf(u.Space));
        return BetweenFolders.Where(u => Reaches(FolderOf(u.Space), u.From, next, []));
    }

    private IEnumerable<TypeUse> BetweenFolders =>
        All.Where(u => IsWithin(u.Space, _root) && FolderOf(u.Space) != u.From);

    private static bool Reaches(
        string from,
        string to,
        ILookup<string, string> next,
        HashSet<string> seen
    ) => from == to || (seen.Add(from) && next[from].Any(n => Reaches(n, to, next, seen)));

    private static string SpaceOf(IType type) => type.Namespace?.FullName ?? "";

    private static bool IsWithin(string space, string root) =>
        space == root || space.StartsWith(root + ".", StringComparison.Ordinal);

    private string FolderOf(string space) =>
        space.Length <= _root.Length ? "" : space[(_root.Length + 1)..].Split('.')[0];
}
