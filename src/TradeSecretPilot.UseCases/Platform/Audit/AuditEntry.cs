using System.Globalization;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// 留痕: who did what, when, on which record, with digests of the rows before and after. Each entry carries the hash of the
/// one before it, so an edited, deleted, inserted or reordered row breaks the chain.
/// </summary>
public sealed class AuditEntry
{
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    private AuditEntry() { }

    /// <summary>From 1, without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>UTC, to the millisecond.</summary>
    public DateTimeOffset At { get; private set; }

    public Guid? AccountId { get; private set; }

    public string ActorName { get; private set; } = null!;

    public string? ActorRole { get; private set; }

    public string? OrganizationName { get; private set; }

    /// <summary>Code of the act, see <see cref="Acts"/>.</summary>
    public string Act { get; private set; } = null!;

    public Guid SubjectId { get; private set; }

    public string? Note { get; private set; }

    /// <summary>SHA-256 over the changed rows before the act; null when they are new.</summary>
    public string? BeforeSha256 { get; private set; }

    /// <summary>SHA-256 over the changed rows after the act; null when nothing was changed.</summary>
    public string? AfterSha256 { get; private set; }

    public string PreviousHash { get; private set; } = null!;

    public string Hash { get; private set; } = null!;

    internal static AuditEntry Append(
        ActRecord act,
        Actor actor,
        ChangeDigest digest,
        long sequence,
        string previousHash,
        DateTimeOffset now
    )
    {
        var entry = new AuditEntry
        {
            Sequence = sequence,
            At = now,
            AccountId = actor.AccountId,
            ActorName = actor.Name,
            ActorRole = actor.Role?.ToString(),
            OrganizationName = actor.OrganizationName,
            Act = act.Code,
            SubjectId = act.SubjectId,
            Note = act.Note is { Length: > RecordEvent.NoteMaxLength } n
                ? n[..RecordEvent.NoteMaxLength]
                : act.Note,
            BeforeSha256 = digest.Before,
            AfterSha256 = digest.After,
            PreviousHash = previousHash,
        };
        entry.Hash = entry.ComputeHash();
        return entry;
    }

    /// <summary>SHA-256 over every other member. Members are length-prefixed, so no two contents read alike.</summary>
    public string ComputeHash()
    {
        string?[] members =
        [
            Sequence.ToString(CultureInfo.InvariantCulture),
            At.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            AccountId?.ToString("N"),
            ActorName,
            ActorRole,
            OrganizationName,
            Act,
            SubjectId.ToString("N"),
            Note,
            BeforeSha256,
            AfterSha256,
            PreviousHash,
        ];
        return ContentHash.Of(
            string.Concat(
                members.Select(m =>
                    m is null
                        ? "-;"
                        : string.Create(CultureInfo.InvariantCulture, $"{m.Length}:{m};")
                )
            )
        );
    }
}

/// <summary>The end of the chain: one row whose lock lines concurrent writers up.</summary>
internal sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public long Sequence { get; set; }

    public string Hash { get; set; } = AuditEntry.Origin;
}
