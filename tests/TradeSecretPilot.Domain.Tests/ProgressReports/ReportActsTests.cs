using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;

namespace TradeSecretPilot.Domain.Tests.ProgressReports;

/// <summary>One filing, two addressees, three states of absence.</summary>
public sealed class ReportActsTests
{
    private static readonly DateTimeOffset Due = BeijingTime.EndOf(new(2022, 12, 31));

    [Fact]
    public void File_BeforeItOpens_IsRefused()
    {
        var report = Some.Report();
        var before = Some.Snapshot(report);

        Assert.Equal("ProgressReport.TooEarly", File(report, report.OpensAt.AddTicks(-1)));
        Assert.Equal(
            "ProgressReport.TooEarly",
            report.FallDue(report.OpensAt.AddTicks(-1)).Refusal?.Code
        );
        Assert.Equal(
            "ProgressReport.NotYetOverdue",
            report.GoMissing(Due.AddTicks(-1)).Refusal?.Code
        );
        Assert.Equal(before, Some.Snapshot(report));
        Assert.Null(File(report, report.OpensAt));
    }

    [Fact]
    public void File_InTime_GoesToBothAddressees()
    {
        var report = Some.Report(ReportStatus.Due);

        var version = report.File("示例", Due.AddTicks(-1)).Value;

        Assert.False(report.IsLate);
        Assert.False(report.IsNil);
        Assert.Equal((1, report.Id), (version.Number, version.ObligationId));
        Assert.Equal(
            (AcknowledgementStatus.Pending, AcknowledgementStatus.Pending),
            (report.National, report.Provincial)
        );
    }

    [Fact]
    public void File_Missing_IsLateButTaken()
    {
        var report = Some.Report(ReportStatus.Missing);

        Assert.Null(File(report, Due.AddDays(20)));

        Assert.True(report.IsLate);
        Assert.Equal(ReportStatus.Filed, report.Status);
        Assert.Equal(Due.AddDays(20), report.FiledAt);
    }

    [Fact]
    public void File_SupplementAfterTheDueInstant_IsNotLate()
    {
        var report = Some.Report(ReportStatus.Supplement);
        var first = report.FiledAt;

        Assert.Null(File(report, Due.AddDays(20)));

        Assert.False(report.IsLate);
        Assert.Equal(first, report.FiledAt);
        Assert.Equal(Due.AddDays(20), report.LastFiledAt);
        Assert.Equal(2, report.VersionNumber);
    }

    [Fact]
    public void File_Nil_NeedsItsReasonOnly()
    {
        var report = Some.Report(ReportStatus.Due);
        Edit(report, new ReportContent { IsNil = true });
        Assert.Equal("ProgressReport.Incomplete", File(report, report.OpensAt));

        Edit(report, new ReportContent { IsNil = true, Summary = "示例原因" });
        Assert.Null(File(report, report.OpensAt));

        Assert.True(report.IsNil);
        Assert.Equal(ReportStatus.Filed, report.Status);
    }

    [Fact]
    public void Gaps_FullReport_ZeroIsAFigureAndAbsenceIsNot()
    {
        var full = Some.CompleteReport();
        var figures = full.Figures.Where(f => f.Key != "Liaisons").ToDictionary();

        Assert.Empty(ReportRules.Gaps(full));
        Assert.Equal(["figure-Liaisons"], Anchors(full with { Figures = figures }));
        Assert.Equal(["summary"], Anchors(full with { Summary = " " }));
        Assert.Equal(["nextSteps"], Anchors(full with { NextSteps = "" }));
        Assert.Equal(["areas"], Anchors(full with { Areas = new Dictionary<TaskArea, string>() }));
        Assert.Equal(3 + Indicators.All.Count, Anchors(ReportContent.Empty).Count());

        static IEnumerable<string> Anchors(ReportContent content) =>
            ReportRules.Gaps(content).Select(g => g.Anchor);
    }

    [Fact]
    public void Gaps_TextThatCannotBeFiled_IsTheOneGap()
    {
        var full = Some.CompleteReport();
        var tooLong = new string('示', ReportContent.TextMaxLength + 12);
        (string Anchor, ReportContent Content)[] reports =
        [
            ("summary", full with { Summary = tooLong }),
            ("problems", full with { Problems = tooLong }),
            ("nextSteps", full with { NextSteps = "\ue123" }),
            (
                "area-Enforcement",
                full with
                {
                    Areas = new Dictionary<TaskArea, string> { [TaskArea.Enforcement] = tooLong },
                }
            ),
            ("summary", full with { IsNil = true, Summary = tooLong }),
        ];

        Assert.All(
            reports,
            r =>
            {
                var report = Some.Report();
                Assert.Null(Edit(report, r.Content));
                Assert.Equal(ContentHash.Write(r.Content), ContentHash.Write(report.Content));
                Assert.Equal(r.Anchor, Assert.Single(ReportRules.Gaps(report.Content)).Anchor);
            }
        );
    }

