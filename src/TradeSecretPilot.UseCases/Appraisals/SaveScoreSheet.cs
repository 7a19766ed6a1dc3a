using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>Autosave: keeps an unfinished sheet as it stands.</summary>
public sealed class SaveScoreSheet(PilotSessions sessions)
{
    /// <param name="ExpectedVersion">Row version the page started from.</param>
    /// <param name="Scores">Points 0–100 by criterion code; a criterion without a score is left out.</param>
    public sealed record Input(
        Guid SheetId,
        int ExpectedVersion,
        IReadOnlyDictionary<string, int> Scores,
        string Comment
    );

    /// <param name="Version">Row version to save on next time.</param>
    /// <param name="SavedAt">UTC.</param>
    /// <param name="Open">Criteria without a score.</param>
    public sealed record View(int Version, DateTimeOffset SavedAt, int Open);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ScorePlans, ct);
        if (await session.FindOwnSheetAsync(input.SheetId, ct) is not { } found)
        {
            return AppraisalRefusals.NotFound();
        }

        var sheet = found.Sheet;
        session.Expect(sheet, input.ExpectedVersion);

        var kept = sheet.Save(found.Batch, input.Scores, input.Comment, session.Now);
        if (kept.Refusal is { } refusal)
        {
            return session.Refuse(refusal);
        }

        session.Record(new ActRecord(Act.ScoreSheetSaved, sheet.Id));
        return await session.SaveAsync(
            () =>
                new View(
                    sheet.Version,
                    session.Now,
                    found.Batch.Criteria.Count(c => !sheet.Scores.ContainsKey(c.Code))
                ),
            ct
        );
    }
}
