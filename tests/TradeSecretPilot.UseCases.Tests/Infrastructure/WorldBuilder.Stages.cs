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
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.SealedCopies;
using TradeSecretPilot.UseCases.Selections;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>What regions, provinces, experts and the working group do in it.</summary>
internal sealed partial class WorldBuilder
{
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
            ContentHash.Fingerprint(
                (await db.Applications.SingleAsync(a => a.Id == application, Ct)).Plan
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
            async u =>
                await u.ExecuteAsync(new(id, AllConform, "（示例）建议推荐。", Seen.Present), Ct)
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
                    new(batch, [.. call.Recommended.Select(r => r.ApplicationId)], Seen.Present),
                    Ct
                )
        );
    }

    private async Task ConveneAsync(Guid batch)
    {
        var due = BeijingTime.DayOf(portal.Clock.GetUtcNow()).AddDays(10);
        await DoAsync<SetPanelMembers>(
            _people.WorkingGroup,
            async u =>
                await u.ExecuteAsync(
                    new(batch, [.. _people.Experts.Take(3)], due, Seen.Present),
                    Ct
                )
        );
        await DoAsync<AssignExperts>(
            _people.WorkingGroup,
            async u => await u.ExecuteAsync(new(batch, Seen.Present), Ct)
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
            async u => await u.ExecuteAsync(new(batch, Seen.Present), Ct)
        );
        await DoAsync<ConcludeAppraisal>(
            _people.WorkingGroup,
            async u => await u.ExecuteAsync(new(batch, Seen.Present), Ct)
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
                    new(
                        byExpert[_people.Experts[1]].First().Id,
                        "（示例）曾提供咨询。",
                        Seen.Present
                    ),
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
            async u => await u.ExecuteAsync(new(sheet.Id, Seen.Present), Ct)
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
            async u => await u.ExecuteAsync(new(batch, new(2022, 12, 25), Seen.Present), Ct)
        );
        await DoAsync<ExtendProvince>(
            _people.Lead,
            async u =>
                await u.ExecuteAsync(
                    new(batch, ProvinceB, new(2023, 1, 5), "（示例）系统拥堵", Seen.Present),
                    Ct
                )
        );
        await StartAsync(batch, _a[0]);
        await SubmitAsync(batch, _a[1]);
        var returned = await SubmitAsync(batch, _a[2]);
        await DoAsync<ReturnApplication>(
            _people.Regulators[ProvinceA].Reviewer,
            async u =>
                await u.ExecuteAsync(
                    new(returned, "（示例）请写明目标。", Comments, Seen.Present),
                    Ct
                )
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
                await u.ExecuteAsync(
                    new(returned, new(2022, 12, 28), "（示例）机构调整", Seen.Present),
                    Ct
                )
        );
        await RecommendAsync(batch, _a[3]);
        await RankAsync(batch, ProvinceA);
        var declined = await SubmitAsync(batch, _a[4]);
        await DoAsync<DeclineApplication>(
            _people.Regulators[ProvinceA].Approver,
            async u => await u.ExecuteAsync(new(declined, "（示例）基础较弱。", Seen.Present), Ct)
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
}
