using System.Text.Json;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.ProvincialReviews;

namespace TradeSecretPilot.Domain.Tests;

/// <summary>
/// Small builders. Records reach their state by the acts that lead there; provinces 97–99 are invented, so no real region
/// appears.
/// </summary>
internal static class Some
{
    public const string ProvinceCode = "990000";
    public const string OtherProvinceCode = "980000";

    /// <summary>1 April 2022, 10:00 in Beijing: the first batch is open.</summary>
    public static readonly DateTimeOffset Now = new(2022, 4, 1, 2, 0, 0, TimeSpan.Zero);

    /// <summary>The forwarding deadline of the first batch.</summary>
    public static readonly DateTimeOffset Forwarding = new(2022, 5, 15, 16, 0, 0, TimeSpan.Zero);

    /// <summary>The instant from which publication of the first batch is late.</summary>
    public static readonly DateTimeOffset PublishBy = new(2022, 6, 30, 16, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset PilotsStart = BeijingTime.StartOf(new(2022, 7, 1));

    public static readonly DateTimeOffset PilotsEnd = BeijingTime.EndOf(new(2025, 6, 30));

    public static readonly Deadline Deadline = new(Forwarding, Forwarding);

    /// <summary>The first batch's settings, but small enough to be played through with one plan and one expert.</summary>
    public static readonly BatchSettings SmallSettings = FirstBatch.Settings with
    {
        MinSeats = 1,
        SheetsPerPlan = 1,
    };

    /// <summary>Everything a record shows, so that a refused act can be seen to have changed nothing.</summary>
    public static string Snapshot(object record) =>
        JsonSerializer.Serialize(record, record.GetType());

    public static Batch Batch(
        BatchStage stage = BatchStage.Open,
        BatchSettings? settings = null,
        DateTimeOffset? announcedAt = null
    )
    {
        var batch = Domain.Batches.Batch.Create(settings ?? FirstBatch.Settings, Now).Value;
        Func<Result>[] steps =
        [
            () => batch.Open(Now),
            () => batch.CloseForwarding(batch.Forwarding.At, batch.Forwarding.At),
            batch.ConcludeAppraisal,
            batch.Decide,
            () => batch.Announce(announcedAt ?? PublishBy.AddDays(-1)),
            () => batch.Launch(PilotsStart),
            () => batch.Conclude(PilotsEnd),
        ];
        foreach (var step in steps.Take((int)stage - (int)BatchStage.Preparing))
        {
            Assert.Null(step().Refusal);
        }

        Assert.Equal(stage, batch.Stage);
        return batch;
    }

    public static Organization Organization(
        string provinceCode = ProvinceCode,
        int number = 1,
        DivisionLevel level = DivisionLevel.Prefecture
    )
    {
        var code = $"{provinceCode[..2]}{number:00}00";
        var division =
            level == DivisionLevel.Province
                ? Division.Create(provinceCode, "示例省", level, null)
                : Division.Create(code, $"示例{number}市", level, provinceCode);
        return Domain
            .Organizations.Organization.Of(division, $"{division.Name}人民政府", Now)
            .Value;
    }

    public static ProvincialCall Call(Batch batch, string provinceCode = ProvinceCode) =>
        ProvincialCall.Begin(batch, Guid.NewGuid(), provinceCode, Now);

    /// <summary>An application with a complete plan, in the given status.</summary>
    public static Application Application(
        ApplicationStatus status = ApplicationStatus.Draft,
        Batch? batch = null,
        string provinceCode = ProvinceCode,
        int number = 1,
        int place = 1
    )
    {
        var open = batch is { Stage: BatchStage.Open } ? batch : Batch();
        var application = Domain
            .Applications.Application.Start(
                open,
                Organization(provinceCode, number),
                Deadline,
                PilotsNearby.None,
                Now
            )
            .Value;
        Assert.Null(application.Edit(CompletePlan(), open, "起草人（示例）", Now).Refusal);
        Lead(application, open, status, place);
        Assert.Equal(status, application.Status);
        return application;
    }

    /// <summary>Appraised applications at the given places, in that order.</summary>
    public static List<Application> Appraised(params IEnumerable<int> places) =>
        [
            .. places.Select(
                (place, i) => Application(ApplicationStatus.Appraised, number: i + 1, place: place)
            ),
        ];

    public static Measure Measure(SubTask subTask = SubTask.RulesAndGuidelines) =>
        new()
        {
            Id = Guid.NewGuid(),
            Title = "示例举措",
            SubTask = subTask,
            Innovation = "示例创新点",
            ResponsibleUnit = "示例市市场监管局",
            StartMonth = new DateOnly(2022, 7, 1),
            FinishMonth = new DateOnly(2025, 6, 1),
            Deliverable = "示例成果",
            Target = "示例目标",
        };

    public static SupportLine Support(
        int year = 2023,
        GovernmentLevel level = GovernmentLevel.City
    ) =>
        new()
        {
            Level = level,
            Year = year,
            Staff = 5,
            Funding = 100.5m,
            Facilities = "示例场所",
        };

    public static WorkPlan CompletePlan() =>
        new()
        {
            Foundation = "示例基础",
            Advantages = "示例优势",
            Approach = "示例思路",
            Phasing = "示例阶段",
            Measures = [Measure(), Measure(SubTask.Training)],
            Leadership = "示例领导",
            Safeguards = "示例机制",
            Support = [Support()],
        };

    public static Expert Expert(string? provinceCode = OtherProvinceCode) =>
        Domain
            .Appraisals.Expert.Join(
                Guid.NewGuid(),
                "专家（示例）",
                "示例单位",
                "示例专业",
                provinceCode,
                Now
            )
            .Value;

    public static Dictionary<string, int> Scores(int points = 80) =>
        FirstBatch.Settings.Criteria.ToDictionary(c => c.Code, _ => points);

    /// <summary>A sheet for a forwarded application of a batch that is being appraised.</summary>
    public static ScoreSheet Sheet(
        Batch batch,
        Application application,
        ScoreSheetStatus status = ScoreSheetStatus.Assigned,
        int points = 80
    )
    {
        var sheet = ScoreSheet.Assign(batch, application, Expert(), Now).Value;
        if (status == ScoreSheetStatus.Recused)
        {
            Assert.Null(sheet.Recuse("示例理由").Refusal);
        }
        else if (status == ScoreSheetStatus.Released)
        {
            Assert.Null(sheet.Release(batch, "示例理由").Refusal);
        }
        else if (status > ScoreSheetStatus.Assigned)
        {
            Assert.Null(sheet.Accept().Refusal);
            Assert.Null(sheet.Save(batch, Scores(points), "示例评语", Now).Refusal);
        }

        if (status == ScoreSheetStatus.Submitted)
        {
            Assert.Null(sheet.Submit(batch, Now).Refusal);
        }

        return sheet;
    }

    /// <summary>A pilot of the first batch, launched on its first day.</summary>
    public static Pilot Pilot(Batch batch)
    {
        var application = Application(ApplicationStatus.Selected);
        application.Announce(PublishBy.AddDays(-1));
        return Domain.Pilots.Pilot.Launch(batch, application, application.Plan, PilotsStart);
    }

    /// <summary>The first report of a pilot: filing opens 2022-12-01, due 2022-12-31.</summary>
    public static ReportObligation Report(
        ReportStatus status = ReportStatus.NotDue,
        int ordinal = 1
    )
    {
        var batch = Batch(BatchStage.Running);
        var report = ReportObligation.Of(Pilot(batch), batch, PilotsStart)[ordinal - 1];
        Assert.Null(report.Edit(CompleteReport(), "起草人（示例）", PilotsStart).Refusal);
        Func<Refusal?>[] steps = status switch
        {
            ReportStatus.NotDue => [],
            ReportStatus.Due => [() => report.FallDue(report.OpensAt).Refusal],
            ReportStatus.Missing => [() => report.GoMissing(report.DueAt).Refusal],
            ReportStatus.Filed => [File],
            ReportStatus.Supplement =>
            [
                File,
                () => report.RequestSupplement(Addressee.National, "示例", report.DueAt).Refusal,
            ],
            _ =>
            [
                File,
                () => report.Acknowledge(Addressee.National, report.DueAt).Refusal,
                () => report.Acknowledge(Addressee.Provincial, report.DueAt).Refusal,
            ],
        };
        foreach (var step in steps)
        {
            Assert.Null(step());
        }

        Assert.Equal(status, report.Status);
        return report;

        Refusal? File() => report.File("审定人（示例）", report.OpensAt).Refusal;
    }

    public static ReportContent CompleteReport() =>
        new()
        {
            Summary = "示例进展",
            NextSteps = "示例下一步",
            Areas = new Dictionary<TaskArea, string> { [TaskArea.Enforcement] = "示例" },
            Figures = Indicators.All.ToDictionary(i => i.Code, _ => new Figure(0, 0)),
        };

    private static void Lead(
        Application application,
        Batch batch,
        ApplicationStatus status,
        int place
    )
    {
        if (status == ApplicationStatus.Draft)
        {
            return;
        }

        if (status == ApplicationStatus.Lapsed)
        {
            Assert.Null(application.Lapse(Deadline, Deadline.At).Refusal);
            return;
        }

        if (status == ApplicationStatus.Withdrawn)
        {
            Assert.Null(application.Withdraw("示例理由").Refusal);
            return;
        }

        Assert.Null(application.Submit(batch, Deadline, "审定人（示例）", Now).Refusal);
        switch (status)
        {
            case ApplicationStatus.Submitted:
                return;
            case ApplicationStatus.Returned:
                Assert.Null(application.Return(Deadline, "示例理由", [], Now).Refusal);
                return;
            case ApplicationStatus.Declined:
                Assert.Null(application.Decline("示例理由").Refusal);
                return;
        }

        Assert.Null(application.Recommend(Deadline, Now).Refusal);
        if (status >= ApplicationStatus.Forwarded)
        {
            application.Forward(1, Now);
        }

        if (status >= ApplicationStatus.Appraised)
        {
            application.Appraise(10_000 - place, place);
        }

        if (status >= ApplicationStatus.Selected)
        {
            application.ApplyDecision(status == ApplicationStatus.Selected);
        }
    }
}