    [Fact]
    public void Edit_BeyondLimits_RefusedWithNothingChanged()
    {
        var report = Some.Report();
        var before = Some.Snapshot(report);
        var full = Some.CompleteReport();
        var tooLong = new string('示', TextFault.DraftMaxLength + 1);

        Assert.Equal("ProgressReport.TextTooLong", Edit(report, full with { Summary = tooLong }));
        Assert.Equal("ProgressReport.TextTooLong", Edit(report, full with { Problems = tooLong }));
        Assert.Equal("ProgressReport.TextTooLong", Edit(report, full with { NextSteps = tooLong }));
        Assert.Equal(
            "ProgressReport.TextTooLong",
            Edit(
                report,
                full with
                {
                    Areas = new Dictionary<TaskArea, string> { [TaskArea.Enforcement] = tooLong },
                }
            )
        );
        Assert.All(
            new (string, Figure)[]
            {
                ("Unknown", new(1, 1)),
                ("Liaisons", new(-1, 1)),
                ("Liaisons", new(1, 0.001m)),
                ("Liaisons", new(ReportContent.MaxFigure + 1, 1)),
            },
            f =>
                Assert.Equal(
                    "ProgressReport.FigureInvalid",
                    Edit(
                        report,
                        full with
                        {
                            Figures = new Dictionary<string, Figure> { [f.Item1] = f.Item2 },
                        }
                    )
                )
        );
        Assert.Equal(before, Some.Snapshot(report));
    }

    [Fact]
    public void Acknowledge_EachOnItsOwn_DoneWhenBothHave()
    {
        var report = Some.Report(ReportStatus.Filed);

        Assert.Null(report.Acknowledge(Addressee.Provincial, Due).Refusal);
        Assert.Equal(ReportStatus.Filed, report.Status);
        Assert.Equal(AcknowledgementStatus.Pending, report.Of(Addressee.National));
        Assert.Equal(
            "ProgressReport.AlreadyAnswered",
            report.Acknowledge(Addressee.Provincial, Due).Refusal?.Code
        );

        Assert.Null(report.Acknowledge(Addressee.National, Due).Refusal);
        Assert.Equal(ReportStatus.Acknowledged, report.Status);
        Assert.Equal((Due, Due), (report.NationalAt, report.ProvincialAt));
    }

    [Theory]
    [InlineData(Addressee.National, Addressee.Provincial)]
    [InlineData(Addressee.Provincial, Addressee.National)]
    public void RequestSupplement_ByOne_TheOtherMayStillAcknowledge(
        Addressee asking,
        Addressee other
    )
    {
        var report = Some.Report(ReportStatus.Filed);

        Assert.Equal("Reason.Missing", report.RequestSupplement(asking, " ", Due).Refusal?.Code);
        Assert.Null(report.RequestSupplement(asking, " 示例 ", Due).Refusal);
        Assert.Null(report.Acknowledge(other, Due).Refusal);

        Assert.Equal(ReportStatus.Supplement, report.Status);
        Assert.Equal(
            "示例",
            asking == Addressee.National ? report.NationalNote : report.ProvincialNote
        );
        Assert.Equal(
            "ProgressReport.AlreadyAnswered",
            report.Acknowledge(asking, Due).Refusal?.Code
        );
        Assert.Equal(
            "ProgressReport.AlreadyAnswered",
            report.RequestSupplement(other, "示例", Due).Refusal?.Code
        );

        Assert.Null(File(report, Due.AddDays(5)));
        Assert.Equal(AcknowledgementStatus.Pending, report.Of(asking));
        Assert.Equal(AcknowledgementStatus.Acknowledged, report.Of(other));

        Assert.Null(report.Acknowledge(asking, Due.AddDays(6)).Refusal);
        Assert.Equal(ReportStatus.Acknowledged, report.Status);
    }

    [Fact]
    public void File_LaterEdits_LeaveTheVersionAsItWas()
    {
        var report = Some.Report(ReportStatus.Due);
        var figures = Indicators.All.ToDictionary(i => i.Code, _ => new Figure(1, 2));
        var areas = new Dictionary<TaskArea, string> { [TaskArea.Enforcement] = "示例" };
        Edit(report, Some.CompleteReport() with { Figures = figures, Areas = areas });
        var version = report.File("示例", report.OpensAt).Value;

        figures.Clear();
        areas.Clear();
        report.RequestSupplement(Addressee.National, "示例", Due);
        Edit(report, ReportContent.Empty);

        Assert.Equal(Indicators.All.Count, version.Content.Figures.Count);
        Assert.Equal(version.ContentSha256, ContentHash.Fingerprint(version.Content));
    }

    [Fact]
    public void ReportFigure_Of_KeepsHundredths()
    {
        var row = ReportFigure.Of(Guid.NewGuid(), "Funding", new(12.34m, ReportContent.MaxFigure));

        Assert.Equal(1234, row.PeriodHundredths);
        Assert.Equal(100_000_000_000, row.CumulativeHundredths);
    }

    [Fact]
    public void Indicators_All_HaveDistinctCodesAndCoverEverySubTask()
    {
        Assert.Distinct(Indicators.All.Select(i => i.Code));
        Assert.Empty(SubTasks.All.Except(Indicators.All.Select(i => i.SubTask).OfType<SubTask>()));
        Assert.Equal(3, Indicators.All.Count(i => i.SubTask is null));
        Assert.All(
            Indicators.All,
            i =>
            {
                Assert.Same(i, Indicators.Find(i.Code));
                Assert.InRange(i.Code.Length, 1, Indicators.CodeMaxLength);
            }
        );
        Assert.Null(Indicators.Find("Unknown"));
    }

    private static string? File(ReportObligation report, DateTimeOffset now) =>
        report.File("示例", now).Refusal?.Code;

    private static string? Edit(ReportObligation report, ReportContent content) =>
        report.Edit(content, "示例", Some.PilotsStart).Refusal?.Code;
}
