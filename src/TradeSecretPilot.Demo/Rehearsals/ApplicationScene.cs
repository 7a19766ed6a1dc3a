using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.ProvincialReviews;

namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>What becomes of one application.</summary>
internal enum Fate
{
    Recommended,
    ReturnedOnce,
    Declined,
    Withdrawn,
    NeverSubmitted,
    ReturnedAndForgotten,
    OneSecondLate,
}

/// <summary>One local government's application, from the first draft to its province's conclusion.</summary>
internal sealed class ApplicationScene(
    Play play,
    SeedSample.Government government,
    Fate fate,
    DateTimeOffset deadline
)
{
    private static readonly DateOnly FirstStart = new(2022, 3, 5);
    private static readonly Dictionary<ReviewCheck, ReviewFinding> AllConform =
        Enum.GetValues<ReviewCheck>().ToDictionary(check => check, _ => ReviewFinding.Conforms);

    private static readonly ReturnComment[] Comments =
    [
        new("measure-1", "“加强联动、提高效率”无法核验，请写明文件、频次和时限。"),
        new("support", "请按层级和年度分列资金。"),
    ];

    private Guid _id;
    private int _version;
    private WorkPlan _plan = WorkPlan.Empty;
    private DateTimeOffset _openSince;
    private bool _submittedBefore;

    private SeedSample.Regulator Regulator => play.Cast.Regulators[government.ProvinceCode];

    public void Prepare()
    {
        var started = FirstStart.AddDays(play.Random.Next(0, 31));
        var startAt = play.OfficeHour(started);
        play.Agenda.At(startAt, StartAsync);
        play.Agenda.At(
            startAt.AddHours(1),
            () => SaveAsync(play.Plans.Unfinished(government.RegionName))
        );
        if (fate == Fate.NeverSubmitted)
        {
            ForgetAt(deadline);
            return;
        }

        var submitted = started.AddDays(play.Random.Next(4, 16));
        var submitAt = play.OfficeHour(submitted);
        play.Agenda.At(submitAt.AddHours(-1), CompleteAsync);
        if (fate == Fate.OneSecondLate)
        {
            play.Agenda.At(deadline.AddSeconds(1), SubmitLateAsync);
            ForgetAt(deadline);
            return;
        }

        play.Agenda.At(submitAt, SubmitAsync);
        Review(submitted);
    }

    private void Review(DateOnly submitted)
    {
        var reviewed = submitted.AddDays(play.Random.Next(2, 7));
        var reviewAt = play.OfficeHour(reviewed);
        switch (fate)
        {
            case Fate.ReturnedOnce:
                var mended = reviewed.AddDays(play.Random.Next(2, 7));
                var resubmitAt = play.OfficeHour(mended);
                play.Agenda.At(reviewAt, ReturnAsync);
                play.Agenda.At(resubmitAt.AddHours(-1), MendAsync);
                play.Agenda.At(resubmitAt, SubmitAsync);
                play.Agenda.At(play.OfficeHour(mended.AddDays(2)), RecommendAsync);
                break;
            case Fate.ReturnedAndForgotten:
                play.Agenda.At(reviewAt, ReturnAsync);
                ForgetAt(deadline);
                break;
            case Fate.Declined:
                play.Agenda.At(reviewAt, DeclineAsync);
                break;
            case Fate.Withdrawn:
                play.Agenda.At(reviewAt, WithdrawAsync);
                break;
            default:
                play.Agenda.At(reviewAt, RecommendAsync);
                break;
        }
    }

    private async Task StartAsync()
    {
        _id = await play.MustAsync(
            government.Drafter,
            "start",
            (StartApplication act) => act.ExecuteAsync(new(play.BatchId), default)
        );
        _openSince = play.Stage.Clock.GetUtcNow();
        play.Ledger.Created++;
    }

    private async Task CompleteAsync() =>
        await SaveAsync(
            play.Plans.Complete(government.RegionName) with
            {
                Attachments = await AttachAsync(),
            }
        );

    private async Task<IReadOnlyList<Attachment>> AttachAsync() =>
        play.KeepsFiles
            ?
            [
                await play.MustAsync(
                    government.Drafter,
                    "upload",
                    (UploadFile act) => act.ExecuteAsync(SampleFiles.Rulebook(), default)
                ),
            ]
            : [];

    private async Task SaveAsync(WorkPlan plan)
    {
        var saved = await play.MustAsync(
            government.Drafter,
            "save",
            (SaveWorkPlan act) => act.ExecuteAsync(new(_id, _version, plan), default)
        );
        (_version, _plan) = (saved.Version, plan);
    }

    private async Task SubmitAsync()
    {
        await play.MustAsync(
            government.Approver,
            "submit",
            (SubmitApplication act) => act.ExecuteAsync(new(_id, _version), default)
        );
        play.Ledger.StoodOpen(deadline, _openSince, play.Stage.Clock.GetUtcNow());
        play.Ledger.Submitted += _submittedBefore ? 0 : 1;
        _submittedBefore = true;
    }

    private async Task SubmitLateAsync()
    {
        play.Ledger.LateAttempted++;
        var before = await ReadAsync();
        var result = await play.Stage.AsAsync(
            government.Approver,
            (SubmitApplication act) => act.ExecuteAsync(new(_id, _version), default)
        );
        var after = await ReadAsync();
        play.Ledger.LateRefused += result.Refusal is null ? 0 : 1;
        play.Ledger.Check(
            before.Status == after.Status && before.Version == after.Version,
            $"A submission one second late changed {government.RegionName}."
        );
    }

    private Task<GetApplication.View> ReadAsync() =>
        play.MustAsync(
            government.Approver,
            "read",
            (GetApplication act) => act.ExecuteAsync(new(_id), default)
        );

    private async Task ReturnAsync()
    {
        await play.MustAsync(
            Regulator.Reviewer,
            "save the review",
            (SaveReview act) =>
                act.ExecuteAsync(new(_id, AllConform, "", Comments, Seen.Present), default)
        );
        await play.MustAsync(
            Regulator.Reviewer,
            "return",
            (ReturnApplication act) =>
                act.ExecuteAsync(
                    new(
                        _id,
                        "部分举措的目标无法核验，请写明数量和时限后重新提交。",
                        Comments,
                        Seen.Present
                    ),
                    default
                )
        );
        _version = (await ReadAsync()).Version;
        _openSince = play.Stage.Clock.GetUtcNow();
        play.Ledger.Returned++;
    }

    /// <summary>Mends the plan and ticks the comments off.</summary>
    private async Task MendAsync()
    {
        await SaveAsync(play.Plans.Mended(_plan));
        foreach (var comment in (await ReadAsync()).Comments)
        {
            await play.MustAsync(
                government.Drafter,
                "handle a comment",
                (HandleComment act) =>
                    act.ExecuteAsync(new(_id, comment.VersionNumber, comment.Number), default)
            );
        }
    }

    private async Task RecommendAsync() =>
        await play.MustAsync(
            Regulator.Reviewer,
            "recommend",
            (RecommendApplication act) =>
                act.ExecuteAsync(
                    new(
                        _id,
                        AllConform,
                        "（示例）方案基础扎实，目标可以核验，建议推荐。",
                        Seen.Present
                    ),
                    default
                )
        );

    private async Task DeclineAsync()
    {
        await play.MustAsync(
            Regulator.Approver,
            "decline",
            (DeclineApplication act) =>
                act.ExecuteAsync(
                    new(
                        _id,
                        "（示例）工作基础较弱，举措与本地产业关联不足，建议下一批次再行申报。",
                        Seen.Present
                    ),
                    default
                )
        );
        play.Ledger.Declined++;
    }

    private async Task WithdrawAsync()
    {
        await play.MustAsync(
            government.Approver,
            "withdraw",
            (WithdrawApplication act) =>
                act.ExecuteAsync(
                    new(_id, "（示例）因机构职能调整，暂不申报。", Seen.Present),
                    default
                )
        );
        play.Ledger.Withdrawn++;
    }

    private void ForgetAt(DateTimeOffset instant) =>
        play.Agenda.At(
            instant,
            () =>
            {
                // The province's letter closes it before its deadline: with the letter what the province had seen, by the sweep the rest.
                var letter = play.LettersAt.GetValueOrDefault(government.ProvinceCode, instant);
                var isWithLetter = letter < instant && _submittedBefore;
                play.Ledger.StoodOpen(deadline, _openSince, letter < instant ? letter : instant);
                play.Ledger.FallsDue(isWithLetter ? 0 : 1);
                play.Ledger.Lapsed++;
                return Task.CompletedTask;
            }
        );
}
