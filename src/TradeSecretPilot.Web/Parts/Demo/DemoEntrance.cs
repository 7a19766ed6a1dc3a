namespace TradeSecretPilot.Web.Parts.Demo;

/// <summary>A button of the demonstration that signs in as somebody.</summary>
/// <param name="Account">Account name.</param>
/// <param name="Role">The role's word, in Chinese, the key of its translation.</param>
/// <param name="Place">Organisation, or what the person is about.</param>
/// <param name="Waiting">What waits, such as 2件待办, in the page's language; null says nothing.</param>
/// <param name="Pressing">Something is due today: written in red.</param>
public sealed record DemoEntrance(
    string Account,
    string Role,
    string Place,
    string? Waiting = null,
    bool Pressing = false
);

/// <summary>Entrances under one heading.</summary>
/// <param name="Name">In Chinese, the key of its translation.</param>
/// <param name="Wide">Takes the whole width, its buttons side by side.</param>
public sealed record DemoEntranceGroup(
    string Name,
    IReadOnlyList<DemoEntrance> Entrances,
    bool Wide = false
);
