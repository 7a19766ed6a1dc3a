using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>Why a session ended before its time.</summary>
public enum SessionEnd
{
    /// <summary>退出登录.</summary>
    SignedOut = 1,

    /// <summary>Another sign-in in the same browser took its place, or its cookie was renewed after a change of the account.</summary>
    Replaced = 2,

    /// <summary>By its owner, from another session.</summary>
    EndedByOwner = 3,

    /// <summary>The account has another password, given by its owner.</summary>
    PasswordChanged = 4,

    /// <summary>An administrator reset the password.</summary>
    PasswordReset = 5,

    /// <summary>A security administrator locked the account.</summary>
    Locked = 6,

    /// <summary>The account was disabled.</summary>
    Disabled = 7,

    /// <summary>The owner added, replaced or removed a second factor or a passkey.</summary>
    SecondFactorChanged = 8,

    /// <summary>A security administrator took the second factor off the account.</summary>
    SecondFactorReset = 9,

    /// <summary>Something else gave the account another security stamp.</summary>
    AccountChanged = 10,
}

/// <summary>
/// 登录: one sign-in of an account in one browser, named in its cookie and asked for at the one door. It ends by a line in this
/// table; whatever gives the account another security stamp (another password, another second factor, a reset, a lock) writes that
/// line with the same save (<see cref="EndedSessions"/>). Its times are the machine's: the demonstration's clock ends no session.
/// </summary>
public sealed class AccountSession
{
    public const int DeviceMaxLength = 200;
    public const int AddressMaxLength = 64;
    public const int StampMaxLength = 64;

    private AccountSession() { }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>The account's security stamp when it began.</summary>
    public string Stamp { get; private set; } = null!;

    /// <summary>What the browser calls itself.</summary>
    public string Device { get; private set; } = null!;

    public string Address { get; private set; } = null!;

    /// <summary>UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>UTC, to the minute.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>UTC; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public SessionEnd? End { get; private set; }

    /// <param name="now">UTC, of the machine's clock.</param>
    public static AccountSession Begin(
        Guid accountId,
        string stamp,
        string? device,
        string? address,
        DateTimeOffset now
    ) =>
        new()
        {
            // Not to be guessed, and telling nothing of when it was made.
            Id = Guid.NewGuid(),
            AccountId = accountId,
            Stamp = stamp,
            Device = Cut(Characters.Clean(device ?? "-"), DeviceMaxLength),
            Address = Cut(address ?? "-", AddressMaxLength),
            StartedAt = now,
            SeenAt = now,
        };

    /// <param name="now">UTC, of the machine's clock.</param>
    public void EndBy(SessionEnd end, DateTimeOffset now) => (EndedAt, End) = (now, end);

    private static string Cut(string text, int length) =>
        text.Length > length ? text[..length] : text;
}

internal sealed class AccountSessionMapping : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> builder)
    {
        builder.ToTable("AccountSessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.AccountId, s.EndedAt });
        builder.Property(s => s.Stamp).HasMaxLength(AccountSession.StampMaxLength);
        builder.Property(s => s.Device).HasMaxLength(AccountSession.DeviceMaxLength);
        builder.Property(s => s.Address).HasMaxLength(AccountSession.AddressMaxLength);
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(s => s.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
