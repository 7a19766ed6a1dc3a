using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>Draft, Returned ─ deadline passes, or the province's letter goes without it → Lapsed.</summary>
internal sealed class DraftLapses : IDueMatter
{
    public DueActionKind Kind => DueActionKind.LapseDraft;

    public async Task<IReadOnlyList<DueItem>> FindAsync(
        PilotSession session,
        CancellationToken ct
    ) =>
        [
            .. (
                await OpenDrafts.ReadAsync(
                    session,
                    ApplicationLifecycle.Table.StatesFor(ApplicationAct.Lapse),
                    ct
                )
            )
                .Select(d => new DueItem(
                    DueActionKind.LapseDraft,
                    d.ApplicationId,
                    d.ForwardedAt ?? d.Deadline.At
                ))
                .Where(d => d.DueAt <= session.Now)
                .OrderBy(d => d.DueAt),
        ];

    public async Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var byId = items.ToDictionary(i => i.SubjectId);
        var found = await session.FindApplicationsAsync([.. byId.Keys], ct);
        var performed = new List<DueItem>();
        foreach (var due in found)
        {
            var application = due.Application;
            var sent = due.Call.ForwardedAt;
            var lapsed = sent is { } at
                ? application.LeaveOut(due.Call.LetterNumber!, at)
                : application.Lapse(due.Submission, session.Now);
            if (lapsed.Refusal is not null)
            {
                continue;
            }

            performed.Add(byId[application.Id] with { DueAt = sent ?? due.Submission.At });
            session.Record(
                application.Act(
                    Act.ApplicationLapsed,
                    application.VersionNumber > 0
                        ? Audience.Local | Audience.Provincial
                        : Audience.Local,
                    sent is null ? null : application.Reason
                )
            );
            session.Notify(
                Recipients.Organization(application.OrganizationId),
                sent is null
                    ? new DeadlineMessages.DraftLapsed(application.Id)
                    : new DeadlineMessages.LeftOut(application.Id)
            );
        }

        return performed;
    }
}
