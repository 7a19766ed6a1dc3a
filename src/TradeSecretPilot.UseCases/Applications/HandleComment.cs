using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>标为已处理: ticks off one comment of the return, for everybody of the organisation.</summary>
public sealed class HandleComment(PilotSessions sessions)
{
    /// <param name="VersionNumber">The returned version.</param>
    /// <param name="Number">The comment among those of the return, from 1.</param>
    public sealed record Input(Guid ApplicationId, int VersionNumber, int Number);

    public async Task<Result<CommentView.Mark>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditApplication, ct);
        if (
            await session.FindApplicationAsync(input.ApplicationId, ct)
            is not { Application: var application }
        )
        {
            return ApplicationRefusals.NotFound();
        }

        var mark = await session.FindHandlingAsync(
            application,
            input.VersionNumber,
            input.Number,
            ct
        );
        if (mark is null)
        {
            mark = CommentHandling.Of(application, input.VersionNumber, input.Number, session.Now);
            session.Db.CommentHandlings.Add(mark);
        }

        if (mark.Handle(application, session.Actor.Name, session.Now).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(
            application.Act(
                Act.ApplicationCommentHandled,
                Audience.None,
                input.Number.ToString(CultureInfo.InvariantCulture)
            )
        );
        return await session.SaveAsync(
            () => new CommentView.Mark(session.Actor.Name, session.Now),
            ct
        );
    }
}
