using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>The content of a certificate: where the chain ended when it was issued.</summary>
/// <param name="From">UTC, of the first entry.</param>
/// <param name="To">UTC, of the last.</param>
internal sealed record CertifiedChain(
    long Entries,
    DateTimeOffset From,
    DateTimeOffset To,
    string LastHash
)
{
    private const string Separator = " · ";

    /// <summary>What the entry that issues a certificate says of it.</summary>
    public static string NoteOf(string number, long entries) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}{Separator}{entries}");

    /// <summary>The number of the receipt and of the last entry; no last entry in notes of before it was written.</summary>
    public static (string Number, long? Entries) ReadNote(string note) =>
        note.Split(Separator) is [var number, var text] && long.TryParse(text, out var entries)
            ? (number, entries)
            : (note, null);
}

/// <summary>Holds the certificates that were issued against the chain as it is now.</summary>
internal sealed class CertificateCheck
{
    private readonly Dictionary<string, string> _contents;
    private readonly HashSet<string> _sought;
    private readonly HashSet<string> _confirmed = [];
    private DateTimeOffset _from;

    private CertificateCheck(Dictionary<string, string> contents) =>
        (_contents, _sought) = (contents, [.. contents.Values]);

    public static async Task<CertificateCheck> ReadAsync(PilotDbContext db, CancellationToken ct) =>
        new(
            await db
                .Receipts.Where(r => r.Kind == ReceiptKind.AuditCertificate)
                .ToDictionaryAsync(r => r.Number, r => r.ContentSha256, ct)
        );

    public void See(AuditEntry entry)
    {
        if (_contents.Count == 0)
        {
            return;
        }

        if (entry.Sequence == 1)
        {
            _from = entry.At;
        }

        var content = ContentHash.Fingerprint(
            new CertifiedChain(entry.Sequence, _from, entry.At, entry.Hash)
        );
        if (_sought.Contains(content))
        {
            _confirmed.Add(content);
        }
    }

    public IEnumerable<AuditFinding> Findings(TrailRecord record) =>
        from issued in record.Certificates
        let number = CertifiedChain.ReadNote(issued.Note).Number
        where !_contents.TryGetValue(number, out var content) || !_confirmed.Contains(content)
        select new AuditFinding(issued.Sequence, AuditProblems.CertificateDiffers(number));
}
