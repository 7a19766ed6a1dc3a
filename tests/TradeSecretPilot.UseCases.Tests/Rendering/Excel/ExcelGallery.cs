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
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>Every Excel file of the portal, exported from the test world by somebody who may have it.</summary>
internal static class ExcelGallery
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The files by name.</summary>
    public static IReadOnlyDictionary<string, Entry> All { get; } =
        new Dictionary<string, Entry>
        {
            ["applications"] = Of<ExportApplications>(
                w => w.Cast.ProvinceA.Reviewer,
                (u, w) => u.ExecuteAsync(new(new() { Batch = w.Cast.Open }), Ct)
            ),
            ["applications-own"] = Of<ExportApplications>(
                w => w.Cast.A[0].Drafter,
                (u, w) => u.ExecuteAsync(new(new() { Batch = w.Cast.Open }), Ct)
            ),
            ["ranking"] = Of<ExportRanking>(
                w => w.Cast.ProvinceA.Reviewer,
                (u, w) => u.ExecuteAsync(new(w.Cast.Running), Ct)
            ),
            ["forwarding"] = Of<ExportForwardingProgress>(
                w => w.Cast.WorkingGroup,
                (u, w) => u.ExecuteAsync(new(w.Cast.Open), Ct)
            ),
            ["extensions"] = Of<ExportExtensions>(
                w => w.Cast.ProvinceA.Reviewer,
                (u, w) => u.ExecuteAsync(new(w.Cast.Open), Ct)
            ),
            ["experts"] = Of<ExportExperts>(
                w => w.Cast.WorkingGroup,
                (u, w) => u.ExecuteAsync(new(w.Cast.Appraising), Ct)
            ),
            ["appraisal"] = Of<ExportAppraisalBoard>(
                w => w.Cast.WorkingGroup,
                (u, w) => u.ExecuteAsync(new(w.Cast.Appraising), Ct)
            ),
            ["selection"] = Of<ExportSelection>(
                w => w.Cast.WorkingGroup,
                (u, w) => u.ExecuteAsync(new(w.Cast.Selecting), Ct)
            ),
            ["decision"] = Of<ExportDecision>(
                w => w.Cast.WorkingGroup,
                (u, w) => u.ExecuteAsync(new(w.Cast.Running), Ct)
            ),
            ["pilots"] = Of<ExportPilots>(
                w => w.Cast.WorkingGroup,
                (u, w) => u.ExecuteAsync(new(new()), Ct)
            ),
            ["reports"] = Of<ExportReports>(
                w => w.Cast.WorkingGroup,
                (u, w) => u.ExecuteAsync(new(new()), Ct)
            ),
            ["report-matrix"] = Of<ExportReportMatrix>(
                w => w.Cast.WorkingGroup,
                (u, w) => u.ExecuteAsync(new(), Ct)
            ),
            ["indicators"] = Of<ExportIndicators>(
                w => w.Cast.WorkingGroup,
                (u, w) => u.ExecuteAsync(new(w.Cast.Running, 1), Ct)
            ),
            ["organizations"] = Of<ExportOrganizations>(
                w => w.Cast.SystemAdmin,
                (u, w) => u.ExecuteAsync(new(new()), Ct)
            ),
            ["accounts"] = Of<ExportAccounts>(
                w => w.Cast.SystemAdmin,
                (u, w) => u.ExecuteAsync(new(new()), Ct)
            ),
            ["due-actions"] = Of<ExportDueActions>(
                w => w.Cast.SystemAdmin,
                (u, w) => u.ExecuteAsync(new(new()), Ct)
            ),
            ["outbox"] = Of<ExportOutbox>(
                w => w.Cast.SystemAdmin,
                (u, w) => u.ExecuteAsync(new(new()), Ct)
            ),
            ["audit"] = Of<ExportAuditEntries>(
                w => w.Cast.AuditAdmin,
                (u, w) => u.ExecuteAsync(new(new()), Ct)
            ),
            ["measures"] = Of<ExportMeasureTemplate>(
                w => w.Cast.A[0].Drafter,
                (u, w) => u.ExecuteAsync(new(w.Cast.Application(w.Cast.Open, w.Cast.A[0])), Ct)
            ),
            ["support"] = Of<ExportSupportTemplate>(
                w => w.Cast.A[0].Drafter,
                (u, w) => u.ExecuteAsync(new(w.Cast.Application(w.Cast.Open, w.Cast.A[0])), Ct)
            ),
            ["figures"] = Of<ExportFigureTemplate>(
                w => w.Cast.A[0].Drafter,
                (u, w) => u.ExecuteAsync(new(w.Cast.Report(w.Cast.A[0], 1)), Ct)
            ),
        };

    /// <summary>The files by name, exported.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ExportAllAsync(World world)
    {
        var files = new Dictionary<string, byte[]>();
        foreach (var (name, entry) in All)
        {
            files[name] = (await entry.ExportAsync(world)).Value.Content;
        }

        return files;
    }

    private static Entry Of<TUseCase>(
        Func<World, Guid> who,
        Func<TUseCase, World, Task<Result<DocumentFile>>> export
    )
        where TUseCase : notnull =>
        new(typeof(TUseCase), w => w.AsAsync(who(w), (TUseCase u) => export(u, w)));

    public sealed record Entry(Type UseCase, Func<World, Task<Result<DocumentFile>>> ExportAsync);
}
