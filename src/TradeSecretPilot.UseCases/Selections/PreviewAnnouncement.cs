using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>The announcement as it would be published now, marked as a draft.</summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.DocumentRead)]
[OneSnapshot]
public sealed class PreviewAnnouncement(PilotSessions sessions, DocumentPrinter printer)
{
    /// <param name="DocumentNumber">文号 as typed so far.</param>
    public sealed record Input(
        Guid BatchId,
        string? DocumentNumber = null,
        FileFormat Format = FileFormat.Pdf
    );

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DraftSelection, ct);
        var number = input.DocumentNumber?.Trim();
        if (Characters.Excess(number ?? "", Announcement.DocumentNumberMaxLength) > 0)
        {
            return SelectionRefusals.NumberInvalid(Announcement.DocumentNumberMaxLength);
        }

        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var read = await GetDecision.ReadAsync(session, new GetDecision.Input(batch.Id), ct);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        return await printer.HandOutAsync(
            session,
            batch.Id,
            AnnouncementDocument.Of(
                new AnnouncementDocument.Source
                {
                    BatchName = batch.NameZh,
                    DocumentNumber = string.IsNullOrEmpty(number) ? null : number,
                    Day = BeijingTime.DayOf(session.Now),
                    PilotStartsOn = batch.PilotStartsOn,
                    PilotEndsOn = batch.PilotEndsOn,
                    Regions = [.. read.Value.Selected.Select(r => (r.ProvinceName, r.RegionName))],
                    Verification = null,
                }
            ),
            input.Format,
            ct
        );
    }
}
