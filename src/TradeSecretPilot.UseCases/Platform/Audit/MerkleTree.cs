using System.Numerics;
using System.Security.Cryptography;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// The Merkle tree of RFC 9162, section 2.1, with SHA-256: its root over a list, and the proof that one item of the list is under
/// a root. An item is any bytes; positions count from 0.
/// </summary>
public static class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The root of the empty list.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    public static byte[] LeafHash(ReadOnlySpan<byte> item)
    {
        byte[] bytes = [LeafPrefix, .. item];
        return SHA256.HashData(bytes);
    }

    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        byte[] bytes = [NodePrefix, .. left, .. right];
        return SHA256.HashData(bytes);
    }

    /// <param name="leaves">Leaf hashes.</param>
    public static byte[] Root(IEnumerable<byte[]> leaves)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves)
        {
            frontier.Append(leaf);
        }

        return frontier.Root();
    }

    /// <summary>The hashes by which whoever has the leaf computes the root (PATH of section 2.1.3.1), from the leaf upwards.</summary>
    /// <param name="leaves">Leaf hashes of the whole list.</param>
    public static IReadOnlyList<byte[]> InclusionProof(IReadOnlyList<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var path = new List<byte[]>();
        var level = leaves.ToList();
        while (level.Count > 1)
        {
            var sibling = index ^ 1;
            if (sibling < level.Count)
            {
                path.Add(level[sibling]);
            }

            // The last node of an odd level has no sibling and rises as it is.
            level = [.. level.Chunk(2).Select(p => p.Length == 2 ? NodeHash(p[0], p[1]) : p[0])];
            index >>= 1;
        }

        return path;
    }

    /// <summary>Whether a leaf stands at its place under a root (section 2.1.3.2).</summary>
    public static bool Includes(
        ReadOnlySpan<byte> root,
        long size,
        long index,
        byte[] leaf,
        IReadOnlyList<byte[]> path
    )
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = NodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                hash = NodeHash(hash, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && root.SequenceEqual(hash);
    }
}

/// <summary>The roots of a list that only grows: of what was appended it keeps one hash for each complete subtree.</summary>
public sealed class MerkleFrontier
{
    private readonly List<byte[]> _subtrees = [];

    /// <summary>Leaves so far.</summary>
    public long Size { get; private set; }

    /// <param name="leaf">A leaf hash.</param>
    public void Append(byte[] leaf)
    {
        // As many subtrees become one as the number of leaves has ones at its end.
        for (var merges = BitOperations.TrailingZeroCount(~Size); merges > 0; merges--)
        {
            leaf = MerkleTree.NodeHash(_subtrees[^1], leaf);
            _subtrees.RemoveAt(_subtrees.Count - 1);
        }

        _subtrees.Add(leaf);
        Size++;
    }

    public byte[] Root()
    {
        if (_subtrees.Count == 0)
        {
            return MerkleTree.EmptyRoot;
        }

        var root = _subtrees[^1];
        for (var i = _subtrees.Count - 2; i >= 0; i--)
        {
            root = MerkleTree.NodeHash(_subtrees[i], root);
        }

        return root;
    }
}
