using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.ProgressReports;

namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>The pilots' half-year reports: most in time, some late, some never, with acknowledgements and supplements.</summary>
internal sealed class ReportScene(Play play, DateTimeOffset end)
{
    private static readonly DateOnly FirstDay = new(2022, 7, 1);

    private readonly Dictionary<string, Dictionary<string, decimal>> _cumulative = [];
    private int _ordinal;

    public int Obligations { get; private set; }

    public void Prepare() => play.Agenda.At(play.OfficeHour(FirstDay), PlanAsync);

    private async Task PlanAsync()
    {
        var governments = play.Cast.Governments.ToDictionary(g => g.RegionName);
        for (var page = 1; ; page++)
        {
            var reports = await play.Stage.AsAsync(
                play.Cast.WorkingGroup,
                (ListReports act) =>
                    act.ExecuteAsync(
                        new ListReports.Input
                        {
                            Batch = play.BatchId,
                            Paging = new Paging(page, Paging.MaxSize),
                        },
                        default
                    )
            );
            foreach (var report in reports.Items)
            {
                Obligations++;
                Plan(report, governments[report.RegionName], _ordinal++);
            }

            if (page * Paging.MaxSize >= reports.Total)
            {
                return;
            }
        }
    }

    private void Plan(ListReports.Row report, SeedSample.Government government, int index)
    {
        // The call when the window opens.
        play.Ledger.FallsDue();
        var opensAt = BeijingTime.StartOf(report.DueOn.AddDays(-ReportObligation.OpensDaysBefore));
        var never = index % 31 == 7;
        var late = index % 13 == 3;
        if (never || late)
        {
            play.Ledger.FallsDue();
        }

        if (never)
        {
            play.Ledger.StoodOpen(report.DueAt, opensAt, end, staysOpen: true);
            return;
        }

        var day = late
            ? report.DueOn.AddDays(play.Random.Next(2, 19))
            : report.DueOn.AddDays(-play.Random.Next(0, 25));
        var fileAt = play.OfficeHour(day);
        play.Ledger.StoodOpen(report.DueAt, opensAt, fileAt, staysOpen: true);
        play.Agenda.At(fileAt, () => FileAsync(report, government, index, late));
    }

    private async Task FileAsync(
        ListReports.Row report,
        SeedSample.Government government,
        int index,
        bool late
    )
    {
        var content =
            index % 37 == 17 ? play.Plans.Nil(government.RegionName) : Content(report, government);
        await SaveAndFileAsync(report, government, content);
        play.Ledger.Filed++;
        play.Ledger.FiledLate += late ? 1 : 0;
        var today = BeijingTime.DayOf(play.Stage.Clock.GetUtcNow());
        var regulator = play.Cast.Regulators[government.ProvinceCode];
        Answer(
            report,
            government,
            content,
            regulator.Reviewer,
            today.AddDays(2),
            index % 19 == 13,
            true
        );
        Answer(
            report,
            government,
            content,
            play.Cast.WorkingGroup,
            today.AddDays(4),
            index % 17 == 11,
            false
        );
    }

    private void Answer(
        ListReports.Row report,
        SeedSample.Government government,
        ReportContent content,
        Guid addressee,
        DateOnly day,
        bool asksSupplement,
        bool provincial
    )
    {
        if (!asksSupplement)
        {
            play.Agenda.At(
                play.OfficeHour(day),
                () => AcknowledgeAsync(report, addressee, provincial)
            );
            return;
        }

        play.Agenda.At(
            play.OfficeHour(day),
            async () =>
                await play.MustAsync(
                    addressee,
                    "ask for a supplement",
                    (RequestSupplement act) =>
                        ReadThenAsync(
                            addressee,
                            report,
                            version =>
                                act.ExecuteAsync(
                                    new(
                                        report.ObligationId,
                                        version,
                                        "（示例）请补充联动机制运行情况和佐证材料。"
                                    ),
                                    default
                                )
                        )
                )
        );
        play.Agenda.At(
            play.OfficeHour(day.AddDays(3)),
            () =>
                SaveAndFileAsync(
                    report,
                    government,
                    content with
                    {
                        Summary = content.Summary + "（已补充）",
                    }
                )
        );
        play.Agenda.At(
            play.OfficeHour(day.AddDays(5)),
            () => AcknowledgeAsync(report, addressee, provincial)
        );
    }

    private async Task AcknowledgeAsync(ListReports.Row report, Guid addressee, bool provincial)
    {
        await play.MustAsync(
            addressee,
            "acknowledge",
            (AcknowledgeReport act) =>
                ReadThenAsync(
                    addressee,
                    report,
                    version => act.ExecuteAsync(new(report.ObligationId, version), default)
                )
        );
        if (provincial)
        {
            play.Ledger.AcknowledgedProvincial++;
        }
        else
        {
            play.Ledger.AcknowledgedNational++;
        }
    }

    // An addressee answers the version it has read.
    private async Task<T> ReadThenAsync<T>(
        Guid reader,
        ListReports.Row report,
        Func<int, Task<T>> answer
    )
    {
        var read = await play.MustAsync(
            reader,
            "read the report",
            (GetReport act) => act.ExecuteAsync(new(report.ObligationId), default)
        );
        return await answer(read.VersionNumber);
    }

    private async Task SaveAndFileAsync(
        ListReports.Row report,
        SeedSample.Government government,
        ReportContent content
    )
    {
        var draft = await play.MustAsync(
            government.Drafter,
            "open the report",
            (GetReportDraft act) => act.ExecuteAsync(new(report.ObligationId), default)
        );
        var saved = await play.MustAsync(
            government.Drafter,
            "save the report",
            (SaveReport act) =>
                act.ExecuteAsync(new(report.ObligationId, draft.RowVersion, content), default)
        );
        await play.MustAsync(
            government.Approver,
            "file the report",
            (FileReport act) => act.ExecuteAsync(new(report.ObligationId, saved.Version), default)
        );
    }

    private ReportContent Content(ListReports.Row report, SeedSample.Government government)
    {
        var before = _cumulative.TryGetValue(government.RegionName, out var known)
            ? known
            : _cumulative[government.RegionName] = [];
        var content = play.Plans.Report(government.RegionName, report.Ordinal, before);
        foreach (var (code, figure) in content.Figures)
        {
            before[code] = figure.Cumulative;
        }

        return content;
    }
}
