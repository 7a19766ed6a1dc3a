using System.Globalization;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// 留痕: an entry at its place. It carries the hash of the one before it, and its own hash carries a seal made with a key outside
/// the database: an edited, deleted, inserted or reordered row breaks the chain, and who has no key cannot make another one.
/// </summary>
public sealed class AuditEntry : AuditContent
{
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>What a seal is made for.</summary>
    internal const string SealUse = "place";

    private AuditEntry() { }

    /// <summary>From 1, without gaps.</summary>
    public long Sequence { get; private set; }

    public string PreviousHash { get; private set; } = null!;

    public string Hash { get; private set; } = null!;

    /// <summary>Name of the key of the seal; null in entries of before there were seals, until they are sealed.</summary>
    public string? SealKeyId { get; private set; }

    /// <summary>HMAC-SHA256 over <see cref="Hash"/>.</summary>
    public string? Seal { get; private set; }

    internal static AuditEntry Place(
        WaitingEntry waiting,
        long sequence,
        string previousHash,
        AuditKeys keys
    )
    {
        var entry = new AuditEntry { Sequence = sequence, PreviousHash = previousHash };
        entry.CopyFrom(waiting);
        entry.Hash = entry.ComputeHash();
        entry.SealWith(keys);
        return entry;
    }

    internal void SealWith(AuditKeys keys)
    {
        SealKeyId = keys.CurrentId;
        Seal = keys.Mark(SealKeyId, SealUse, Hash);
    }

    internal bool IsSealed(AuditKeys keys) => keys.IsMark(Seal, SealKeyId, SealUse, Hash);

    /// <summary>Of before there were marks: the seal alone vouches for it.</summary>
    internal bool IsOfBefore => KeyId is null && Mac is null && CommitId == Guid.Empty;

    /// <summary>SHA-256 over every member but the seal.</summary>
    public string ComputeHash() => ContentHash.Of(HashedText());

    /// <summary>The text that is hashed.</summary>
    internal string HashedText() =>
        Join(
            IsOfBefore
                ? [Sequence.ToString(CultureInfo.InvariantCulture), .. Said(), PreviousHash]
                : [Sequence.ToString(CultureInfo.InvariantCulture), MarkedText(), Mac, PreviousHash]
        );
}

/// <summary>The end of the chain: one row, whose lock lets one sequencer work at a time.</summary>
internal sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public long Sequence { get; set; }

    public string Hash { get; set; } = AuditEntry.Origin;
}
