using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
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
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Sample;
using TradeSecretPilot.UseCases.SealedCopies;
using TradeSecretPilot.UseCases.Selections;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>
/// Plays the test world through the use cases: six batches, each at another stage, in two provinces, so that there is a record
/// for every act. See <see cref="Cast"/> for what stands where.
/// </summary>
internal sealed class WorldBuilder(TestPortal portal)
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
            async u => await u.ExecuteAsync(new(running, "示例〔2022〕1号"), Ct)
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
            async u => await u.ExecuteAsync(new(batch), Ct)
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
                async u => await u.ExecuteAsync(new(batch, $"示例函{province.Key}"), Ct)
            );
            await DoAsync<UploadSealedLetter>(
                _people.Regulators[province.Key].Reviewer,
                async u => await u.ExecuteAsync(new(batch, Scan()), Ct)
            );
        }

        portal.Clock.Set(closed);
        await SweepAsync();
    }

    private async Task<Guid> StartAsync(Guid batch, SeedSample.Government region)
    {
        var id = await portal.AsAccountAsync(
            region.Drafter,
            async (StartApplication u) => (await u.ExecuteAsync(new(batch), Ct)).Value
        );
        var plan = Plan(region.RegionName) with { Attachments = await UploadAsync(region) };
        await DoAsync<SaveWorkPlan>(
            region.Drafter,
            async u => await u.ExecuteAsync(new(id, 0, plan), Ct)
        );
        await DoAsync<UploadSealedPlan>(
            region.Approver,
            async u => await u.ExecuteAsync(new(id, await TextOfAsync(id), Scan()), Ct)
        );
        return id;
    }

    private async Task<IReadOnlyList<Attachment>> UploadAsync(SeedSample.Government region)
    {
        var attachment = await portal.AsAccountAsync(
            region.Drafter,
            async (UploadFile u) => (await u.ExecuteAsync(Scan(), Ct)).Value
        );
        return [attachment with { Id = AttachmentId }];
    }

    private static Upload Scan() => TestFiles.Upload(TestFiles.OfTheWorld);

    private Task<string> TextOfAsync(Guid application) =>
        portal.BehindTheDoorAsync(async db =>
            ContentHash.Of(
                ContentHash.Write(
                    (await db.Applications.SingleAsync(a => a.Id == application, Ct)).Plan
                )
            )
        );

    /// <summary>The sample plans are written for the first batch; later pilots start a year later.</summary>
    private WorkPlan Plan(string region)
    {
        var plan = _plans.Complete(region);
        var years = portal.Clock.GetUtcNow() < At(2022, 7, 1) ? 0 : 1;
        return plan with
        {
            Measures =
            [
                .. plan.Measures.Select(m =>
                    m with
                    {
                        StartMonth = m.StartMonth?.AddYears(years),
                        FinishMonth = m.FinishMonth?.AddYears(years),
                    }
                ),
            ],
            Support = [.. plan.Support.Select(l => l with { Year = l.Year + years })],
        };
    }

    private async Task<Guid> SubmitAsync(Guid batch, SeedSample.Government region)
    {
        var id = await StartAsync(batch, region);
        await DoAsync<SubmitApplication>(
            region.Approver,
            async u => await u.ExecuteAsync(new(id, 1), Ct)
        );
        return id;
    }

    private async Task<Guid> RecommendAsync(Guid batch, SeedSample.Government region)
    {
        var id = await SubmitAsync(batch, region);
        await DoAsync<RecommendApplication>(
            _people.Regulators[region.ProvinceCode].Reviewer,
            async u => await u.ExecuteAsync(new(id, AllConform, "（示例）建议推荐。"), Ct)
        );
        return id;
    }

    private async Task RankAsync(Guid batch, string province)
    {
        var reviewer = _people.Regulators[province].Reviewer;
        var call = await portal.AsAccountAsync(
            reviewer,
            async (GetProvincialCall u) => (await u.ExecuteAsync(new(batch), Ct)).Value
        );
        await DoAsync<RankApplications>(
            reviewer,
            async u =>
                await u.ExecuteAsync(
                    new(batch, [.. call.Recommended.Select(r => r.ApplicationId)]),
                    Ct
                )
        );
    }

    private async Task ConveneAsync(Guid batch)
    {
        var due = BeijingTime.DayOf(portal.Clock.GetUtcNow()).AddDays(10);
        await DoAsync<SetPanelMembers>(
            _people.WorkingGroup,
            async u => await u.ExecuteAsync(new(batch, [.. _people.Experts.Take(3)], due), Ct)
        );
        await DoAsync<AssignExperts>(
            _people.WorkingGroup,
            async u => await u.ExecuteAsync(new(batch), Ct)
        );
    }

    private async Task AppraiseAsync(Guid batch)
    {
        await ConveneAsync(batch);
        var plans = await portal.BehindTheDoorAsync(db =>
            db.Applications.Where(a => a.BatchId == batch)
                .OrderBy(a => a.CreatedAt)
                .ThenBy(a => a.Id)
                .Select(a => a.Id)
                .ToListAsync(Ct)
        );
        foreach (var sheet in await SheetsAsync(batch))
        {
            await ScoreAsync(sheet, 95 - (10 * plans.IndexOf(sheet.ApplicationId)), submit: true);
        }

        await DoAsync<OpenPanel>(
            _people.WorkingGroup,
            async u => await u.ExecuteAsync(new(batch), Ct)
        );
        await DoAsync<ConcludeAppraisal>(
            _people.WorkingGroup,
            async u => await u.ExecuteAsync(new(batch), Ct)
        );
    }

    private async Task BeginAppraisalAsync(Guid batch)
    {
        await ConveneAsync(batch);
        var byExpert = (await SheetsAsync(batch)).ToLookup(s => s.ExpertId);
        await ScoreAsync(byExpert[_people.Experts[0]].Last(), 70, submit: false);
        await DoAsync<RecuseFromAssignment>(
            _people.Experts[1],
            async u =>
                await u.ExecuteAsync(
                    new(byExpert[_people.Experts[1]].First().Id, "（示例）曾提供咨询。"),
                    Ct
                )
        );
        await ScoreAsync(byExpert[_people.Experts[1]].Last(), 80, submit: true);
        await ScoreAsync(byExpert[_people.Experts[2]].First(), 60, submit: true);
    }

    private async Task ScoreAsync(Cast.Sheet sheet, int points, bool submit)
    {
        await DoAsync<AcceptAssignment>(
            sheet.ExpertId,
            async u => await u.ExecuteAsync(new(sheet.Id), Ct)
        );
        var scores = FirstBatch.Settings.Criteria.ToDictionary(c => c.Code, _ => points);
        await DoAsync<SaveScoreSheet>(
            sheet.ExpertId,
            async u => await u.ExecuteAsync(new(sheet.Id, 1, scores, "（示例）可行。"), Ct)
        );
        if (submit)
        {
            await DoAsync<SubmitScoreSheet>(
                sheet.ExpertId,
                async u => await u.ExecuteAsync(new(sheet.Id, 2), Ct)
            );
        }
    }

    private async Task ProposeAsync(Guid batch, int seats)
    {
        var view = await portal.AsAccountAsync(
            _people.WorkingGroup,
            async (GetSelection u) => (await u.ExecuteAsync(new(batch), Ct)).Value
        );
        var choices = view
            .Rows.Select((r, i) => new SaveSelection.Choice(r.ApplicationId, i < seats, null))
            .ToList();
        await DoAsync<SaveSelection>(
            _people.WorkingGroup,
            async u => await u.ExecuteAsync(new(batch, choices, null), Ct)
        );
        await DoAsync<ProposeSelection>(
            _people.WorkingGroup,
            async u => await u.ExecuteAsync(new(batch, 0), Ct)
        );
    }

    private Task DecideAsync(Guid batch) =>
        DoAsync<DecideSelection>(
            _people.Lead,
            async u => await u.ExecuteAsync(new(batch, 1, "示例决1号"), Ct)
        );

    private async Task FillOpenBatchAsync(Guid batch)
    {
        await OpenAsync(batch, At(2022, 11, 2));
        await DoAsync<SetSubmissionDeadline>(
            _people.Regulators[ProvinceA].Approver,
            async u => await u.ExecuteAsync(new(batch, new(2022, 12, 25)), Ct)
        );
        await DoAsync<ExtendProvince>(
            _people.Lead,
            async u =>
                await u.ExecuteAsync(new(batch, ProvinceB, new(2023, 1, 5), "（示例）系统拥堵"), Ct)
        );
        await StartAsync(batch, _a[0]);
        await SubmitAsync(batch, _a[1]);
        var returned = await SubmitAsync(batch, _a[2]);
        await DoAsync<ReturnApplication>(
            _people.Regulators[ProvinceA].Reviewer,
            async u => await u.ExecuteAsync(new(returned, "（示例）请写明目标。", Comments), Ct)
        );
        await DoAsync<HandleComment>(
            _a[2].Drafter,
            async u => await u.ExecuteAsync(new(returned, 1, 1), Ct)
        );
        await DoAsync<SaveWorkPlan>(
            _a[2].Drafter,
            async u => await u.ExecuteAsync(new(returned, 3, Plan(Unsent)), Ct)
        );
        await DoAsync<ExtendApplication>(
            _people.Regulators[ProvinceA].Approver,
            async u =>
                await u.ExecuteAsync(new(returned, new(2022, 12, 28), "（示例）机构调整"), Ct)
        );
        await RecommendAsync(batch, _a[3]);
        await RankAsync(batch, ProvinceA);
        var declined = await SubmitAsync(batch, _a[4]);
        await DoAsync<DeclineApplication>(
            _people.Regulators[ProvinceA].Approver,
            async u => await u.ExecuteAsync(new(declined, "（示例）基础较弱。"), Ct)
        );
        await SubmitAsync(batch, _b[0]);
        await StartAsync(batch, _b[1]);
        await RecommendAsync(batch, _b[2]);
        await RankAsync(batch, ProvinceB);
    }

    /// <summary>The first half-year: A1 has written, A2 and B1 have filed.</summary>
    private async Task FillReportsAsync()
    {
        portal.Clock.Set(At(2022, 12, 5));
        await SweepAsync();
        var reports = await portal.BehindTheDoorAsync(db =>
            db.ReportObligations.Where(o => o.Ordinal == 1)
                .ToDictionaryAsync(o => o.OrganizationId, o => o.Id, Ct)
        );
        foreach (var region in new[] { _a[0], _a[1], _b[0] })
        {
            var id = reports[region.OrganizationId];
            var draft = await portal.AsAccountAsync(
                region.Drafter,
                async (GetReportDraft u) => (await u.ExecuteAsync(new(id), Ct)).Value
            );
            var content = _plans.Report(
                region.RegionName,
                1,
                new Dictionary<string, decimal>()
            ) with
            {
                Attachments = await UploadAsync(region),
            };
            var saved = await portal.AsAccountAsync(
                region.Drafter,
                async (SaveReport u) =>
                    (await u.ExecuteAsync(new(id, draft.RowVersion, content), Ct)).Value
            );
            if (region != _a[0])
            {
                await DoAsync<FileReport>(
                    region.Approver,
                    async u => await u.ExecuteAsync(new(id, saved.Version), Ct)
                );
            }
        }
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
