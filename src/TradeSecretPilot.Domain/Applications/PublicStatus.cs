using System.Linq.Expressions;

namespace TradeSecretPilot.Domain.Applications;

/// <summary>
/// The status as everyone below SAMR reads it: until publication the outcome stays with SAMR (四（二）), and an application that was
/// appraised or decided still reads 已上报.
/// </summary>
public static class PublicStatus
{
    /// <summary>The statuses that nobody below SAMR reads before publication.</summary>
    public static IReadOnlyList<ApplicationStatus> Outcomes { get; } =
    [ApplicationStatus.Appraised, ApplicationStatus.Selected, ApplicationStatus.NotSelected];

    /// <summary>Selected, and published: what anybody may read.</summary>
    public static Expression<Func<Application, bool>> IsSelected { get; } =
        a => a.Status == ApplicationStatus.Selected && a.AnnouncedAt != null;

    public static ApplicationStatus Of(ApplicationStatus status, bool isPublished) =>
        !isPublished && Outcomes.Contains(status) ? ApplicationStatus.Forwarded : status;

    /// <summary>For the database: the applications that read <paramref name="status"/>.</summary>
    public static Expression<Func<Application, bool>> Reads(ApplicationStatus status)
    {
        var before = ReadingAs(status, isPublished: false);
        var after = ReadingAs(status, isPublished: true);
        return a =>
            (a.AnnouncedAt == null && before.Contains(a.Status))
            || (a.AnnouncedAt != null && after.Contains(a.Status));
    }

    private static List<ApplicationStatus> ReadingAs(ApplicationStatus status, bool isPublished) =>
        [.. Enum.GetValues<ApplicationStatus>().Where(s => Of(s, isPublished) == status)];
}
