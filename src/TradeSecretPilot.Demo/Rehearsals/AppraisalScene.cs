using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>评估论证: panel, assignment, recusals, an expert who never answers, and scores.</summary>
internal sealed class AppraisalScene(Play play)
{
    private static readonly DateOnly Convened = new(2022, 5, 17);
    public static readonly DateOnly ScoresDue = new(2022, 6, 10);
    private static readonly DateOnly FirstReading = new(2022, 5, 18);
    private static readonly DateOnly Replacements = new(2022, 6, 6);
    private static readonly DateOnly Concluded = new(2022, 6, 12);

    private int _recused;
    private int _openSheets;
    private DateTimeOffset _openSince;

    /// <summary>Never opens the portal: the plans are taken back and go to others.</summary>
    private Guid Silent => play.Cast.Experts[^1];

    public void Prepare()
    {
        play.Agenda.At(play.OfficeHour(Convened), ConveneAsync);
        foreach (var expert in play.Cast.Experts.Where(e => e != Silent))
        {
            play.Agenda.At(
                play.OfficeHour(FirstReading.AddDays(play.Random.Next(0, 18))),
                () => ScoreAllAsync(expert, mayRecuse: true)
            );
            play.Agenda.At(
                play.OfficeHour(Replacements.AddDays(1 + play.Random.Next(0, 3))),
                () => ScoreAllAsync(expert, mayRecuse: false)
            );
        }

        play.Agenda.At(play.OfficeHour(Replacements), ReplaceAsync);
        play.Agenda.At(play.OfficeHour(Concluded), ConcludeAsync);
    }

    private async Task ConveneAsync()
    {
        await SeatAsync(play.Cast.Experts);
        await AssignAsync();
    }

    private Task SeatAsync(IReadOnlyList<Guid> experts) =>
        play.MustAsync(
            play.Cast.WorkingGroup,
            "set the panel",
            (SetPanelMembers act) =>
                act.ExecuteAsync(new(play.BatchId, experts, ScoresDue, Seen.Present), default)
        );

    private async Task ReplaceAsync()
    {
        var board = await play.MustAsync(
            play.Cast.WorkingGroup,
            "read the board",
            (GetAppraisalBoard act) => act.ExecuteAsync(new(play.BatchId), default)
        );
        var unanswered = board
            .Rows.SelectMany(r => r.Experts)
            .Where(e => e.ExpertId == Silent)
            .ToList();
        play.Ledger.Check(
            unanswered.TrueForAll(e => e.MayRelease),
            "A plan that nobody scored cannot be taken back."
        );
        if (unanswered.Count > 0)
        {
            await play.MustAsync(
                play.Cast.WorkingGroup,
                "release",
                (ReleaseAssignments act) =>
                    act.ExecuteAsync(
                        new(
                            [.. unanswered.Select(e => e.SheetId)],
                            "（示例）多次联系未回复，另派专家。",
                            Seen.Present
                        ),
                        default
                    )
            );
            play.Ledger.Released += unanswered.Count;
            CloseSheets(unanswered.Count);
        }

        await SeatAsync([.. play.Cast.Experts.Where(e => e != Silent)]);
        await AssignAsync();
    }

    private async Task AssignAsync()
    {
        var assigned = await play.MustAsync(
            play.Cast.WorkingGroup,
            "assign",
            (AssignExperts act) => act.ExecuteAsync(new(play.BatchId, Seen.Present), default)
        );
        play.Ledger.Check(assigned.Shortfalls.Count == 0, "The panel could not cover every plan.");
        _openSince = _openSheets == 0 ? play.Stage.Clock.GetUtcNow() : _openSince;
        _openSheets += assigned.Sheets;
    }

    /// <summary>The panel's day is a matter as long as one sheet is open.</summary>
    private void CloseSheets(int count)
    {
        _openSheets -= count;
        if (_openSheets == 0 && count > 0)
        {
            play.Ledger.StoodOpen(
                BeijingTime.EndOf(ScoresDue),
                _openSince,
                play.Stage.Clock.GetUtcNow(),
                staysOpen: true
            );
        }
    }

    private async Task ScoreAllAsync(Guid expert, bool mayRecuse)
    {
        for (var page = 1; ; page++)
        {
            var mine = await play.Stage.AsAsync(
                expert,
                (ListMyAssignments act) =>
                    act.ExecuteAsync(
                        new ListMyAssignments.Input { Paging = new Paging(page, Paging.MaxSize) },
                        default
                    )
            );
            foreach (var sheet in mine.Items.Where(s => s.Status == ScoreSheetStatus.Assigned))
            {
                await ScoreAsync(expert, sheet.SheetId, mayRecuse);
            }

            if (page * Paging.MaxSize >= mine.Total)
            {
                return;
            }
        }
    }

    private async Task ScoreAsync(Guid expert, Guid sheetId, bool mayRecuse)
    {
        if (mayRecuse && (_recused == 0 || play.Random.Next(25) == 0))
        {
            await play.MustAsync(
                expert,
                "recuse",
                (RecuseFromAssignment act) =>
                    act.ExecuteAsync(
                        new(sheetId, "（示例）曾为该地区提供咨询服务。", Seen.Present),
                        default
                    )
            );
            _recused++;
            CloseSheets(1);
            return;
        }

        await play.MustAsync(
            expert,
            "accept",
            (AcceptAssignment act) => act.ExecuteAsync(new(sheetId, Seen.Present), default)
        );
        var sheet = await play.MustAsync(
            expert,
            "read the plan",
            (GetScoreSheet act) => act.ExecuteAsync(new(sheetId), default)
        );
        // Plans differ more than experts do.
        var level = 62 + (Math.Abs(sheet.RegionName.Sum(c => c) * 7919) % 30);
        var scores = FirstBatch.Settings.Criteria.ToDictionary(
            c => c.Code,
            _ => Math.Clamp(level + play.Random.Next(-6, 9), 0, Criterion.MaxScore)
        );
        var saved = await play.MustAsync(
            expert,
            "save scores",
            (SaveScoreSheet act) =>
                act.ExecuteAsync(
                    new(sheetId, sheet.Version, scores, "（示例）思路清晰，举措可行。"),
                    default
                )
        );
        await play.MustAsync(
            expert,
            "submit scores",
            (SubmitScoreSheet act) => act.ExecuteAsync(new(sheetId, saved.Version), default)
        );
        CloseSheets(1);
    }

    private async Task ConcludeAsync()
    {
        await play.MustAsync(
            play.Cast.WorkingGroup,
            "open the panel",
            (OpenPanel act) => act.ExecuteAsync(new(play.BatchId, Seen.Present), default)
        );
        await play.MustAsync(
            play.Cast.WorkingGroup,
            "conclude",
            (ConcludeAppraisal act) => act.ExecuteAsync(new(play.BatchId, Seen.Present), default)
        );
    }
}
