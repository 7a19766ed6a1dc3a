using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.SealedCopies;
using TradeSecretPilot.UseCases.Selections;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>
/// Plays the test world through the use cases: six batches, each at another stage, in two provinces, so that there is a record
/// for every act. See <see cref="Cast"/> for what stands where.
/// </summary>
internal sealed partial class WorldBuilder(TestPortal portal)
{
    public const string ProvinceA = "330000";
    public const string ProvinceB = "320000";

    /// <summary>Stands in the plan that A3 edits after its return, and in no version.</summary>
    public const string Unsent = "示例未提交地区";

    /// <summary>The attachment of every plan and report.</summary>
    public static readonly Guid AttachmentId = new("00000000-0000-7000-8000-00000000000a");

    private const string LockedName = "drafter.locked";

    public static readonly DateTimeOffset Start = At(2022, 3, 1);
    public static readonly DateTimeOffset Now = At(2022, 12, 15);

    public static IReadOnlyDictionary<ReviewCheck, ReviewFinding> AllConform { get; } =
        Enum.GetValues<ReviewCheck>().ToDictionary(c => c, _ => ReviewFinding.Conforms);

    /// <summary>With which A3 was returned; the first is ticked off.</summary>
    public static IReadOnlyList<ReturnComment> Comments { get; } =
    [new("foundation", "请写明案件数量。"), new("support", "请按年度分列资金。")];

    private readonly SamplePlans _plans = new(new Random(7));
    private SeedSample.View _people = null!;
    private List<SeedSample.Government> _a = null!;
    private List<SeedSample.Government> _b = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Ten o'clock of a day in Beijing.</summary>
    public static DateTimeOffset At(int year, int month, int day) =>
        BeijingTime.At(new DateOnly(year, month, day), new TimeOnly(10, 0));

    public static BatchSettings Settings(
        int number,
        DateOnly opensOn,
        DateOnly forwardBy,
        DateOnly publishBy,
        DateOnly startsOn
    )
    {
        var endsOn = startsOn.AddYears(3).AddDays(-1);
        return FirstBatch.Settings with
        {
            Number = number,
            NameZh = $"示例第{number}批",
            NameEn = $"Sample batch {number}",
            OpensOn = opensOn,
            ForwardBy = forwardBy,
            PublishBy = publishBy,
            PilotStartsOn = startsOn,
            PilotEndsOn = endsOn,
            MinSeats = 1,
            MaxSeats = 3,
            // A few regions play in all batches.
            Eligibility = FirstBatch.Settings.Eligibility with
            {
                PilotsMayApply = true,
            },
            SheetsPerPlan = 2,
            ReportPeriods = ReportPeriod.Between(startsOn, endsOn),
        };
    }

    public async Task<Cast> BuildAsync()
    {
        await SeedAsync();
        var (running, decided, selecting, appraising, open, preparing) = (
            await CreateAsync(1, new(2022, 3, 2), new(2022, 5, 15), new(2022, 6, 30)),
            await CreateAsync(2, new(2022, 7, 1), new(2022, 8, 15), new(2022, 12, 31)),
            await CreateAsync(3, new(2022, 8, 16), new(2022, 9, 15), new(2023, 1, 31)),
            await CreateAsync(4, new(2022, 9, 16), new(2022, 10, 15), new(2023, 2, 28)),
            await CreateAsync(5, new(2022, 11, 1), new(2022, 12, 31), new(2023, 2, 28)),
            await CreateAsync(6, new(2023, 3, 1), new(2023, 4, 30), new(2023, 5, 31))
        );

        // The first named of a batch scores best.
        await ForwardAsync(running, At(2022, 4, 1), At(2022, 5, 16), [_a[0], _a[1], _b[0], _b[1]]);
        await AppraiseAsync(running);
        await ProposeAsync(running, 3);
        await DecideAsync(running);
        await DoAsync<PublishAnnouncement>(
            _people.Lead,
            async u => await u.ExecuteAsync(new(running, "示例〔2022〕1号", Seen.Present), Ct)
        );
        portal.Clock.Set(At(2022, 7, 1));
        await SweepAsync();

        await ForwardAsync(decided, At(2022, 7, 5), At(2022, 8, 16), [_a[1], _b[1], _a[2]]);
        await AppraiseAsync(decided);
        await ProposeAsync(decided, 2);
        await DecideAsync(decided);

        await ForwardAsync(selecting, At(2022, 8, 20), At(2022, 9, 16), [_a[1], _b[2], _a[2]]);
        await AppraiseAsync(selecting);
        await ProposeAsync(selecting, 2);

        await ForwardAsync(appraising, At(2022, 9, 20), At(2022, 10, 16), [_a[2], _a[3], _b[0]]);
        await BeginAppraisalAsync(appraising);

        await FillOpenBatchAsync(open);
        await FillReportsAsync();
        await DoAsync<BundleScoreSheets>(
            _people.WorkingGroup,
            async u => await u.ExecuteAsync(new(running), Ct)
        );
        portal.Clock.Set(Now);
        await SweepAsync();
        await portal.AsJobAsync(AnchorAudit.Job, (AnchorAudit u) => u.ExecuteAsync(Ct));
        return await ReadAsync(running, decided, selecting, appraising, open, preparing);
    }

