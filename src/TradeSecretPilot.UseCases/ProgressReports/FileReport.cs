using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>
/// 报送: files the report as it was saved, to SAMR and to the province at once (四（三）). Late filing is marked, never refused;
/// answered with a receipt.
/// </summary>
public sealed class FileReport(PilotSessions sessions)
{
    /// <param name="ObligationId">The report.</param>
    /// <param name="Seen">Row version the approver read; what was changed since is not filed.</param>
    public sealed record Input(Guid ObligationId, Seen Seen);

    /// <param name="ReceiptNumber">Public number of the receipt.</param>
    /// <param name="VersionNumber">From 1.</param>
    /// <param name="ReceivedAt">UTC.</param>
    /// <param name="ContentSha256">Fingerprint of what was filed.</param>
    /// <param name="IsLate">The first filing came at or after the due instant.</param>
    public sealed record View(
        string ReceiptNumber,
        int VersionNumber,
        DateTimeOffset ReceivedAt,
        string ContentSha256,
        bool IsLate
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.FileReports, ct);
        if (await session.FindReportAsync(input.ObligationId, ct) is not { } obligation)
        {
            return ReportRefusals.NotFound();
        }

        session.Expect(
            obligation,
            input.Seen,
            ReportRefusals.ChangedMeanwhile(obligation.SavedBy, obligation.SavedAt)
        );

        var filed = obligation.File(session.Actor.Name, session.Now);
        if (filed.Refusal is { } refusal)
        {
            return session.Refuse(refusal);
        }

        var version = filed.Value;
        var receipt = Receipt.Issue(
            ReceiptKind.ProgressReport,
            obligation.Id,
            version.Number,
            version.ContentSha256,
            obligation.OrganizationId,
            obligation.ProvinceCode,
            session.Now
        );
        session.Db.ReportVersions.Add(version);
        session.Db.Receipts.Add(receipt);
        await ReplaceFiguresAsync(session, version, ct);
        session.Record(
            obligation.Act(
                Act.ProgressReportFiled,
                Audience.Everyone,
                $"{receipt.Number} · {version.ContentSha256[..8]}"
            )
        );
        Notify(session, obligation);
        return await session.SaveAsync(
            () =>
                new View(
                    receipt.Number,
                    version.Number,
                    receipt.ReceivedAt,
                    receipt.ContentSha256,
                    obligation.IsLate
                ),
            ct
        );
    }

    /// <summary>The rows that are added up are those of the latest version; a nil report has none.</summary>
    private static async Task ReplaceFiguresAsync(
        PilotSession session,
        ReportVersion version,
        CancellationToken ct
    )
    {
        var stored = await session
            .Db.ReportFigures.Where(f => f.ObligationId == version.ObligationId)
            .ToDictionaryAsync(f => f.IndicatorCode, ct);
        var figures = version.Content.IsNil
            ? []
            : version
                .Content.Figures.Select(f => ReportFigure.Of(version.ObligationId, f.Key, f.Value))
                .ToList();
        foreach (var figure in figures)
        {
            if (stored.Remove(figure.IndicatorCode, out var former))
            {
                session.Db.Entry(former).CurrentValues.SetValues(figure);
            }
            else
            {
                session.Db.ReportFigures.Add(figure);
            }
        }

        session.Db.ReportFigures.RemoveRange(stored.Values);
    }

    private static void Notify(PilotSession session, ReportObligation obligation)
    {
        var message = new ReportMessages.Filed(obligation);
        session.Notify(Recipients.Province(obligation.ProvinceCode), message);
        session.Notify(Recipients.WorkingGroup, message);
    }
}
