using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Selections;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class UseCaseTable
{
    private static IReadOnlyList<UseCaseRow> Selections =>
        [
            For<GetSelection>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Selecting), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<SaveSelection>(
                Who.National,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Selecting, [], await SelectionVersionAsync(c)),
                        c.Ct
                    ),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, [], null), c.Ct),
                NoBatch,
                acts: "Selection.Saved"
            ),
            For<ProposeSelection>(
                Who.National,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Selecting, await SelectionVersionAsync(c)),
                        c.Ct
                    ),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, 0), c.Ct),
                NoBatch,
                acts: "Batch.SelectionProposed"
            ),
            For<DecideSelection>(
                Who.WorkingGroupLead,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Selecting, await SelectionVersionAsync(c), "示例决3号"),
                        c.Ct
                    ),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, 0, "示例决3号"), c.Ct),
                NoBatch,
                acts:
                [
                    "Batch.SelectionDecided",
                    "Application.DecidedSelected",
                    "Application.DecidedSelected",
                    "Application.DecidedNotSelected",
                ]
            ),
            For<GetDecision>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Decided), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<PublishAnnouncement>(
                Who.WorkingGroupLead,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Decided, "示例〔2022〕2号", Seen.Present),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(new(Call.Unknown, "示例〔2022〕2号", Seen.Present), c.Ct),
                NoBatch,
                acts:
                [
                    "Batch.Announced",
                    "Application.AnnouncedSelected",
                    "Application.AnnouncedSelected",
                    "Application.AnnouncedNotSelected",
                ]
            ),
            For<GetPublishedList>(
                Who.Everyone,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct),
                // What is decided is not published.
                async (u, c) => await u.ExecuteAsync(new(2), c.Ct),
                "Announcement.NotFound"
            ),
            For<ListAnnouncements>(
                Who.Everyone,
                async (u, c) => await u.ExecuteAsync(new(new Paging()), c.Ct)
            ),
        ];

    private static Task<int> SelectionVersionAsync(Call call) =>
        call.World.BehindTheDoorAsync(db =>
            db.Selections.Where(s => s.BatchId == call.Cast.Selecting)
                .Select(s => s.Version)
                .SingleAsync(call.Ct)
        );
}
