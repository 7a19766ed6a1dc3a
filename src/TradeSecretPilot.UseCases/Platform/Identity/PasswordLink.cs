using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>What a link is given for.</summary>
public enum LinkKind
{
    /// <summary>The first password of a new account.</summary>
    Invitation = 1,

    /// <summary>Another password for one that was lost.</summary>
    Reset = 2,
}

/// <summary>How the owner gets it.</summary>
public enum LinkWay
{
    Mail = 1,

    /// <summary>密封信: printed once, handed over in an envelope.</summary>
    Letter = 2,
}

/// <summary>
/// 一次性链接: by it the owner of an account, and nobody else, sets a password. There is a row while the link is open and not
/// longer: using it, locking or disabling the account removes it, and a newer one takes its place. The code is kept as its hash
/// alone; it is made when the mail leaves or the letter is printed, so that it stands in no table, not even in the outbox.
/// </summary>
public sealed class PasswordLink
{
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetLasts = TimeSpan.FromHours(24);

    private PasswordLink() { }

    /// <summary>Whose password; an account has one link at most.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Another one for each link: mails and letters name the link that they were written for.</summary>
    public Guid LinkId { get; private set; }

    public LinkKind Kind { get; private set; }

    public LinkWay Way { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>UTC; from then on it opens nothing.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Null until the code was made.</summary>
    public string? CodeSha256 { get; private set; }

    /// <summary>UTC; when the mail left or the letter was printed.</summary>
    public DateTimeOffset? GivenOutAt { get; private set; }

    public static PasswordLink For(Guid accountId, LinkKind kind, LinkWay way, DateTimeOffset now)
    {
        var link = new PasswordLink { AccountId = accountId };
        link.Replace(kind, way, now);
        return link;
    }

    /// <summary>Another link takes its place; mails and letters of the former one open nothing any more.</summary>
    public void Replace(LinkKind kind, LinkWay way, DateTimeOffset now)
    {
        // Not to be guessed: addresses of letters hold it.
        LinkId = Guid.NewGuid();
        (Kind, Way, CreatedAt) = (kind, way, now);
        ExpiresAt = now + (kind == LinkKind.Invitation ? InvitationLasts : ResetLasts);
        (CodeSha256, GivenOutAt) = (null, null);
    }

    /// <summary>Makes the code, which is shown to nobody but the owner.</summary>
    public string GiveOut(DateTimeOffset now)
    {
        var code = LinkCode.Generate();
        (CodeSha256, GivenOutAt) = (LinkCode.HashOf(code), now);
        return code;
    }

    /// <summary>Whether <paramref name="code"/>, as somebody typed it, opens the link.</summary>
    public bool Opens(string? code, DateTimeOffset now) =>
        now < ExpiresAt && LinkCode.Matches(CodeSha256, code);
}

/// <summary>The code of a link: 100 bits, in four groups of five characters that do not look alike on paper.</summary>
internal static class LinkCode
{
    /// <summary>Where it goes in a mail that waits in the outbox.</summary>
    public const string Placeholder = "{{code}}";

    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;

    public static string Generate() =>
        string.Join(
            '-',
            Enumerable
                .Range(0, Groups)
                .Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength))
        );

    /// <summary>Whether a code, as somebody typed it, is the one that was made; takes the same time whatever differs.</summary>
    /// <param name="hash">Null when none was made.</param>
    public static bool Matches(string? hash, string? code) =>
        hash is not null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(hash),
            Encoding.ASCII.GetBytes(HashOf(code ?? ""))
        );

    /// <summary>Case, blanks and hyphens do not count.</summary>
    public static string HashOf(string code) =>
        Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()
                )
            )
        );
}

internal sealed class PasswordLinkMapping : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> builder)
    {
        builder.ToTable("PasswordLinks");
        builder.HasKey(l => l.AccountId);
        builder.Property(l => l.AccountId).ValueGeneratedNever();
        builder.HasIndex(l => l.LinkId).IsUnique();
        // Of two people who replace it or print it at the same time, one is refused.
        builder.Property(l => l.LinkId).IsConcurrencyToken();
        builder.Property(l => l.GivenOutAt).IsConcurrencyToken();
        builder.Property(l => l.CodeSha256!).AsSha256();
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(l => l.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
