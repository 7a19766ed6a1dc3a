namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>Holds the anchors, those in the database and those in the file, against the tree of the chain.</summary>
internal sealed class AnchorCheck
{
    private readonly List<AuditFinding> _findings = [];
    private readonly ILookup<long, AuditAnchor> _bySize;
    private readonly long _greatest;
    private readonly AuditAnchor? _widest;

    /// <param name="stored">In the database.</param>
    /// <param name="kept">In the file.</param>
    public AnchorCheck(
        IReadOnlyList<AuditAnchor> stored,
        IReadOnlyList<AuditAnchor> kept,
        AuditKeys keys
    )
    {
        var byId = stored.ToDictionary(a => a.Id);
        foreach (
            var anchor in kept.Where(a =>
                !byId.TryGetValue(a.Id, out var found) || !found.SaysTheSameAs(a)
            )
        )
        {
            _findings.Add(new AuditFinding(anchor.Size, AuditProblems.AnchorMissing(anchor)));
        }

        var all = stored.Concat(kept.Where(a => !byId.ContainsKey(a.Id))).ToList();
        var known = all.Where(a => keys.Knows(a.KeyId) && a.IsSigned()).ToList();
        foreach (var anchor in all.Except(known))
        {
            _findings.Add(new AuditFinding(anchor.Size, AuditProblems.AnchorUnsigned(anchor)));
        }

        _findings.AddRange(
            known
                .Where(a => !a.IsStamped())
                .Select(a => new AuditFinding(a.Size, AuditProblems.AnchorTimeDiffers(a)))
        );
        _bySize = known.ToLookup(a => a.Size);
        _widest = known.MaxBy(a => a.Size);
        _greatest = _widest?.Size ?? 0;
    }

    /// <summary>The tree up to an entry.</summary>
    public void See(MerkleFrontier tree)
    {
        if (tree.Size > _greatest || !_bySize.Contains(tree.Size))
        {
            return;
        }

        var root = Convert.ToHexString(tree.Root());
        foreach (var anchor in _bySize[tree.Size].Where(a => a.RootSha256 != root))
        {
            _findings.Add(new AuditFinding(anchor.Size, AuditProblems.AnchorRootDiffers(anchor)));
        }
    }

    /// <param name="entries">Sound entries.</param>
    /// <param name="isWhole">The chain was walked to its head.</param>
    public IEnumerable<AuditFinding> Findings(long entries, bool isWhole) =>
        isWhole && _widest is { } widest && widest.Size > entries
            ? [new AuditFinding(entries + 1, AuditProblems.Shortened(widest)), .. _findings]
            : _findings;
}
