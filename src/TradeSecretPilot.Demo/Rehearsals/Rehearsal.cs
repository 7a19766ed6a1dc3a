using System.Diagnostics;
using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>
/// Plays the whole first batch on an empty database and a virtual clock, through the same use cases as the pages. The
/// demonstration is the same play, stopped on its first day.
/// </summary>
public sealed class Rehearsal
{
    /// <summary>The last instant: time enough for late reports on the sixth half-year and their answers.</summary>
    public static readonly DateTimeOffset End = BeijingTime.StartOf(new DateOnly(2025, 8, 15));

    /// <summary>The sweep runs every minute at second 5, so that acts which arrived in time are settled before it.</summary>
    private static readonly TimeSpan SweepAfter = TimeSpan.FromSeconds(5);

    private static readonly DateTimeOffset Start = BeijingTime.At(
        new DateOnly(2022, 3, 1),
        new TimeOnly(9, 30)
    );
    private static readonly DateTimeOffset Opening = BeijingTime.At(
        new DateOnly(2022, 3, 2),
        new TimeOnly(10, 0)
    );

    private readonly Stage _stage;
    private readonly RehearsalOptions _options;
    private readonly TextWriter _log;
    private Play _play = null!;
    private ReportScene _reports = null!;

    private Rehearsal(Stage stage, RehearsalOptions options, TextWriter log) =>
        (_stage, _options, _log) = (stage, options, log);

