using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>导出 of the list of applications, as it is filtered; all of it, not a page.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportApplications(PilotSessions sessions, WorkbookPrinter printer)
{
    /// <param name="List">The list as it is filtered; its page does not matter.</param>
    public sealed record Input(ListApplications.Input List);

    private sealed record Line(
        ListApplications.Row Row,
        DateTimeOffset? SubmittedAt,
        DateTimeOffset? ForwardedAt
    );

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewApplications, ct);
        var (db, list) = (session.Db, input.List);
        if (await session.ChooseBatchAsync(list.Batch, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var calls = await db
            .ProvincialCalls.AsNoTracking()
            .Where(c => c.BatchId == batch.Id)
            .ToDictionaryAsync(c => c.ProvinceCode, ct);
        var read = await ListApplications
            .Found(session, db.Applications.AsNoTracking().Where(a => a.BatchId == batch.Id), list)
            .ToExportAsync(
                e => new Line(
                    ListApplications.ToRow(e, batch, calls, session.Actor),
                    e.SubmittedAt,
                    e.ForwardedAt
                ),
                ct
            );
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var isLocal = session.Actor.OrganizationKind == OrganizationKind.LocalGovernment;
        return await printer.ExportAsync(
            session,
            $"{batch.NameZh}申报列表",
            [Describe(isLocal).Of(read.Value)],
            ExportFacts.Of(
                ("批次", batch.NameZh),
                ("状态", list.Status is { } status ? Terms.Of(status).Zh : null),
                ("层级", list.Level is { } level ? Terms.Of(level).Zh : null),
                ("省份", await session.ProvinceAsync(list.ProvinceCode, ct)),
                ("地区或编号含", list.Text)
            ),
            isLocal
                ? []
                : ["尚未公布的遴选结果只有总局可见；公布之前，其他单位导出的状态为“已上报”。"],
            ct
        );
    }

    private static SheetOf<Line> Describe(bool isLocal)
    {
        var sheet = new SheetOf<Line>("申报")
            .Code("申报编号", 24, l => l.Row.Number)
            .Text("申报地区", 22, l => l.Row.RegionName)
            .Text("省份", 18, l => l.Row.ProvinceName)
            .Text("层级", 10, l => Terms.Of(l.Row.Level).Zh)
            .Text("状态", 12, l => Terms.Of(l.Row.Status).Zh)
            .Whole("提交次数", 10, l => l.Row.VersionNumber, "次", "0为尚未提交。");
        if (!isLocal)
        {
            sheet = sheet.Whole(
                "推荐名次",
                10,
                l => l.Row.Rank,
                meaning: "本省推荐地区中的名次；空白为未排名次。"
            );
        }

        return sheet
            .Text("轮到谁", 20, l => Terms.Of(l.Row.Turn.Actor)?.Zh, "空白为无须办理。")
            .Date(
                "截止日",
                13,
                l => l.Row.Turn.DueAt is { } due ? BeijingTime.LastOpenDay(due) : null,
                "下一步的截止日，开放至当日24:00；空白为没有时限。"
            )
            .Instant("最近提交时间", 21, l => l.SubmittedAt)
            .Instant("上报总局时间", 21, l => l.ForwardedAt)
            .Instant("最近变动时间", 21, l => l.Row.ChangedAt);
    }
}
