using TradeSecretPilot.Domain.ProgressReports;

namespace TradeSecretPilot.Domain.Tests.ProgressReports;

public sealed class ReportLifecycleTests
{
    public static TheoryData<ReportStatus, ReportAct> Pairs { get; } =
        new MatrixTheoryData<ReportStatus, ReportAct>(
            Enum.GetValues<ReportStatus>(),
            Enum.GetValues<ReportAct>()
        );

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_EveryStatus_FollowsTheTable(ReportStatus status, ReportAct act)
    {
        var report = Some.Report(status);
        var before = Some.Snapshot(report);

        var refusal = act switch
        {
            ReportAct.Edit => report.Edit(ReportContent.Empty, "示例", Some.Now).Refusal,
            ReportAct.File => report.File("示例", report.DueAt).Refusal,
            ReportAct.FallDue => report.FallDue(report.DueAt).Refusal,
            ReportAct.GoMissing => report.GoMissing(report.DueAt).Refusal,
            ReportAct.Acknowledge => report.Acknowledge(Addressee.Provincial, report.DueAt).Refusal,
            _ => report.RequestSupplement(Addressee.Provincial, "示例", report.DueAt).Refusal,
        };

        if (ReportLifecycle.Table.Next(status, act) is { } next)
        {
            Assert.Null(refusal);
            Assert.Equal(next, report.Status);
        }
        else
        {
            Assert.Equal("ProgressReport.WrongStatus", refusal?.Code);
            Assert.Equal(before, Some.Snapshot(report));
        }
    }
}
