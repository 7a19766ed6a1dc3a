namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>Everyone who can stand before the one door.</summary>
[Flags]
internal enum Who
{
    Nobody = 0,
    Public = 1,
    Drafter = 2,
    LocalApprover = 4,
    ProvincialReviewer = 8,
    ProvincialApprover = 16,
    WorkingGroup = 32,
    WorkingGroupLead = 64,
    Expert = 128,
    SystemAdmin = 256,
    SecurityAdmin = 512,
    AuditAdmin = 1024,
    Job = 2048,

    Local = Drafter | LocalApprover,
    Province = ProvincialReviewer | ProvincialApprover,
    National = WorkingGroup | WorkingGroupLead,
    Regulated = Local | Province | National,
    Accounts = Regulated | Expert | SystemAdmin | SecurityAdmin | AuditAdmin,
    Everyone = Accounts | Public,
}

internal static class WhoExtensions
{
    /// <summary>Every single one of them.</summary>
    public static IReadOnlyList<Who> Each { get; } =
    [.. Enum.GetValues<Who>().Where(w => int.PopCount((int)w) == 1)];

    public static IEnumerable<Who> Members(this Who who) => Each.Where(w => who.HasFlag(w));
}
