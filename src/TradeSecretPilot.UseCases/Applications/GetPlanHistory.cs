using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Drafts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>修改记录: what the plan was while it was written, for the organisation that writes it.</summary>
[OneSnapshot]
[RecordsNothing("Its authors read their own earlier drafts.")]
public sealed class GetPlanHistory(PilotSessions sessions)
{
    /// <param name="DraftId">The entry to compare with the present text; null for the list alone.</param>
    public sealed record Input(Guid ApplicationId, Guid? DraftId = null);

    public sealed record View
    {
        public required Guid ApplicationId { get; init; }

        public required string Number { get; init; }

        public required string RegionName { get; init; }

        /// <summary>The text as it stands.</summary>
        public required WorkPlan Plan { get; init; }

        public required DraftHistoryView History { get; init; }

        /// <summary>The text of the entry asked for; null when none was.</summary>
        public required WorkPlan? Chosen { get; init; }
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditApplication, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        var history = PlanHistory.Drafts;
        var chosen = input.DraftId is { } id
            ? await history.FindAsync(session, application.Id, id, ct)
            : null;
        if (input.DraftId is not null && chosen is null)
        {
            return DraftRefusals.NotFound();
        }

        return new View
        {
            ApplicationId = application.Id,
            Number = application.Number,
            RegionName = application.RegionName,
            Plan = application.Plan,
            History = await history.ReadAsync(
                session,
                application.Standing(),
                application.Version,
                ApplicationActs
                    .Of(application, found, session.Actor, session.Now)
                    .Contains(ApplicationAct.Edit),
                ct
            ),
            Chosen = chosen,
        };
    }
}
