using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.Web.Parts.Demo;

/// <summary>
/// What pages need of the demonstration. Registered while one runs, and only in a build that contains it: a production publish does
/// not.
/// </summary>
public interface IDemonstration
{
    /// <summary>UTC, by the virtual clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>UTC; the deadline ahead, null when nothing is.</summary>
    Task<DateTimeOffset?> NextDeadlineAsync(CancellationToken ct);

    /// <summary>The accounts that the sign-in page offers.</summary>
    Task<IReadOnlyList<SampleAccount>> ListAccountsAsync(CancellationToken ct);
}

/// <summary>An invented person whom the sign-in page offers.</summary>
/// <param name="Place">Organisation, or the expert's specialty; null for administrators.</param>
public sealed record SampleAccount(Guid AccountId, string UserName, Role Role, string? Place);
