using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Demo.Sample;

/// <summary>Adds invented accounts to a session.</summary>
internal sealed class SamplePeople(PilotSession session)
{
    public Guid Add(string userName, string displayName, Role role, Guid? organizationId)
    {
        var mail = $"{userName}@{SampleAccounts.MailDomain}";
        var account = new Account
        {
            Id = Guid.CreateVersion7(session.Now),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            DisplayName = displayName,
            Role = role,
            OrganizationId = organizationId,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            CreatedAt = session.Now,
        };
        session.Db.Accounts.Add(account);
        return account.Id;
    }
}

/// <summary>What marks the accounts of invented people.</summary>
public static class SampleAccounts
{
    internal const string MailDomain = "sample.invalid";

    /// <summary>Whether the account is one of the invented people, who have no password.</summary>
    public static bool Invented(Account account) =>
        account.Email?.EndsWith("@" + MailDomain, StringComparison.Ordinal) == true;
}
