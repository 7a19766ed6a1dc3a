using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Rendering.Excel;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>Excel files. Of a foreign record a list holds no row.</summary>
internal static partial class UseCaseTable
{
    private static IReadOnlyList<UseCaseRow> Exports =>
        [
            For<ExportApplications>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(new() { Batch = c.Cast.Running }), c.Ct),
                async (u, c) =>
                    RowsIn(
                        await u.ExecuteAsync(
                            new(new() { Batch = c.Cast.Open, Text = c.TheirRegion }),
                            c.Ct
                        )
                    )
            ),
            For<ExportRanking>(
                Who.Province,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Open), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<ExportForwardingProgress>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Open), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<ExportExtensions>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Open), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<ExportExperts>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Appraising), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<ExportAppraisalBoard>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Appraising), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<ExportSelection>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Selecting), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<ExportDecision>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Decided), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<ExportPilots>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(new()), c.Ct),
                async (u, c) => RowsIn(await u.ExecuteAsync(new(new(Call.Unknown)), c.Ct))
            ),
            For<ExportReports>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(new()), c.Ct),
                async (u, c) =>
                    RowsIn(await u.ExecuteAsync(new(new() { PilotId = c.TheirPilot }), c.Ct))
            ),
            For<ExportReportMatrix>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoReport
            ),
            For<ExportIndicators>(
                Who.Province | Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Running, 1), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, 1), c.Ct),
                NoReport
            ),
            For<ExportOrganizations>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new(new()), c.Ct)
            ),
            For<ExportAccounts>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new(new()), c.Ct)
            ),
            For<ExportDueActions>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new(new()), c.Ct)
            ),
            For<ExportOutbox>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new(new()), c.Ct)
            ),
            For<ExportAuditEntries>(
                Who.AuditAdmin,
                async (u, c) => await u.ExecuteAsync(new(new()), c.Ct)
            ),
            For<ExportMeasureTemplate>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.MyApplication), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirApplication), c.Ct),
                NoApplication
            ),
            For<ExportSupportTemplate>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.MyApplication), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirApplication), c.Ct),
                NoApplication
            ),
            For<ExportFigureTemplate>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.MyReport), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirReport), c.Ct),
                NoReport
            ),
        ];

    private static int RowsIn(Result<DocumentFile> file) =>
        ExcelBook.Of(file.Value).Sheets[0].Rows.Count;
}
