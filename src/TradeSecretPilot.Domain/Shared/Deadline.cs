namespace TradeSecretPilot.Domain.Shared;

/// <summary>
/// The instant from which a command is late. <see cref="PublishedAt"/> is the date everyone was told;
/// <see cref="At"/> is later only by a recorded extension.
/// </summary>
/// <param name="At">UTC. A command received at or after it is late; one tick earlier is in time.</param>
/// <param name="PublishedAt">UTC. The deadline without extensions.</param>
public sealed record Deadline(DateTimeOffset At, DateTimeOffset PublishedAt)
{
    public bool IsExtended => At > PublishedAt;

    public bool HasPassed(DateTimeOffset now) => HasPassed(At, now);

    /// <summary>What counts as late: from the instant on, not only after it.</summary>
    public static bool HasPassed(DateTimeOffset deadline, DateTimeOffset now) => now >= deadline;

    /// <summary>The same deadline, extended to <paramref name="until"/> when that is later.</summary>
    public Deadline ExtendedTo(DateTimeOffset? until) =>
        until > At ? this with { At = until.Value } : this;

    /// <summary>The same deadline, but no later than <paramref name="latest"/>, for whom an extension does not help.</summary>
    internal Deadline CappedAt(DateTimeOffset latest) =>
        At > latest ? this with { At = latest } : this;
}
