using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>导出 of the mail outbox for operations; an administrator sees no business content, so neither subject nor body.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportOutbox(PilotSessions sessions, WorkbookPrinter printer)
{
    /// <param name="List">The list as it is filtered; its page does not matter.</param>
    public sealed record Input(ListOutbox.Input List);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewOperations, ct);
        var list = input.List;
        var read = await ListOutbox.Found(session.Db, list).ToExportAsync(ListOutbox.ToRow, ct);
        return read.Refusal is { } refusal
            ? refusal
            : await printer.ExportAsync(
                session,
                "发件箱",
                [Messages.Of(read.Value)],
                ExportFacts.Of(("状态", list.State is { } state ? Terms.Of(state).Zh : null)),
                ["只含发送情况，不含邮件的标题和正文。"],
                ct
            );
    }

    private static readonly SheetOf<ListOutbox.Row> Messages = new SheetOf<ListOutbox.Row>("发件箱")
        .Code("编号", 38, m => m.MessageId.ToString())
        .Code("收件人", 36, m => m.To)
        .Text("状态", 22, m => Terms.Of(m.State).Zh)
        .Instant("写入时刻", 21, m => m.CreatedAt)
        .Instant("发送时刻", 21, m => m.SentAt)
        .Whole("尝试", 9, m => m.Attempts, "次")
        .Instant("下次尝试", 21, m => m.NotBefore > DateTimeOffset.UnixEpoch ? m.NotBefore : null)
        .Text("最近一次错误", 50, m => m.LastError);
}
