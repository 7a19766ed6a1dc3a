using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Tests.Inbox;

/// <summary>Nobody is given a task that cannot succeed: the record behind each line permits its act at that moment.</summary>
public sealed class TaskPermittedTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task EveryTask_OfEveryAccount_IsPermitted(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var wrong = new List<string>();
        var kinds = new HashSet<TaskKind>();
        await TryAsync(world, "as built", wrong, kinds);

        await ForwardAsync(world);
        await TryAsync(world, "letter sent", wrong, kinds);
        await world.Portal.AsJobAsync(DeadlineSweep.Job, (DeadlineSweep u) => u.ExecuteAsync(Ct));
        await TryAsync(world, "letter sent, swept", wrong, kinds);
        foreach (var days in new[] { 20, 60, 200, 900, 1500 })
        {
            world.Portal.Clock.Set(WorldBuilder.Now.AddDays(days));
            await world.Portal.AsJobAsync(
                DeadlineSweep.Job,
                (DeadlineSweep u) => u.ExecuteAsync(Ct)
            );
            await TryAsync(world, $"after {days} days", wrong, kinds);
        }

        Findings.None(wrong);
        Assert.Superset(
            new HashSet<TaskKind>
            {
                TaskKind.SubmitPlan,
                TaskKind.RevisePlan,
                TaskKind.ReviewPlan,
                TaskKind.ForwardLetter,
                TaskKind.ScorePlan,
                TaskKind.WriteReport,
                TaskKind.AcknowledgeReport,
            },
            kinds
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Forwarded_WhatStayedBehind_IsClosedWithTheReason(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var letter = await ForwardAsync(world);
        await world.Portal.AsJobAsync(DeadlineSweep.Job, (DeadlineSweep u) => u.ExecuteAsync(Ct));

        // Drafted, submitted and returned: none of them was recommended in time.
        foreach (var region in new[] { 0, 1, 2 })
        {
            var id = world.Cast.Application(world.Cast.Open, world.Cast.A[region]);
            var read = await world.MustAsync(
                world.Cast.A[region].Approver,
                (GetApplication u) => u.ExecuteAsync(new(id), Ct)
            );
            Assert.Equal(ApplicationStatus.Lapsed, read.Status);
            Assert.True(read.IsLeftOut);
            Assert.Contains(letter, read.Reason, StringComparison.Ordinal);
            Assert.Contains("未列入本次上报", read.Reason, StringComparison.Ordinal);
            Assert.Empty(read.Acts);
            var extended = await world.AsAsync(
                world.Cast.ProvinceA.Approver,
                (ExtendApplication u) =>
                    u.ExecuteAsync(new(id, new(2022, 12, 30), "（示例）", Seen.Present), Ct)
            );
            Assert.NotNull(extended.Refusal);
        }

        var begun = await world.AsAsync(
            world.Cast.A[5].Drafter,
            (StartApplication u) => u.ExecuteAsync(new(world.Cast.Open), Ct)
        );
        Assert.Equal("Application.ProvinceForwarded", begun.Refusal?.Code);
    }

    private static async Task<string> ForwardAsync(World world)
    {
        const string letter = "示例函〔2022〕9号";
        var approver = world.Cast.ProvinceA.Approver;
        var read = await world.MustAsync(
            approver,
            (GetProvincialCall u) => u.ExecuteAsync(new(world.Cast.Open), Ct)
        );
        var seen = read.Seen;
        if (read.Recommended.All(r => r.Rank is null))
        {
            seen = await world.MustAsync(
                approver,
                (RankApplications u) =>
                    u.ExecuteAsync(
                        new(
                            world.Cast.Open,
                            [.. read.Recommended.Select(r => r.ApplicationId)],
                            seen
                        ),
                        Ct
                    )
            );
        }

        await world.MustAsync(
            approver,
            (ForwardApplications u) => u.ExecuteAsync(new(world.Cast.Open, letter, seen), Ct)
        );
        return letter;
    }

    private static async Task TryAsync(
        World world,
        string when,
        List<string> wrong,
        HashSet<TaskKind> kinds
    )
    {
        foreach (var (name, account) in Accounts(world.Cast))
        {
            var view = await world.AsAsync(account, (ListTasks u) => u.ExecuteAsync(Ct));
            foreach (var task in view.Tasks)
            {
                kinds.Add(task.Kind);
                if (await WhyNotAsync(world, account, task) is { } why)
                {
                    wrong.Add($"{when}, {name}: {task.Kind} {task.Link}: {why}");
                }
            }
        }
    }

    private static IEnumerable<(string Name, Guid Account)> Accounts(Cast cast) =>
        [
            .. cast
                .A.Concat(cast.B)
                .SelectMany(g => new[] { ("drafter", g.Drafter), ("local approver", g.Approver) }),
            ("reviewer", cast.ProvinceA.Reviewer),
            ("approver", cast.ProvinceA.Approver),
            ("working group", cast.WorkingGroup),
            ("lead", cast.Lead),
            .. cast.Experts.Select(e => ("expert", e)),
        ];

    /// <summary>Null when the record permits the task's act now.</summary>
    private static async Task<string?> WhyNotAsync(World world, Guid account, TaskItem task)
    {
        var id = Guid.TryParse(
            task.Link.Split('?')[0].Split('/').Skip(2).FirstOrDefault(),
            out var found
        )
            ? found
            : Guid.Empty;
        switch (task.Kind)
        {
            case TaskKind.CompletePlan or TaskKind.RevisePlan or TaskKind.SubmitPlan:
                var plan = await world.MustAsync(
                    account,
                    (GetApplication u) => u.ExecuteAsync(new(id), Ct)
                );
                return !plan.Acts.Contains(ApplicationAct.Edit) ? "no edit"
                    : plan.Submission.HasPassed(world.Portal.Clock.GetUtcNow()) ? "too late"
                    : task.Kind == TaskKind.SubmitPlan && !plan.Acts.Contains(ApplicationAct.Submit)
                        ? "no submit"
                    : null;
            case TaskKind.ReviewPlan:
                var review = await world.MustAsync(
                    account,
                    (GetReview u) => u.ExecuteAsync(new(id), Ct)
                );
                return review.Acts.Contains(ApplicationAct.Recommend) ? null : "no recommend";
            case TaskKind.RankPlans or TaskKind.ForwardLetter or TaskKind.SetDeadline:
                var batch = BatchKey.Parse(task.Link.Split("batch=").ElementAtOrDefault(1));
                var call = await world.MustAsync(
                    account,
                    (GetProvincialCall u) => u.ExecuteAsync(new(batch), Ct)
                );
                var act = task.Kind switch
                {
                    TaskKind.RankPlans => ProvincialCallAct.Rank,
                    TaskKind.ForwardLetter => ProvincialCallAct.Forward,
                    _ => ProvincialCallAct.SetDeadline,
                };
                return call.Acts.Contains(act) ? null : $"no {act}";
            case TaskKind.RespondToAssignment or TaskKind.ScorePlan when id != Guid.Empty:
                var sheet = await world.MustAsync(
                    account,
                    (GetScoreSheet u) => u.ExecuteAsync(new(id), Ct)
                );
                return sheet.Acts.Contains(
                    task.Kind == TaskKind.ScorePlan ? ScoreSheetAct.Score : ScoreSheetAct.Accept
                )
                    ? null
                    : $"no act in {sheet.Status}";
            case TaskKind.WriteReport or TaskKind.FileReport or TaskKind.SupplementReport:
                var report = await world.MustAsync(
                    account,
                    (GetReport u) => u.ExecuteAsync(new(id), Ct)
                );
                return report.Acts.Contains(
                    task.Kind == TaskKind.FileReport ? ReportAct.File : ReportAct.Edit
                )
                    ? null
                    : $"no act in {report.Status}";
            case TaskKind.AcknowledgeReport when id != Guid.Empty:
                var filed = await world.MustAsync(
                    account,
                    (GetReport u) => u.ExecuteAsync(new(id), Ct)
                );
                return filed.Acts.Contains(ReportAct.Acknowledge) ? null : "no acknowledge";
            default:
                return null;
        }
    }
}
