using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;

namespace TradeSecretPilot.Domain.Tests.Applications;

public sealed class ApplicationLifecycleTests
{
    public static TheoryData<ApplicationStatus, ApplicationAct> Pairs { get; } =
        new MatrixTheoryData<ApplicationStatus, ApplicationAct>(
            Enum.GetValues<ApplicationStatus>(),
            Enum.GetValues<ApplicationAct>()
        );

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_EveryStatus_FollowsTheTable(ApplicationStatus status, ApplicationAct act)
    {
        var batch = Some.Batch(settings: Some.SmallSettings);
        var application = Some.Application(status, batch);
        var before = Some.Snapshot(application);

        var done = Perform(application, act, batch);

        var next = ApplicationLifecycle.Table.Next(status, act);
        Assert.Equal(next is not null, done);
        if (next is { } expected)
        {
            Assert.Equal(expected, application.Status);
        }
        else
        {
            Assert.Equal(before, Some.Snapshot(application));
        }
    }

    [Theory]
    [InlineData(ApplicationStatus.Declined)]
    [InlineData(ApplicationStatus.Selected)]
    [InlineData(ApplicationStatus.NotSelected)]
    [InlineData(ApplicationStatus.Withdrawn)]
    public void ActsIn_FinalStatus_None(ApplicationStatus status) =>
        Assert.Empty(ApplicationLifecycle.Table.ActsIn(status));

    private static bool Perform(Application application, ApplicationAct act, Batch batch) =>
        act switch
        {
            ApplicationAct.Edit => Done(application.Edit(WorkPlan.Empty, batch, "示例", Some.Now)),
            ApplicationAct.Submit => application
                .Submit(batch, Some.Deadline, "示例", Some.Now)
                .Refusal
                is null,
            ApplicationAct.Return => Done(
                application.Return(Some.Deadline, "示例", [new("foundation", "示例")], Some.Now)
            ),
            ApplicationAct.Decline => Done(application.Decline("示例")),
            ApplicationAct.Recommend => Done(application.Recommend(Some.Deadline, Some.Now)),
            ApplicationAct.Forward => Forward(application, batch),
            ApplicationAct.Appraise => Appraise(application),
            ApplicationAct.Select => ApplyDecision(application, selected: true),
            ApplicationAct.Reject => ApplyDecision(application, selected: false),
            ApplicationAct.Lapse => Done(application.Lapse(Some.Deadline, Some.Forwarding)),
            ApplicationAct.Reinstate => Done(application.Reinstate(Some.Deadline, Some.Now)),
            ApplicationAct.Withdraw => Done(application.Withdraw("示例")),
            ApplicationAct.LeaveOut => Done(application.LeaveOut("示例函〔2022〕1号", Some.Now)),
            ApplicationAct.Extend => Done(
                application.Extend(Some.Forwarding, new Deadline(Some.Now, Some.Now), Some.Deadline)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };

    private static bool Forward(Application application, Batch batch)
    {
        var call = Some.Call(batch);
        return Done(call.Rank([application], [application.Id]))
            && call.Forward(batch, [application], "示例函〔2022〕1号", Some.Now).Refusal is null;
    }

    private static bool Appraise(Application application)
    {
        var batch = Some.Batch(BatchStage.Appraising, Some.SmallSettings);
        if (ScoreSheet.Assign(batch, application, Some.Expert(), Some.Now).Refusal is not null)
        {
            // No sheet can come to be; the act itself is a mistake of the program then.
            Assert.Throws<InvalidOperationException>(() => application.Appraise(8000, 1));
            return false;
        }

        var sheet = Some.Sheet(batch, application, ScoreSheetStatus.Submitted);
        return AppraisalRanking.Conclude(batch, [application], [sheet]).Refusal is null;
    }

    private static bool ApplyDecision(Application application, bool selected)
    {
        if (application.Status != ApplicationStatus.Appraised)
        {
            Assert.Throws<InvalidOperationException>(() => application.ApplyDecision(selected));
            return false;
        }

        var batch = Some.Batch(BatchStage.Selecting, Some.SmallSettings);
        var other = Some.Application(ApplicationStatus.Appraised, number: 2);
        List<Application> appraised = [application, other];
        var selection = Selection.Begin(batch.Id, Some.Now);
        SelectionChoice[] choices =
        [
            new(application.Id, selected, null),
            new(other.Id, Selected: true, null),
        ];
        var standings = Selection.StandingsOf(appraised);
        return Done(selection.Choose(standings, choices, Some.Now))
            && Done(selection.Propose(batch, standings, "示例"))
            && Done(selection.Decide(batch, appraised, "示例〔2022〕1号", "示例", Some.Now));
    }

    private static bool Done(Result result) => result.Refusal is null;
}
