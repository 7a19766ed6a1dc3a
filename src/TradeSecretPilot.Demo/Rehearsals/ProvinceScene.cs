using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.ProvincialReviews;

namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>One province: its own deadline, its ranking and its letter.</summary>
internal sealed class ProvinceScene(
    Play play,
    SeedSample.Regulator regulator,
    Deadline forwarding,
    bool isLate
)
{
    /// <summary>The best of a province go up, not all.</summary>
    private const int MostForwarded = 4;

    private static readonly DateOnly OwnDeadlineSet = new(2022, 3, 3);
    private static readonly DateOnly FirstForwarding = new(2022, 5, 10);

    /// <summary>The own deadline that half of the provinces set.</summary>
    public static DateOnly OwnDeadline { get; } = new(2022, 5, 8);

    public void Prepare(bool setsOwnDeadline, DateTimeOffset openedAt)
    {
        if (setsOwnDeadline)
        {
            play.Agenda.At(
                play.OfficeHour(OwnDeadlineSet),
                () =>
                    play.MustAsync(
                        regulator.Approver,
                        "own deadline",
                        (SetSubmissionDeadline act) =>
                            act.ExecuteAsync(new(play.BatchId, OwnDeadline, Seen.Present), default)
                    )
            );
        }

        if (isLate)
        {
            // Exactly at the deadline, and one second after it.
            play.Agenda.At(forwarding.At, ForwardLateAsync);
            play.Agenda.At(forwarding.At.AddSeconds(1), ForwardLateAsync);
            play.Agenda.At(forwarding.At, () => CloseBook(openedAt, forwarding.At));
            return;
        }

        var forwardAt = play.OfficeHour(FirstForwarding.AddDays(play.Random.Next(0, 5)));
        play.Agenda.At(forwardAt, () => ForwardAsync(openedAt));
    }

    private async Task ForwardAsync(DateTimeOffset openedAt)
    {
        var order = await RankAsync();
        if (order.Count == 0)
        {
            play.Agenda.At(forwarding.At, () => CloseBook(openedAt, forwarding.At));
            return;
        }

        var recommended = (await ReadAsync()).Recommended.Count;
        var sent = await play.MustAsync(
            regulator.Approver,
            "forward",
            (ForwardApplications act) =>
                act.ExecuteAsync(
                    new(
                        play.BatchId,
                        $"示例市监〔2022〕{regulator.ProvinceCode[..2]}号",
                        Seen.Present
                    ),
                    default
                )
        );
        play.Ledger.Forwarded += sent.Forwarded;
        play.Ledger.Lapsed += recommended - order.Count;
        play.LettersAt[regulator.ProvinceCode] = play.Stage.Clock.GetUtcNow();
        await CloseBook(openedAt, play.Stage.Clock.GetUtcNow());
    }

    private async Task ForwardLateAsync()
    {
        await RankAsync();
        play.Ledger.LateAttempted++;
        var result = await play.Stage.AsAsync(
            regulator.Approver,
            (ForwardApplications act) =>
                act.ExecuteAsync(new(play.BatchId, "示例市监〔2022〕迟1号", Seen.Present), default)
        );
        play.Ledger.LateRefused += result.Refusal is null ? 0 : 1;
        var call = await ReadAsync();
        play.Ledger.Check(
            call.ForwardedAt is null && call.LetterNumber is null,
            $"A late letter changed the call of {call.ProvinceName}."
        );
    }

    private async Task<IReadOnlyList<Guid>> RankAsync()
    {
        var call = await ReadAsync();
        Guid[] order =
        [
            .. call
                .Recommended.Select(r => r.ApplicationId)
                .OrderBy(_ => play.Random.Next())
                .Take(MostForwarded),
        ];
        await play.MustAsync(
            regulator.Reviewer,
            "rank",
            (RankApplications act) =>
                act.ExecuteAsync(new(play.BatchId, order, Seen.Present), default)
        );
        return order;
    }

    private Task<GetProvincialCall.View> ReadAsync() =>
        play.MustAsync(
            regulator.Reviewer,
            "read the call",
            (GetProvincialCall act) => act.ExecuteAsync(new(play.BatchId), default)
        );

    private Task CloseBook(DateTimeOffset from, DateTimeOffset to)
    {
        play.Ledger.StoodOpen(forwarding.At, from, to);
        return Task.CompletedTask;
    }
}
