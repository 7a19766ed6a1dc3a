using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>
/// The authenticator codes that were accepted. A code is accepted once, so one that somebody else saw is worth nothing (RFC 6238, 5.2).
/// They are stored as tokens of the account; the unique key lets one of two simultaneous uses through.
/// </summary>
public sealed class UsedCodes
{
    /// <summary>Longer than Identity accepts a code, which is two steps of 30 s before and after its own.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    /// <summary>Where they stand among the account's tokens.</summary>
    internal const string Provider = "[UsedCodes]";

    private readonly DbContextOptions<PilotDbContext> _options;

    internal UsedCodes(DbContextOptions<PilotDbContext> options) => _options = options;

    /// <summary>Uses a code that is right.</summary>
    /// <returns>False when it was used before.</returns>
    public async Task<bool> TakeAsync(Guid accountId, string code, CancellationToken ct)
    {
        // The machine's time, as the codes are; the demonstration's clock would keep them for months.
        var now = TimeProvider.System.GetUtcNow();
        await using var db = new PilotDbContext(_options, Tenancy.Everything);
        var tokens = db.Set<IdentityUserToken<Guid>>();
        var used = await tokens
            .Where(t => t.UserId == accountId && t.LoginProvider == Provider)
            .ToListAsync(ct);
        if (used.Any(t => t.Name == code && UsedAt(t) >= now - Kept))
        {
            return false;
        }

        // The same six digits come again one day, so expired codes are removed.
        foreach (var over in used.Where(t => t.Name != code && UsedAt(t) < now - Kept))
        {
            tokens.Remove(over);
        }

        var value = now.ToString("O", CultureInfo.InvariantCulture);
        if (used.SingleOrDefault(t => t.Name == code) is { } before)
        {
            before.Value = value;
        }
        else
        {
            tokens.Add(
                new IdentityUserToken<Guid>
                {
                    UserId = accountId,
                    LoginProvider = Provider,
                    Name = code,
                    Value = value,
                }
            );
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (DatabaseErrors.IsUniqueViolation(e))
        {
            return false;
        }
    }

    private static DateTimeOffset UsedAt(IdentityUserToken<Guid> token) =>
        DateTimeOffset.Parse(token.Value!, CultureInfo.InvariantCulture);
}

/// <summary>Identity's authenticator (TOTP, RFC 6238), whose codes are used once.</summary>
public sealed class AuthenticatorOnce(UsedCodes used) : AuthenticatorTokenProvider<Account>
{
    public override async Task<bool> ValidateAsync(
        string purpose,
        string token,
        UserManager<Account> manager,
        Account user
    ) =>
        await base.ValidateAsync(purpose, token, manager, user)
        // Identity passes no token on.
        && await used.TakeAsync(user.Id, token, CancellationToken.None);
}
