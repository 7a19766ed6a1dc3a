using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>A comment of the latest return, and whether the region marked it as dealt with.</summary>
/// <param name="Number">From 1, as everybody sees it.</param>
/// <param name="VersionNumber">The returned version.</param>
/// <param name="Handled">Null while it is open.</param>
public sealed record CommentView(
    int Number,
    int VersionNumber,
    string Anchor,
    string Text,
    CommentView.Mark? Handled
)
{
    /// <param name="At">UTC.</param>
    public sealed record Mark(string By, DateTimeOffset At);
}

internal static class CommentAccess
{
    /// <summary>
    /// The comments of the latest return. The province reads the marks from the resubmission on: until then they belong to
    /// a draft.
    /// </summary>
    public static async Task<IReadOnlyList<CommentView>> ReadCommentsAsync(
        this PilotSession session,
        Application application,
        CancellationToken ct
    )
    {
        if (application.Comments.Count == 0)
        {
            return [];
        }

        var version = application.ReturnedVersion;
        var marks = await session
            .Db.CommentHandlings.Where(h =>
                h.ApplicationId == application.Id
                && h.VersionNumber == version
                && h.HandledAt != null
            )
            .Select(h => new
            {
                h.Number,
                Mark = new CommentView.Mark(h.HandledBy!, h.HandledAt!.Value),
            })
            .ToDictionaryAsync(h => h.Number, h => h.Mark, ct);
        return
        [
            .. application.Comments.Select(
                (c, i) =>
                    new CommentView(
                        i + 1,
                        version,
                        c.Anchor,
                        c.Text,
                        marks.GetValueOrDefault(i + 1)
                    )
            ),
        ];
    }

    /// <summary>The mark of a comment as it is kept; null while it never was ticked off.</summary>
    public static Task<CommentHandling?> FindHandlingAsync(
        this PilotSession session,
        Application application,
        int versionNumber,
        int number,
        CancellationToken ct
    ) =>
        session.Db.CommentHandlings.SingleOrDefaultAsync(
            h =>
                h.ApplicationId == application.Id
                && h.VersionNumber == versionNumber
                && h.Number == number,
            ct
        );
}
