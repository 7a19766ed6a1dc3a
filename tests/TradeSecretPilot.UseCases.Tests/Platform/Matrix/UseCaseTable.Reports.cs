using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.ProgressReports;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class UseCaseTable
{
    private const string NoReport = "ProgressReport.NotFound";

    private static IReadOnlyList<UseCaseRow> Reports =>
        [
            For<ListPilots>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct),
                async (u, c) => (await u.ExecuteAsync(new(Call.Unknown), c.Ct)).Total
            ),
            For<GetPilot>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(c.MyPilot), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirPilot), c.Ct),
                "Pilot.NotFound"
            ),
            For<ListReports>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct),
                async (u, c) => (await u.ExecuteAsync(new() { PilotId = c.TheirPilot }, c.Ct)).Total
            ),
            For<GetReport>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(c.MyReport), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirReport), c.Ct),
                NoReport
            ),
            For<GetReportMatrix>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoReport
            ),
            For<GetReportingProgress>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoReport
            ),
            For<GetReportDraft>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.MyReport), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirReport), c.Ct),
                NoReport
            ),
            For<GetReportHistory>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.MyReport), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirReport), c.Ct),
                NoReport
            ),
            For<RestoreReport>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.MyReport, Guid.Empty, 1), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirReport, Guid.Empty, 1), c.Ct),
                NoReport,
                refused: "Draft.NotFound"
            ),
            For<SaveReport>(
                Who.Local,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.MyReport,
                            await c.VersionAsync<ReportObligation>(c.MyReport),
                            ReportContent.Empty
                        ),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.TheirReport,
                            await c.VersionAsync<ReportObligation>(c.TheirReport),
                            ReportContent.Empty
                        ),
                        c.Ct
                    ),
                NoReport,
                acts: "ProgressReport.Saved"
            ),
            For<FileReport>(
                Who.LocalApprover,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.MyReport, await c.VersionAsync<ReportObligation>(c.MyReport)),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.TheirReport, await c.VersionAsync<ReportObligation>(c.TheirReport)),
                        c.Ct
                    ),
                NoReport,
                acts: "ProgressReport.Filed"
            ),
            For<AcknowledgeReport>(
                Who.Province | Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.MyReport, 1), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirReport, 1), c.Ct),
                NoReport,
                acts: "ProgressReport.Acknowledged"
            ),
            For<RequestSupplement>(
                Who.Province | Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.MyReport, 1, "（示例）"), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirReport, 1, "（示例）"), c.Ct),
                NoReport,
                acts: "ProgressReport.SupplementRequested"
            ),
        ];
}
