using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Selections;

namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>遴选、决定、公布.</summary>
internal sealed class SelectionScene(Play play)
{
    /// <summary>Regions the rehearsal selects when there are enough.</summary>
    public const int Wanted = 20;

    private static readonly DateOnly Drafted = new(2022, 6, 15);
    private static readonly DateOnly Decided = new(2022, 6, 20);
    private static readonly DateOnly Published = new(2022, 6, 28);

    private int _version;

    public void Prepare()
    {
        play.Agenda.At(play.OfficeHour(Drafted), DraftAsync);
        play.Agenda.At(
            play.OfficeHour(Decided),
            () =>
                play.MustAsync(
                    play.Cast.Lead,
                    "decide",
                    (DecideSelection act) =>
                        act.ExecuteAsync(new(play.BatchId, _version, "示例决〔2022〕1号"), default)
                )
        );
        play.Agenda.At(
            play.OfficeHour(Published),
            () =>
                play.MustAsync(
                    play.Cast.Lead,
                    "publish",
                    (PublishAnnouncement act) =>
                        act.ExecuteAsync(
                            new(play.BatchId, "示例〔2022〕1号", Seen.Present),
                            default
                        )
                )
        );
    }

    private async Task DraftAsync()
    {
        var view = await play.MustAsync(
            play.Cast.WorkingGroup,
            "read the ranking",
            (GetSelection act) => act.ExecuteAsync(new(play.BatchId), default)
        );
        var rows = view.Rows.OrderBy(r => r.Place).ThenBy(r => r.ApplicationId).ToList();
        var selected = rows.Take(Wanted).Select(r => r.ApplicationId).ToHashSet();
        if (selected.Count < view.Batch.MinSeats)
        {
            await play.MustAsync(
                play.Cast.Lead,
                "amend seats",
                (AmendSeats act) =>
                    act.ExecuteAsync(
                        new(
                            play.BatchId,
                            1,
                            view.Batch.MaxSeats,
                            "（示例）本次演练申报数量少。",
                            Seen.Present
                        ),
                        default
                    )
            );
        }

        var saved = await play.MustAsync(
            play.Cast.WorkingGroup,
            "save the draft",
            (SaveSelection act) =>
                act.ExecuteAsync(
                    new(
                        play.BatchId,
                        [
                            .. rows.Select(r => new SaveSelection.Choice(
                                r.ApplicationId,
                                selected.Contains(r.ApplicationId),
                                null
                            )),
                        ],
                        null
                    ),
                    default
                )
        );
        var proposed = await play.MustAsync(
            play.Cast.WorkingGroup,
            "propose",
            (ProposeSelection act) => act.ExecuteAsync(new(play.BatchId, saved.Version), default)
        );
        _version = proposed.Version;
    }
}
