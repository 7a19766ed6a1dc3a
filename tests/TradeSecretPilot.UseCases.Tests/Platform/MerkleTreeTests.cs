using System.Security.Cryptography;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>
/// The tree against the vectors that implementations of RFC 6962 share (transparency-dev/merkle, testonly), and against the recursive
/// definition of the RFC itself.
/// </summary>
public sealed class MerkleTreeTests
{
    private const int Most = 70;

    /// <summary>Items of the shared vectors.</summary>
    private static readonly string[] Items =
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Root_OfTheSharedVectors_IsTheirs(int size, string root) =>
        Assert.Equal(
            root,
            Convert.ToHexStringLower(
                MerkleTree.Root(
                    Items.Take(size).Select(i => MerkleTree.LeafHash(Convert.FromHexString(i)))
                )
            )
        );

    [Fact]
    public void Root_OfEverySize_IsThatOfTheDefinition()
    {
        var leaves = LeavesOf(Most);
        for (var size = 0; size <= Most; size++)
        {
            Assert.Equal(Defined(leaves[..size]), MerkleTree.Root(leaves[..size]));
        }
    }

    [Fact]
    public void Proof_OfEveryLeafOfEverySize_HoldsAtItsPlaceAlone()
    {
        var leaves = LeavesOf(Most);
        for (var size = 1; size <= Most; size++)
        {
            var root = Defined(leaves[..size]);
            for (var index = 0; index < size; index++)
            {
                var path = MerkleTree.InclusionProof(leaves[..size], index);
                Assert.Equal(DefinedPath(leaves[..size], index), path);
                Assert.True(MerkleTree.Includes(root, size, index, leaves[index], path));
                Assert.False(
                    MerkleTree.Includes(root, size, index, leaves[(index + 1) % Most], path)
                );
                Assert.False(
                    MerkleTree.Includes(root, size, index, leaves[index], [.. path, root])
                );
                if (size > 1)
                {
                    Assert.False(
                        MerkleTree.Includes(root, size, (index + 1) % size, leaves[index], path)
                    );
                    Assert.False(
                        MerkleTree.Includes(root, size, index, leaves[index], [.. path.Skip(1)])
                    );
                }
            }
        }
    }

    private static byte[][] LeavesOf(int count) =>
        [.. Enumerable.Range(0, count).Select(i => MerkleTree.LeafHash([(byte)i]))];

    /// <summary>MTH of RFC 9162, section 2.1.1, over leaf hashes.</summary>
    private static byte[] Defined(byte[][] leaves)
    {
        if (leaves.Length < 2)
        {
            return leaves.Length == 0 ? SHA256.HashData([]) : leaves[0];
        }

        var k = Split(leaves.Length);
        return SHA256.HashData([1, .. Defined(leaves[..k]), .. Defined(leaves[k..])]);
    }

    /// <summary>PATH of section 2.1.3.1.</summary>
    private static List<byte[]> DefinedPath(byte[][] leaves, int index)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var k = Split(leaves.Length);
        return index < k
            ? [.. DefinedPath(leaves[..k], index), Defined(leaves[k..])]
            : [.. DefinedPath(leaves[k..], index - k), Defined(leaves[..k])];
    }

    /// <summary>The greatest power of two below.</summary>
    private static int Split(int count)
    {
        var k = 1;
        while (k * 2 < count)
        {
            k *= 2;
        }

        return k;
    }
}
