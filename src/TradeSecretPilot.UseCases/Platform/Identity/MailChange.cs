using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>
/// 更改邮箱: another mail address that the owner of an account asked for. It counts once the owner, signed in, opens the link that was
/// sent to it; until then the present one does. There is a row while that is open and not longer. The code is kept as its hash alone,
/// and made when the mail leaves, as that of a <see cref="PasswordLink"/> is.
/// </summary>
public sealed class MailChange
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    /// <summary>How long after a mail another one may be asked for: nobody is to be flooded with them.</summary>
    public static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(1);

    private MailChange() { }

    /// <summary>Whose address; an account changes to one at a time.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Another one for each mail: a mail names the link that it was written for.</summary>
    public Guid LinkId { get; private set; }

    public string Address { get; private set; } = null!;

    /// <summary>UTC; when the mail was asked for.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>UTC; from then on the link opens nothing.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Null until the code was made.</summary>
    public string? CodeSha256 { get; private set; }

    /// <summary>UTC; when the mail left.</summary>
    public DateTimeOffset? GivenOutAt { get; private set; }

    public static MailChange For(Guid accountId, string address, DateTimeOffset now)
    {
        var change = new MailChange { AccountId = accountId };
        change.Replace(address, now);
        return change;
    }

    /// <summary>Another mail takes the place of the former one, whose link opens nothing any more.</summary>
    public void Replace(string address, DateTimeOffset now)
    {
        LinkId = Guid.NewGuid();
        (Address, AskedAt, ExpiresAt) = (address, now, now + Lasts);
        (CodeSha256, GivenOutAt) = (null, null);
    }

    /// <summary>Makes the code. Only the mail shows it.</summary>
    public string GiveOut(DateTimeOffset now)
    {
        var code = LinkCode.Generate();
        (CodeSha256, GivenOutAt) = (LinkCode.HashOf(code), now);
        return code;
    }

    /// <summary>Whether <paramref name="code"/>, as the mail gave it, confirms the address.</summary>
    public bool Opens(string? code, DateTimeOffset now) =>
        now < ExpiresAt && LinkCode.Matches(CodeSha256, code);
}

internal sealed class MailChangeMapping : IEntityTypeConfiguration<MailChange>
{
    public void Configure(EntityTypeBuilder<MailChange> builder)
    {
        builder.ToTable("MailChanges");
        builder.HasKey(c => c.AccountId);
        builder.Property(c => c.AccountId).ValueGeneratedNever();
        builder.HasIndex(c => c.LinkId).IsUnique();
        // Of two windows that ask, send again or give up at the same time, one is refused.
        builder.Property(c => c.LinkId).IsConcurrencyToken();
        builder.Property(c => c.Address).HasMaxLength(256);
        builder.Property(c => c.CodeSha256!).AsSha256();
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(c => c.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
