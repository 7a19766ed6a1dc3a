namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// What a nightly walk along the audit chain found. It stands in a table of its own: when the chain is broken, the trail may be
/// unable to say so.
/// </summary>
public sealed class AuditCheck
{
    public const int ProblemMaxLength = 200;

    private AuditCheck() { }

    public Guid Id { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Entries that are sound.</summary>
    public long Entries { get; private set; }

    /// <summary>Sequence of the first bad entry; null when the chain is valid.</summary>
    public long? FirstBad { get; private set; }

    public string? Problem { get; private set; }

    internal static AuditCheck Of(AuditVerification found, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Entries = found.Entries,
            FirstBad = found.FirstBad,
            Problem = found.Problem is { Length: > ProblemMaxLength } text
                ? text[..ProblemMaxLength]
                : found.Problem,
        };
}
