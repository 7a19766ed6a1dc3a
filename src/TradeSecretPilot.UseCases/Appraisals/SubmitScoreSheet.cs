using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>Submits a sheet for good.</summary>
public sealed class SubmitScoreSheet(PilotSessions sessions)
{
    /// <param name="Seen">Row version of the scores the expert sees; what was changed since is not submitted.</param>
    public sealed record Input(Guid SheetId, Seen Seen);

    /// <param name="TotalHundredths">Weighted total in hundredths of a point.</param>
    /// <param name="SubmittedAt">UTC.</param>
    public sealed record View(int TotalHundredths, DateTimeOffset SubmittedAt);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ScorePlans, ct);
        if (await session.FindOwnSheetAsync(input.SheetId, ct) is not { } found)
        {
            return AppraisalRefusals.NotFound();
        }

        var sheet = found.Sheet;
        session.Expect(sheet, input.Seen);

        if (sheet.Submit(found.Batch, session.Now).Refusal is { } refusal)
        {
            return session.Refuse(refusal);
        }

        session.Record(found.Act(Act.ApplicationScoresSubmitted));
        return await session.SaveAsync(
            () => new View(sheet.TotalHundredths!.Value, session.Now),
            ct
        );
    }
}
