using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.Web.Parts.Layout;

/// <summary>The demonstration's clock as the bar shows it.</summary>
/// <param name="Now">Virtual instant, UTC.</param>
/// <param name="NextDeadline">Where 到下一截止 leads, UTC; null when nothing is ahead.</param>
public sealed record DemoClock(DateTimeOffset Now, DateTimeOffset? NextDeadline = null);

/// <summary>Who is signed in.</summary>
/// <param name="Name">Name as the masthead shows it.</param>
/// <param name="Organization">Organisation, or what an expert or administrator is.</param>
/// <param name="Role">Decides the navigation.</param>
/// <param name="AccountId">Whose typing this browser may keep.</param>
public sealed record ShellPerson(
    string Name,
    string Organization,
    Role Role,
    Guid? AccountId = null
);

/// <summary>What the frame around a page shows.</summary>
/// <param name="Demo">The demonstration's clock; null outside the demonstration.</param>
/// <param name="Person">Null on public pages and before sign-in.</param>
/// <param name="Notices">Unread notices.</param>
/// <param name="Tasks">Tasks that wait for this person.</param>
/// <param name="Batch">The batch under way, such as 第一批（2022年）.</param>
/// <param name="Gated">The person has something to do before anything else opens: the frame leads nowhere but out.</param>
public sealed record ShellModel(
    DemoClock? Demo,
    ShellPerson? Person,
    int Notices = 0,
    int Tasks = 0,
    string? Batch = null,
    bool Gated = false
)
{
    public static ShellModel Empty { get; } = new(null, null);
}
