using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What waits for a system or security administrator: requests of others that need consent.</summary>
internal static class AdminInbox
{
    public static IEnumerable<TaskQuery> TasksOf(InboxBuilder inbox)
    {
        var (db, me, now) = (inbox.Session.Db, inbox.Session.Actor.AccountId, inbox.Session.Now);
        yield return TaskQuery.Each(
            db.ConsentRequests.Where(r =>
                r.Status == ConsentStatus.Open
                && r.ExpiresAt > now
                && r.AskedById != me
                && r.AccountId != me
            ),
            rows =>
                rows.OrderBy(r => r.ExpiresAt)
                    .ThenBy(r => r.Id)
                    .Select(r => new
                    {
                        r.UserName,
                        r.AskedAt,
                        r.ExpiresAt,
                    }),
            r => new TaskItem
            {
                Kind = TaskKind.DecideConsent,
                RegionName = r.UserName,
                DueAt = r.ExpiresAt,
                Since = r.AskedAt,
                Link = "/admin/consents",
            }
        );
    }
}
