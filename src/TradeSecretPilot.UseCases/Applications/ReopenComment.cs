using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>撤销标记: a comment that was ticked off is open again.</summary>
public sealed class ReopenComment(PilotSessions sessions)
{
    /// <param name="VersionNumber">The returned version.</param>
    /// <param name="Number">The comment among those of the return, from 1.</param>
    public sealed record Input(Guid ApplicationId, int VersionNumber, int Number);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditApplication, ct);
        if (
            await session.FindApplicationAsync(input.ApplicationId, ct)
            is not { Application: var application }
        )
        {
            return ApplicationRefusals.NotFound();
        }

        if (
            await session.FindHandlingAsync(application, input.VersionNumber, input.Number, ct)
            is not { } mark
        )
        {
            return ApplicationRefusals.CommentNotFound();
        }

        if (mark.Reopen(application).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(
            application.Act(
                Act.ApplicationCommentReopened,
                Audience.None,
                input.Number.ToString(CultureInfo.InvariantCulture)
            )
        );
        return await session.SaveAsync(ct);
    }
}
