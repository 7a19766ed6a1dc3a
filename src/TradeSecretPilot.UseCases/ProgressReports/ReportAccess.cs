using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>Something still missing before the report can be filed.</summary>
/// <param name="Anchor">The field it points to, such as <c>figure-Complaints</c>.</param>
public sealed record ReportGap(string Anchor, string Zh, string En);

internal static class ReportAccess
{
    /// <summary>Loads a report within the actor's remit; null when there is none, foreign ones included.</summary>
    public static Task<ReportObligation?> FindReportAsync(
        this PilotSession session,
        Guid obligationId,
        CancellationToken ct
    ) => session.Db.ReportObligations.SingleOrDefaultAsync(o => o.Id == obligationId, ct);

    /// <summary>The batch asked for, else the latest one that was launched; null when there is none.</summary>
    public static Task<Batch?> FindRunningBatchAsync(
        this PilotSession session,
        BatchKey? key,
        CancellationToken ct
    ) =>
        (key?.In(session.Db.Batches) ?? session.Db.Batches.Where(b => b.LaunchedAt != null))
            .AsNoTracking()
            .OrderByDescending(b => b.Number)
            .FirstOrDefaultAsync(ct);

    /// <summary>An act on a report, for audit and timeline.</summary>
    public static ActRecord Act(
        this ReportObligation obligation,
        Act act,
        Audience audience,
        string? note = null
    ) =>
        new(act, obligation.Id)
        {
            OwnerId = obligation.OrganizationId,
            ProvinceCode = obligation.ProvinceCode,
            Audience = audience,
            Note = note,
        };

    /// <summary>As which addressee the actor answers reports; null for everyone else.</summary>
    public static Addressee? AsAddressee(this Actor actor) =>
        actor.OrganizationKind switch
        {
            OrganizationKind.NationalRegulator => Addressee.National,
            OrganizationKind.ProvincialRegulator => Addressee.Provincial,
            _ => null,
        };

    /// <summary>The acts that status, calendar and role leave to this actor.</summary>
    public static IReadOnlyList<ReportAct> ActsOf(
        this ReportObligation obligation,
        Actor actor,
        DateTimeOffset now
    )
    {
        var answers =
            actor.AsAddressee() is { } addressee
            && actor.May(Permission.AnswerReports)
            && obligation.Of(addressee) == AcknowledgementStatus.Pending;
        return
        [
            .. ReportLifecycle
                .Table.ActsIn(obligation.Status)
                .Where(act =>
                    act switch
                    {
                        ReportAct.Edit => actor.May(Permission.EditReports),
                        ReportAct.File => actor.May(Permission.FileReports)
                            && now >= obligation.OpensAt,
                        ReportAct.Acknowledge or ReportAct.RequestSupplement => answers,
                        _ => false,
                    }
                ),
        ];
    }

    public static IReadOnlyList<ReportGap> GapsOf(ReportContent content) =>
        [.. ReportRules.Gaps(content).Select(g => new ReportGap(g.Anchor, g.Zh, g.En))];
}
