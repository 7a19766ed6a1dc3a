using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>Holds what the database says after a rehearsal against what the script and the rules say.</summary>
internal sealed class RehearsalJudge(
    Play play,
    int obligations,
    DatabaseOptions database,
    AuditExamination examination
)
{
    private readonly RehearsalLedger _ledger = play.Ledger;

    public async Task<RehearsalSummary> SummarizeAsync(TimeSpan elapsed, CancellationToken ct)
    {
        var builder = new DbContextOptionsBuilder<PilotDbContext>();
        DatabaseSetup.Configure(builder, database);
        await using var db = new PilotDbContext(builder.Options, Tenancy.Everything);
        var statuses = await db
            .Applications.GroupBy(a => a.Status)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var selected = statuses.GetValueOrDefault(ApplicationStatus.Selected);
        var notSelected = statuses.GetValueOrDefault(ApplicationStatus.NotSelected);
        var reports = await db
            .ReportObligations.Select(o => new
            {
                o.Status,
                o.FiledAt,
                o.DueAt,
                o.IsLate,
                o.National,
                o.Provincial,
            })
            .ToListAsync(ct);
        var due = await db
            .DueActions.GroupBy(d => new
            {
                d.Kind,
                d.SubjectId,
                d.DueAt,
            })
            .Select(g => g.Count())
            .ToListAsync(ct);
        var audit = await examination.RunAsync(ct);

        await CheckRecordsAsync(db, statuses, selected, ct);
        Check(_ledger.LateRefused == _ledger.LateAttempted, "A late command was accepted.");
        Check(reports.Count == obligations, "The pages did not list every obligation.");
        Check(
            reports.Count == FirstBatch.Settings.ReportPeriods.Count * selected,
            "A pilot does not have one obligation for each period."
        );
        Check(
            reports.All(r => r.IsLate == (r.FiledAt >= r.DueAt)),
            "A report is marked late wrongly."
        );
        Check(
            reports.Count(r => r.FiledAt is not null) == _ledger.Filed,
            "Filed reports differ from the script."
        );
        Check(
            reports.Count(r => r.IsLate) == _ledger.FiledLate,
            "Late reports differ from the script."
        );
        Check(
            due.Sum() == _ledger.Expected,
            $"Due actions: {_ledger.Expected} expected, {due.Sum()} done."
        );
        Check(due.TrueForAll(count => count == 1), "A due action was done twice.");
        Check(audit.IsValid, $"The audit chain is broken at {audit.FirstBad}: {audit.Problem}.");

        return new RehearsalSummary(
            new RehearsalSummary.ApplicationCounts(
                _ledger.Created,
                _ledger.Submitted,
                _ledger.Returned,
                _ledger.Declined,
                _ledger.Withdrawn,
                _ledger.Lapsed,
                _ledger.Forwarded,
                selected,
                notSelected
            ),
            new RehearsalSummary.LateCounts(_ledger.LateAttempted, _ledger.LateRefused),
            reports.Count,
            new RehearsalSummary.ReportCounts(
                _ledger.Filed,
                _ledger.FiledLate,
                reports.Count(r => r.Status == ReportStatus.Missing),
                reports.Count(r => r.National == AcknowledgementStatus.Acknowledged),
                reports.Count(r => r.Provincial == AcknowledgementStatus.Acknowledged)
            ),
            new RehearsalSummary.DueActionCounts(
                _ledger.Expected,
                due.Sum(),
                due.Sum() - due.Count
            ),
            new RehearsalSummary.AuditCounts(audit.Entries, audit.IsValid),
            Math.Round(elapsed.TotalSeconds, 1),
            _ledger.Broken
        );
    }

    private async Task CheckRecordsAsync(
        PilotDbContext db,
        Dictionary<ApplicationStatus, int> statuses,
        int selected,
        CancellationToken ct
    )
    {
        var batch = await db.Batches.SingleAsync(ct);
        Check(batch.Stage == BatchStage.Concluded, "The batch did not conclude.");
        Check(
            selected >= batch.MinSeats && selected <= batch.MaxSeats,
            "The selection lies outside its seats."
        );
        Check(
            statuses.GetValueOrDefault(ApplicationStatus.Draft)
                + statuses.GetValueOrDefault(ApplicationStatus.Returned)
                == 0,
            "A draft is still open after its deadline."
        );
        Check(
            statuses.GetValueOrDefault(ApplicationStatus.Lapsed) == _ledger.Lapsed,
            "Lapsed applications differ from the script."
        );
        Check(
            statuses.GetValueOrDefault(ApplicationStatus.Withdrawn) == _ledger.Withdrawn
                && statuses.GetValueOrDefault(ApplicationStatus.Declined) == _ledger.Declined,
            "Withdrawn or declined applications differ from the script."
        );
        Check(
            selected + statuses.GetValueOrDefault(ApplicationStatus.NotSelected)
                == _ledger.Forwarded,
            "Not every forwarded application was settled."
        );
        Check(
            !await db.Applications.AnyAsync(a => a.ForwardedAt >= batch.ForwardingDeadline, ct),
            "An application was forwarded after the deadline."
        );
        Check(
            !await db.PlanVersions.AnyAsync(v => v.SubmittedAt >= batch.ForwardingDeadline, ct),
            "A plan was submitted after the deadline."
        );
        Check(
            await db.Pilots.CountAsync(p => p.Status == PilotStatus.Concluded, ct) == selected,
            "Not every pilot concluded."
        );
        Check(
            !await db.Pilots.AnyAsync(p => !db.PilotTasks.Any(t => t.PilotId == p.Id), ct),
            "A pilot has no tasks."
        );
        var versions = await db
            .PlanVersions.Select(v => new
            {
                v.ApplicationId,
                v.Number,
                v.ContentSha256,
            })
            .ToListAsync(ct);
        var receipts = (
            await db
                .Receipts.Select(r => new
                {
                    r.SubjectId,
                    r.VersionNumber,
                    r.ContentSha256,
                })
                .ToListAsync(ct)
        ).ToHashSet();
        Check(
            versions.TrueForAll(v =>
                receipts.Contains(
                    new
                    {
                        SubjectId = v.ApplicationId,
                        VersionNumber = v.Number,
                        v.ContentSha256,
                    }
                )
            ),
            "A submitted version has no receipt with its fingerprint."
        );
        Check(
            await db.ScoreSheets.CountAsync(s => s.Status == ScoreSheetStatus.Released, ct)
                == _ledger.Released,
            "Released assignments differ from the script."
        );
        Check(
            !await db.ScoreSheets.AnyAsync(
                s => s.Status == ScoreSheetStatus.Assigned || s.Status == ScoreSheetStatus.Accepted,
                ct
            ),
            "A score sheet is still open after the appraisal."
        );
        Check(
            !await db.Applications.AnyAsync(
                a =>
                    a.ForwardedAt != null
                    && db.ScoreSheets.Count(s =>
                        s.ApplicationId == a.Id && s.Status == ScoreSheetStatus.Submitted
                    ) < batch.SheetsPerPlan,
                ct
            ),
            "A plan was appraised with too few scores."
        );
        Check(
            !await db.ScoreSheets.AnyAsync(
                s =>
                    db.Experts.Any(e =>
                        e.Id == s.ExpertId
                        && e.ProvinceCode != null
                        && db.Applications.Any(a =>
                            a.Id == s.ApplicationId && a.ProvinceCode == e.ProvinceCode
                        )
                    ),
                ct
            ),
            "An expert scored a plan of the own province."
        );
    }

    private void Check(bool holds, string invariant) => _ledger.Check(holds, invariant);
}
