using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>导出 of the extensions granted in a batch, as far as they concern the actor.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportExtensions(PilotSessions sessions, WorkbookPrinter printer)
{
    public sealed record Input(Guid BatchId);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewApplications, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var read = await ListExtensions.Found(session.Db, batch.Id).ToExportAsync(ct);
        return read.Refusal is { } refusal
            ? refusal
            : await printer.ExportAsync(
                session,
                $"{batch.NameZh}延期记录",
                [Extensions.Of(read.Value)],
                ExportFacts.Of(("批次", batch.NameZh)),
                ["除记录在案的延期外没有宽限；进展报告的截止日从不延期。"],
                ct
            );
    }

    private static readonly SheetOf<ListExtensions.Row> Extensions =
        new SheetOf<ListExtensions.Row>("延期")
            .Text("适用范围", 14, e => ScopeOf(e.Scope))
            .Text("省份", 20, e => e.ProvinceName, "空白为全部省份。")
            .Text("地区", 22, e => e.RegionName, "只在一件申报获得延期时有。")
            .Date("原截止日", 13, e => BeijingTime.LastOpenDay(e.From), "开放至当日24:00。")
            .Date("延期后截止日", 14, e => BeijingTime.LastOpenDay(e.Until), "开放至当日24:00。")
            .YesNo(
                "只限已开始的申报",
                17,
                e => e.OnlyForBegunDrafts,
                "只对原截止前已开始填写的申报有效。"
            )
            .Text("理由", 50, e => e.Reason)
            .Instant("批准时间", 21, e => e.GrantedAt);

    private static string ScopeOf(ExtensionScope scope) =>
        scope switch
        {
            ExtensionScope.Application => "一件申报",
            ExtensionScope.Province => "一个省份",
            _ => "全批",
        };
}