    /// <summary>Plays to the end and judges what came of it.</summary>
    public static async Task<Result<RehearsalSummary>> RunAsync(
        RehearsalOptions options,
        TextWriter log,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        await using var stage = new Stage(options, new VirtualClock(Start));
        var rehearsal = new Rehearsal(stage, options, log);
        if ((await rehearsal.PrepareAsync(ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        await rehearsal._play.Agenda.PlayAsync(stage.Clock, End, ct);
        var judge = new RehearsalJudge(
            rehearsal._play,
            rehearsal._reports.Obligations,
            options.Database,
            stage.Examination
        );
        return await judge.SummarizeAsync(watch.Elapsed, ct);
    }

    /// <summary>Plays up to <paramref name="until"/> and leaves the database there: the demonstration's world.</summary>
    internal static async Task<Result> PlayUntilAsync(
        RehearsalOptions options,
        DateTimeOffset until,
        CancellationToken ct
    )
    {
        await using var stage = new Stage(options, new VirtualClock(Start));
        var rehearsal = new Rehearsal(stage, options, TextWriter.Null);
        if ((await rehearsal.PrepareAsync(ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        await rehearsal._play.Agenda.PlayAsync(stage.Clock, until, ct);
        return Result.Done;
    }

    /// <summary>Closes the connections that the pool keeps, so that a database file can be removed.</summary>
    public static void ReleaseFiles() => Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

    private async Task<Result> PrepareAsync(CancellationToken ct)
    {
        await _stage.MigrateAsync(ct);
        var regulators = await _stage.AsJobAsync(
            "演练",
            (EnsureProvincialRegulators act) => act.ExecuteAsync(ct)
        );
        if (regulators.Refusal is { } noRegulators)
        {
            return noRegulators;
        }

        var places =
            _options.Places ?? Spread([.. regulators.Value.ByProvince.Keys], _options.Applications);
        var seeded = await _stage.AsJobAsync(
            "演练",
            (SeedSample act) => act.ExecuteAsync(new(places, _options.Experts), ct)
        );
        if (seeded.Refusal is { } notEmpty)
        {
            return notEmpty;
        }

        _play = new Play(_stage, seeded.Value, new Random(_options.Seed))
        {
            KeepsFiles = _options.Files is not null,
        };
        _play.Agenda.At(Opening, OpenAsync);
        return Result.Done;
    }

    private async Task OpenAsync()
    {
        _play.BatchId = await _play.MustAsync(
            _play.Cast.WorkingGroup,
            "create the batch",
            (CreateBatch act) => act.ExecuteAsync(FirstBatch.Settings, default)
        );
        await _play.MustAsync(
            _play.Cast.WorkingGroup,
            "open the batch",
            (OpenBatch act) => act.ExecuteAsync(new(_play.BatchId, Seen.Present), default)
        );
        Say("批次开始受理");
        PrepareScenes();
        PrepareSweeps();
    }

    private void PrepareScenes()
    {
        var national = new Deadline(ForwardingDeadline, ForwardingDeadline);
        var own = new Deadline(OwnDeadline, OwnDeadline);
        var provinces = _play
            .Cast.Regulators.Values.OrderBy(r => r.ProvinceCode, StringComparer.Ordinal)
            .ToList();
        var withOwn = provinces.Where((_, i) => i % 2 == 0).Select(r => r.ProvinceCode).ToHashSet();
        foreach (var (government, i) in _play.Cast.Governments.Select((g, i) => (g, i)))
        {
            var deadline = withOwn.Contains(government.ProvinceCode) ? own : national;
            new ApplicationScene(_play, government, FateOf(i), deadline.At).Prepare();
        }

        var late = _play.Cast.Governments[^1].ProvinceCode;
        foreach (var regulator in provinces)
        {
            new ProvinceScene(
                _play,
                regulator,
                national,
                regulator.ProvinceCode == late && provinces.Count > 1
            ).Prepare(withOwn.Contains(regulator.ProvinceCode), Opening);
        }

        new AppraisalScene(_play).Prepare();
        new SelectionScene(_play).Prepare();
        _reports = new ReportScene(_play, End);
        _reports.Prepare();
        // Closing, launch and conclusion; the list is published in time, so no alarm falls due.
        _play.Ledger.FallsDue(3);
    }

    /// <summary>The instants at which anything can fall due by the calendar, and the sweep after each.</summary>
    private void PrepareSweeps()
    {
        var settings = FirstBatch.Settings;
        DateTimeOffset[] deadlines = [OwnDeadline, ForwardingDeadline];
        var instants = deadlines
            .SelectMany(d =>
                ReminderCalendar.Between(d, Opening, d, false).Select(r => r.DueAt).Append(d)
            )
            .Concat(
                ReminderCalendar
                    .Between(BeijingTime.EndOf(AppraisalScene.ScoresDue), Opening, End, true)
                    .Select(r => r.DueAt)
            )
            .Append(BeijingTime.EndOf(settings.PublishBy))
            .Append(BeijingTime.StartOf(settings.PilotStartsOn))
            .Append(BeijingTime.EndOf(settings.PilotEndsOn))
            .Concat(
                settings.ReportPeriods.SelectMany(p =>
                    ReminderCalendar
                        .Between(p.DueAt, Opening, End, true)
                        .Select(r => r.DueAt)
                        .Append(
                            BeijingTime.StartOf(
                                p.DueOn.AddDays(
                                    -Domain.ProgressReports.ReportObligation.OpensDaysBefore
                                )
                            )
                        )
                        .Append(p.DueAt)
                )
            );
        foreach (var instant in instants.Distinct().Order())
        {
            _play.Agenda.At(instant + SweepAfter, SweepAsync);
        }
    }

    private async Task SweepAsync()
    {
        var swept = await _stage.AsJobAsync(
            DeadlineSweep.Job,
            (DeadlineSweep act) => act.ExecuteAsync(default)
        );
        if (swept.Done > 0)
        {
            Say($"到期事项办理{swept.Done}项");
        }
    }

    private void Say(string what) =>
        _log.WriteLine($"{BeijingTime.Exact(_stage.Clock.GetUtcNow())[..19]}  {what}");

    private Fate FateOf(int index) =>
        // The rare ones occur in every rehearsal, whatever the seed.
        index switch
        {
            1 => Fate.ReturnedOnce,
            3 => Fate.OneSecondLate,
            5 => Fate.Withdrawn,
            7 => Fate.NeverSubmitted,
            9 => Fate.ReturnedAndForgotten,
            11 => Fate.Declined,
            _ => _play.Random.Next(100) switch
            {
                < 62 => Fate.Recommended,
                < 76 => Fate.ReturnedOnce,
                < 83 => Fate.Declined,
                < 88 => Fate.Withdrawn,
                < 93 => Fate.NeverSubmitted,
                < 96 => Fate.ReturnedAndForgotten,
                _ => Fate.OneSecondLate,
            },
        };

    private static DateTimeOffset ForwardingDeadline =>
        BeijingTime.EndOf(FirstBatch.Settings.ForwardBy);

    private static DateTimeOffset OwnDeadline => BeijingTime.EndOf(ProvinceScene.OwnDeadline);

    private static Dictionary<string, int> Spread(
        IReadOnlyList<string> provinces,
        int applications
    ) =>
        provinces
            .Order(StringComparer.Ordinal)
            .Select(
                (p, i) =>
                    (
                        p,
                        Count: (applications / provinces.Count)
                            + (i < applications % provinces.Count ? 1 : 0)
                    )
            )
            .Where(x => x.Count > 0)
            .ToDictionary(x => x.p, x => x.Count);
}

/// <summary>What to rehearse.</summary>
/// <param name="Database">An empty database.</param>
/// <param name="Applications">Local governments that apply, spread over the 32 provinces.</param>
/// <param name="Seed">The same seed plays the same script; which expert reads which plan may differ.</param>
public sealed record RehearsalOptions(DatabaseOptions Database, int Applications = 96, int Seed = 1)
{
    public const int MostApplications = 20_000;

    /// <summary>Size of the expert pool.</summary>
    public int Experts { get; init; } = 24;

    /// <summary>The database does not outlive the rehearsal, so it need not survive a power cut.</summary>
    public bool IsThrownAway { get; init; }

    /// <summary>Mark the audit trail; null makes some for the rehearsal alone.</summary>
    public AuditKeys? Keys { get; init; }

    /// <summary>Where what regions attach is kept; without one, nobody attaches anything.</summary>
    public FileStore? Files { get; init; }

    /// <summary>Places by province; null spreads them evenly.</summary>
    public IReadOnlyDictionary<string, int>? Places { get; init; }
}
