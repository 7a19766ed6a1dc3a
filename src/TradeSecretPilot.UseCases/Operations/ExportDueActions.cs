using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>导出 of what fell due and was done, as the list is filtered.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportDueActions(PilotSessions sessions, WorkbookPrinter printer)
{
    /// <param name="List">The list as it is filtered; its page does not matter.</param>
    public sealed record Input(ListDueActions.Input List);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewOperations, ct);
        var list = input.List;
        var read = await ListDueActions.Found(session.Db, list).ToExportAsync(ct);
        return read.Refusal is { } refusal
            ? refusal
            : await printer.ExportAsync(
                session,
                "到期事项",
                [Actions.Of(read.Value)],
                ExportFacts.Of(
                    ("事项", list.Kind is { } kind ? Terms.Of(kind).Zh : null),
                    ("结果", list.Outcome is { } outcome ? Terms.Of(outcome).Zh : null)
                ),
                ["到期事项每分钟办理一次，各办一次；唯一键保证不重复办理。不含业务内容。"],
                ct
            );
    }

    private static readonly SheetOf<ListDueActions.Row> Actions = new SheetOf<ListDueActions.Row>(
        "到期事项"
    )
        .Text("事项", 18, a => Terms.Of(a.Kind).Zh)
        .Instant("应办时刻", 21, a => a.DueAt)
        .Instant("办理时刻", 21, a => a.DoneAt)
        .Whole(
            "相差",
            12,
            a => (long)Math.Round((a.DoneAt - a.DueAt).TotalSeconds),
            "秒",
            "办理时刻减应办时刻。"
        )
        .Text("结果", 22, a => Terms.Of(a.Outcome).Zh)
        .Code("记录编号", 38, a => a.SubjectId.ToString())
        .Code("唯一键", 70, a => a.Key);
}
