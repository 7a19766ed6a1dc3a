using System.Text;
using System.Text.Json.Serialization;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// A signed Merkle root over the chain from its first entry to the one numbered <see cref="Size"/> (RFC 9162): whoever keeps it can
/// tell later whether any of them was changed, and prove that one was there.
/// </summary>
public sealed class AuditAnchor
{
    /// <summary>First line of the signed text.</summary>
    public const string Origin = "TradeSecretPilot audit trail";

    public const int SignatureMaxLength = 100;
    public const int KeyMaxLength = 50;

    /// <summary>A time stamp token with its certificates, in Base64.</summary>
    public const int TimeStampMaxLength = 16_000;

    [JsonConstructor]
    private AuditAnchor() { }

    [JsonInclude]
    public Guid Id { get; private set; }

    /// <summary>UTC, to the millisecond.</summary>
    [JsonInclude]
    public DateTimeOffset At { get; private set; }

    /// <summary>Entries under the root.</summary>
    [JsonInclude]
    public long Size { get; private set; }

    /// <summary>Upper-case hexadecimal.</summary>
    [JsonInclude]
    public string RootSha256 { get; private set; } = null!;

    [JsonInclude]
    public string KeyId { get; private set; } = null!;

    /// <summary>The Ed25519 public key, in Base64.</summary>
    [JsonInclude]
    public string PublicKey { get; private set; } = null!;

    /// <summary>The Ed25519 signature of <see cref="SignedText"/>, in Base64.</summary>
    [JsonInclude]
    public string Signature { get; private set; } = null!;

    /// <summary>A time stamp token (RFC 3161) over the signature, in Base64; null without an authority.</summary>
    [JsonInclude]
    public string? TimeStamp { get; private set; }

    internal static AuditAnchor Sign(long size, byte[] root, AuditKeys keys, DateTimeOffset now)
    {
        var anchor = new AuditAnchor
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Size = size,
            RootSha256 = Convert.ToHexString(root),
            KeyId = keys.CurrentId,
            PublicKey = Convert.ToBase64String(keys.PublicKey(keys.CurrentId)!),
        };
        anchor.Signature = Convert.ToBase64String(
            keys.Sign(Encoding.UTF8.GetBytes(anchor.SignedText()))
        );
        return anchor;
    }

    internal void AddTimeStamp(byte[] token) => TimeStamp = Convert.ToBase64String(token);

    /// <summary>Four lines, each ended by a line feed: origin, size, root in Base64, instant.</summary>
    public string SignedText() =>
        $"{Origin}\n{Size}\n{Convert.ToBase64String(Convert.FromHexString(RootSha256))}\n{AuditContent.Instant(At)}\n";

    /// <summary>Whether the signature is of this anchor and by the key that it names.</summary>
    public bool IsSigned()
    {
        try
        {
            var key = Convert.FromBase64String(PublicKey);
            return AuditKeys.IdOf(key) == KeyId
                && AuditKeys.IsSigned(
                    key,
                    Encoding.UTF8.GetBytes(SignedText()),
                    Convert.FromBase64String(Signature)
                );
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Whether the time stamp, where there is one, is of this anchor.</summary>
    internal bool IsStamped() =>
        TimeStamp is null
        || TimeStampAuthority.IsOf(TimeStamp, Convert.FromBase64String(Signature));

    /// <summary>Whether two say the same.</summary>
    internal bool SaysTheSameAs(AuditAnchor other) =>
        (Id, SignedText(), KeyId, PublicKey, Signature, TimeStamp)
        == (
            other.Id,
            other.SignedText(),
            other.KeyId,
            other.PublicKey,
            other.Signature,
            other.TimeStamp
        );
}