    private async Task SeedAsync()
    {
        await portal.AsJobAsync(
            "准备",
            async (EnsureProvincialRegulators u) => (await u.ExecuteAsync(Ct)).Value
        );
        _people = await portal.AsJobAsync(
            "准备",
            async (SeedSample u) =>
                (
                    await u.ExecuteAsync(
                        new(
                            new Dictionary<string, int> { [ProvinceA] = 6, [ProvinceB] = 3 },
                            Experts: 4
                        ),
                        Ct
                    )
                ).Value
        );
        // As the demonstration lays it.
        await portal.BehindTheDoorAsync(async db =>
        {
            db.ClockSettings.Add(new ClockSetting());
            var signedIn = await db.Accounts.FirstAsync(a => a.UserName == "expert.01", Ct);
            db.AccountSessions.Add(
                AccountSession.Begin(signedIn.Id, signedIn.SecurityStamp!, null, null, Now)
            );
            return await db.SaveChangesAsync(Ct);
        });
        _a = [.. _people.Governments.Where(g => g.ProvinceCode == ProvinceA)];
        _b = [.. _people.Governments.Where(g => g.ProvinceCode == ProvinceB)];
        await LockSomebodyAsync();
    }

    private async Task LockSomebodyAsync()
    {
        var created = await portal.AsJobAsync(
            "准备",
            async (CreateAccount u) =>
                (
                    await u.ExecuteAsync(
                        new()
                        {
                            UserName = LockedName,
                            DisplayName = "停用起草（示例）",
                            Role = Role.Drafter,
                            OrganizationId = _a[5].OrganizationId,
                            Password = "Shili-Mima-2022!",
                        },
                        Ct
                    )
                ).Value
        );
        await portal.AsJobAsync(
            "准备",
            (LockAccount u) => u.ExecuteAsync(new(created.AccountId, "（示例）"), Ct)
        );
        await portal.BehindTheDoorAsync(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == created.AccountId, Ct)).TwoFactorEnabled =
                true;
            return await db.SaveChangesAsync(Ct);
        });
    }

    private async Task<Guid> CreateAsync(
        int number,
        DateOnly opensOn,
        DateOnly forwardBy,
        DateOnly publishBy
    ) =>
        await portal.AsAccountAsync(
            _people.WorkingGroup,
            async (CreateBatch u) =>
                (
                    await u.ExecuteAsync(
                        Settings(
                            number,
                            opensOn,
                            forwardBy,
                            publishBy,
                            number == 1 ? new(2022, 7, 1) : new(2023, 7, 1)
                        ),
                        Ct
                    )
                ).Value
        );

    private async Task OpenAsync(Guid batch, DateTimeOffset at)
    {
        portal.Clock.Set(at);
        await DoAsync<OpenBatch>(
            _people.WorkingGroup,
            async u => await u.ExecuteAsync(new(batch, Seen.Present), Ct)
        );
    }

    /// <summary>Opens a batch, sends these up, and closes forwarding.</summary>
    private async Task ForwardAsync(
        Guid batch,
        DateTimeOffset at,
        DateTimeOffset closed,
        SeedSample.Government[] regions
    )
    {
        await OpenAsync(batch, at);
        foreach (var region in regions)
        {
            await RecommendAsync(batch, region);
        }

        foreach (var province in regions.GroupBy(r => r.ProvinceCode))
        {
            await RankAsync(batch, province.Key);
            await DoAsync<ForwardApplications>(
                _people.Regulators[province.Key].Approver,
                async u =>
                    await u.ExecuteAsync(new(batch, $"示例函{province.Key}", Seen.Present), Ct)
            );
            await DoAsync<UploadSealedLetter>(
                _people.Regulators[province.Key].Reviewer,
                async u => await u.ExecuteAsync(new(batch, Scan()), Ct)
            );
        }

        portal.Clock.Set(closed);
        await SweepAsync();
    }

    private Task<DeadlineSweep.View> SweepAsync() =>
        portal.AsJobAsync(DeadlineSweep.Job, (DeadlineSweep u) => u.ExecuteAsync(Ct));

    private Task<List<Cast.Sheet>> SheetsAsync(Guid batch) =>
        portal.BehindTheDoorAsync(db =>
            db.ScoreSheets.Where(s => s.BatchId == batch)
                .OrderBy(s => s.Id)
                .Select(s => new Cast.Sheet(s.Id, s.ExpertId, s.ApplicationId, s.Status))
                .ToListAsync(Ct)
        );

    private async Task<Cast> ReadAsync(
        Guid running,
        Guid decided,
        Guid selecting,
        Guid appraising,
        Guid open,
        Guid preparing
    )
    {
        await portal.AsJobAsync(CheckAudit.Job, (CheckAudit u) => u.ExecuteAsync(Ct));
        var sheets = await SheetsAsync(appraising);
        return await portal.BehindTheDoorAsync(async db =>
        {
            var accounts = await db.Accounts.ToDictionaryAsync(a => a.UserName!, a => a.Id, Ct);
            return new Cast
            {
                People = _people,
                SystemAdmin = accounts["sysadmin"],
                SecurityAdmin = accounts["secadmin"],
                AuditAdmin = accounts["auditadmin"],
                Locked = accounts[LockedName],
                A = _a,
                B = _b,
                Running = running,
                Decided = decided,
                Selecting = selecting,
                Appraising = appraising,
                Open = open,
                Preparing = preparing,
                Applications = await db.Applications.ToDictionaryAsync(
                    a => (a.BatchId, a.OrganizationId),
                    a => a.Id,
                    Ct
                ),
                Pilots = await db.Pilots.ToDictionaryAsync(p => p.OrganizationId, p => p.Id, Ct),
                Reports = await db.ReportObligations.ToDictionaryAsync(
                    o => (o.OrganizationId, o.Ordinal),
                    o => o.Id,
                    Ct
                ),
                SealedTexts = await db
                    .SealedCopies.Where(s => s.Subject == SealedSubject.Application)
                    .ToDictionaryAsync(s => s.SubjectId, s => s.ContentSha256, Ct),
                SealedCopies = await db.SealedCopies.ToDictionaryAsync(
                    s => s.SubjectId,
                    s => s.Id,
                    Ct
                ),
                Sheets = sheets,
            };
        });
    }

    /// <summary>Carries out an act that the programme allows.</summary>
    private async Task DoAsync<TUseCase>(Guid account, Func<TUseCase, Task<object>> act)
        where TUseCase : notnull
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var refusal = Answers.RefusalOf(await portal.AsAccountAsync(account, act));
        if (refusal is not null)
        {
            throw new InvalidOperationException(
                $"{typeof(TUseCase).Name}: {refusal.Code} {refusal.En}"
            );
        }
    }
}
