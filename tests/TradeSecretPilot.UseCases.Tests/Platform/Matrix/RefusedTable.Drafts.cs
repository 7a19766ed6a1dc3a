using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Drafts;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Refused;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Situation;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>Putting an earlier draft back.</summary>
internal static partial class RefusedTable
{
    private const string NoDraft = "Draft.NotFound";

    private static IEnumerable<RefusedCase> Drafts =>
        [
            Case<RestorePlan>(
                WrongState,
                WrongStatus,
                DrafterOf(Submitted),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Of(w, Submitted), await DraftOfAsync(w, Of(w, Submitted)), w.Seen),
                        Ct
                    ),
                w => LayPlanAsync(w, Submitted)
            ),
            Case<RestorePlan>(
                Incomplete,
                NoDraft,
                DrafterOf(Draft),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Draft), Guid.Empty, w.Seen), Ct)
            ),
            Twice<RestorePlan>(
                "Application.ChangedMeanwhile",
                DrafterOf(Draft),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Of(w, Draft), await DraftOfAsync(w, Of(w, Draft)), 1),
                        Ct
                    ),
                w => LayPlanAsync(w, Draft)
            ),
            Case<RestoreReport>(
                WrongState,
                ReportStatus,
                DrafterOf(1),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(ReportOf(w, 1), await DraftOfAsync(w, ReportOf(w, 1)), w.Seen),
                        Ct
                    ),
                w => LayReportAsync(w, 1)
            ),
            Case<RestoreReport>(
                Incomplete,
                NoDraft,
                DrafterOf(0),
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 0), Guid.Empty, w.Seen), Ct)
            ),
            Twice<RestoreReport>(
                "ProgressReport.ChangedMeanwhile",
                DrafterOf(0),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(ReportOf(w, 0), await DraftOfAsync(w, ReportOf(w, 0)), ReportVersion),
                        Ct
                    ),
                w => LayReportAsync(w, 0)
            ),
        ];

    private static Task<int> LayPlanAsync(World world, int region) =>
        LayAsync(
            world,
            Of(world, region),
            region,
            new WorkPlan { Foundation = "（示例）较早的文本。" }
        );

    private static Task<int> LayReportAsync(World world, int region) =>
        LayAsync(
            world,
            ReportOf(world, region),
            region,
            new ReportContent { Summary = "（示例）较早的文本。" }
        );

    private static Task<int> LayAsync<T>(World world, Guid subject, int region, T content) =>
        world.BehindTheDoorAsync(db =>
        {
            var at = WorldBuilder.Now.AddDays(-1);
            db.DraftSnapshots.Add(
                DraftSnapshot.Of(
                    subject,
                    world.Cast.A[region].OrganizationId,
                    content,
                    [],
                    at,
                    "示例",
                    at
                )
            );
            return db.SaveChangesAsync(Ct);
        });

    /// <summary>The first entry that was laid.</summary>
    private static Task<Guid> DraftOfAsync(World world, Guid subject) =>
        world.BehindTheDoorAsync(db =>
            db.DraftSnapshots.Where(s => s.SubjectId == subject)
                .OrderBy(s => s.SavedAt)
                .Select(s => s.Id)
                .FirstAsync(Ct)
        );
}
