using TradeSecretPilot.Domain.Receipts;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// What the entries of a trail say of rows and receipts, gathered along a walk: the digest that each row must have, and what was
/// issued.
/// </summary>
internal sealed class TrailRecord
{
    private static readonly string Baseline = Acts.CodeOf(Platform.Act.AuditSealed);

    private readonly Dictionary<string, (string Digest, long Sequence)> _rows = [];
    private readonly Dictionary<string, (long Sequence, string Act, DateTimeOffset At)> _receipts =
    [];
    private readonly List<(long Sequence, string Note)> _certificates = [];

    private readonly HashSet<string> _takenOver = [];

    /// <summary>Whether a row is known from a baseline alone, and not from the act that wrote it.</summary>
    public bool IsTakenOver(string key) => _takenOver.Contains(key);

    /// <summary>Rows that must be there, and how.</summary>
    public IReadOnlyDictionary<string, (string Digest, long Sequence)> Rows => _rows;

    /// <summary>Issued receipts by their seal.</summary>
    public IReadOnlyDictionary<string, (long Sequence, string Act, DateTimeOffset At)> Receipts =>
        _receipts;

    /// <summary>Notes of the entries that issued certificates.</summary>
    public IReadOnlyList<(long Sequence, string Note)> Certificates => _certificates;

    /// <param name="sequence">Its place; for one that waits, the one that it will have at the earliest.</param>
    public void Add(AuditContent entry, long sequence)
    {
        // What a baseline read is of the instant at which it was read, and older than entries that came later.
        var readAt = entry.Act == Baseline ? BaselineNote.Read(entry.Note)?.Sequence : null;
        foreach (var (key, digest) in RowDigests.Read(entry.Rows))
        {
            if (
                readAt is null
                || !_rows.TryGetValue(key, out var known)
                || known.Sequence <= readAt
            )
            {
                _rows[key] = (digest, sequence);
                _ = readAt is null ? _takenOver.Remove(key) : _takenOver.Add(key);
            }
        }

        if (entry.ReceiptSha256 is { } seal)
        {
            _receipts[seal] = (sequence, entry.Act, entry.At);
        }

        if (entry.Act == ReceiptSeal.CodeOf(ReceiptKind.AuditCertificate) && entry.Note is { } note)
        {
            _certificates.Add((sequence, note));
        }
    }
}

/// <summary>What the note of a baseline's entry says.</summary>
/// <param name="Sequence">The last entry when the rows were read.</param>
/// <param name="Form">Which columns took part.</param>
internal sealed record BaselineNote(long Sequence, string Form)
{
    private const int FormLength = 16;

    public static string Write(long sequence, string form) => $"{sequence} {form[..FormLength]}";

    public static BaselineNote? Read(string? note) =>
        note?.Split(' ') is [var sequence, var form] && long.TryParse(sequence, out var at)
            ? new BaselineNote(at, form)
            : null;

    public bool IsOf(string form) => form.StartsWith(Form, StringComparison.Ordinal);
}
