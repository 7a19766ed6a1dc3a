using TradeSecretPilot.Domain.Applications;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>Columns that the database computes from an application, so that an index serves every order of the list.</summary>
internal static class ApplicationOrder
{
    /// <summary>
    /// Those under way before those finished. Until publication a decided application is under way: its place in a list
    /// must not tell its province that a decision was taken.
    /// </summary>
    public const string Urgency = "Urgency";

    /// <summary>UTC; the latest submission, or the beginning.</summary>
    public const string MovedAt = "MovedAt";

    /// <summary>The rank in the province; those without one last.</summary>
    public const string RankOrLast = "RankOrLast";

    private static readonly string UntilPublished = string.Join(
        ", ",
        PublicStatus.Outcomes.Prepend(ApplicationStatus.Forwarded).Select(s => $"'{s}'")
    );

    public static readonly string UrgencySql =
        "CASE WHEN \"Status\" = 'Submitted' THEN 0 WHEN \"Status\" IN ('Draft', 'Returned') THEN 1 WHEN \"Status\" = 'Recommended' THEN 2 WHEN \"Status\" IN ("
        + UntilPublished
        + ") AND \"AnnouncedAt\" IS NULL THEN 3 ELSE 4 END";

    public const string MovedAtSql = "COALESCE(\"SubmittedAt\", \"CreatedAt\")";

    public const string RankOrLastSql = "COALESCE(\"Rank\", 2147483647)";
}
