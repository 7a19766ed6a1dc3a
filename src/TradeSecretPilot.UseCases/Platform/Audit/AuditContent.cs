using System.Globalization;
using System.Text;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// What an entry of the trail says: who did what, when, on which record, which rows it changed and which receipt it issued. It is
/// marked with a key outside the database when it is written (<see cref="Mac"/>), and never changed again.
/// </summary>
public abstract class AuditContent
{
    /// <summary>What the mark of an entry is made for.</summary>
    internal const string MarkUse = "entry";

    private protected AuditContent() { }

    /// <summary>The transaction: the same for all entries of one act. Empty in entries of before there were marks.</summary>
    public Guid CommitId { get; protected set; }

    /// <summary>Within the transaction, from 0.</summary>
    public int Ordinal { get; protected set; }

    /// <summary>UTC, to the millisecond: when the act reached the server.</summary>
    public DateTimeOffset At { get; protected set; }

    public Guid? AccountId { get; protected set; }

    public string ActorName { get; protected set; } = null!;

    public string? ActorRole { get; protected set; }

    public string? OrganizationName { get; protected set; }

    /// <summary>Code of the act, see <see cref="Acts"/>.</summary>
    public string Act { get; protected set; } = null!;

    public Guid SubjectId { get; protected set; }

    public string? Note { get; protected set; }

    /// <summary>SHA-256 over the changed rows before the act; null when they are new.</summary>
    public string? BeforeSha256 { get; protected set; }

    /// <summary>SHA-256 over the changed rows after the act; null when nothing was changed.</summary>
    public string? AfterSha256 { get; protected set; }

    /// <summary>
    /// The kept rows that the transaction changed, each with its digest afterwards (<see cref="RowDigests"/>); in the first entry
    /// of the transaction only.
    /// </summary>
    public string? Rows { get; protected set; }

    /// <summary>Fingerprint of the receipt that the act issued (<see cref="ReceiptSeal"/>); null when it issued none.</summary>
    public string? ReceiptSha256 { get; protected set; }

    /// <summary>Name of the key that marked it; null in entries of before there were marks.</summary>
    public string? KeyId { get; protected set; }

    /// <summary>HMAC-SHA256 over every other member of this class.</summary>
    public string? Mac { get; protected set; }

    /// <summary>The text that is marked. Members are length-prefixed, so no two contents read alike.</summary>
    internal string MarkedText() =>
        Join([
            CommitId.ToString("N"),
            Ordinal.ToString(CultureInfo.InvariantCulture),
            .. Said(),
            RowsSha256,
            ReceiptSha256,
            KeyId,
        ]);

    /// <summary>Whether the mark is the content's.</summary>
    internal bool IsMarked(AuditKeys keys) => keys.IsMark(Mac, KeyId, MarkUse, MarkedText());

    internal string? RowsSha256 => Rows is null ? null : ContentHash.Of(Rows);

    private protected string?[] Said() =>
        [
            Instant(At),
            AccountId?.ToString("N"),
            ActorName,
            ActorRole,
            OrganizationName,
            Act,
            SubjectId.ToString("N"),
            Note,
            BeforeSha256,
            AfterSha256,
        ];

    internal static string Instant(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>Members one after another, each with its length in UTF-16 code units; a missing one is <c>-</c>.</summary>
    internal static string Join(IEnumerable<string?> members)
    {
        var text = new StringBuilder();
        foreach (var member in members)
        {
            _ = member is null
                ? text.Append("-;")
                : text.Append(CultureInfo.InvariantCulture, $"{member.Length}:{member};");
        }

        return text.ToString();
    }

    private protected void CopyFrom(AuditContent other)
    {
        (CommitId, Ordinal, At) = (other.CommitId, other.Ordinal, other.At);
        (AccountId, ActorName, ActorRole) = (other.AccountId, other.ActorName, other.ActorRole);
        (OrganizationName, Act, SubjectId) = (other.OrganizationName, other.Act, other.SubjectId);
        (Note, BeforeSha256, AfterSha256) = (other.Note, other.BeforeSha256, other.AfterSha256);
        (Rows, ReceiptSha256) = (other.Rows, other.ReceiptSha256);
        (KeyId, Mac) = (other.KeyId, other.Mac);
    }
}

/// <summary>
/// An entry that has no place in the chain yet. An act writes it in its own transaction and waits for no other act;
/// <see cref="AuditSequencer"/> gives it its place.
/// </summary>
public sealed class WaitingEntry : AuditContent
{
    private WaitingEntry() { }

    /// <summary>
    /// Counted by the database: whoever read what another act wrote comes after it. It says the order and is no part of the
    /// content; the place in the chain is.
    /// </summary>
    public long Id { get; private set; }

    internal static WaitingEntry Write(
        ActRecord act,
        Actor actor,
        Guid commitId,
        int ordinal,
        ChangeDigest digest,
        AuditKeys keys,
        DateTimeOffset now
    )
    {
        var entry = new WaitingEntry
        {
            CommitId = commitId,
            Ordinal = ordinal,
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
            Rows = act.Rows ?? (ordinal == 0 ? digest.Rows : null),
            ReceiptSha256 = digest.ReceiptOf(act),
            KeyId = keys.CurrentId,
        };
        entry.Mac = keys.Mark(entry.KeyId, MarkUse, entry.MarkedText());
        return entry;
    }
}
