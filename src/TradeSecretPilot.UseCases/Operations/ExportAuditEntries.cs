using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>导出 of the audit trail, as the list is filtered; a trail longer than a file holds is narrowed by its filter.</summary>
public sealed class ExportAuditEntries(
    PilotSessions sessions,
    AuditSequencer sequencer,
    WorkbookPrinter printer
)
{
    /// <param name="List">The list as it is filtered; its page does not matter.</param>
    public sealed record Input(ListAuditEntries.Input List);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        await sequencer.PlaceAsync(ct);
        var list = input.List;
        var read = await ListAuditEntries.Found(session.Db, list).ToExportAsync(ct);
        return read.Refusal is { } refusal
            ? refusal
            : printer.Export(
                session,
                "审计记录",
                [Describe().Of(read.Value)],
                ExportFacts.Of(
                    ("事项", list.Group is { } group ? Terms.Of(group).Zh : null),
                    ("姓名或单位含", list.Actor),
                    ("记录", list.SubjectId?.ToString()),
                    ("日期", list.Day is { } day ? OfficialWords.Day(day) : null)
                ),
                [
                    "审计记录只增不改，逐条以SHA-256相接。经过筛选的记录序号不连续，不能据以校验链条；请在平台核验。",
                ]
            );
    }

    private static SheetOf<ListAuditEntries.Row> Describe() =>
        new SheetOf<ListAuditEntries.Row>("审计记录")
            .Whole("序号", 10, e => e.Sequence)
            .Exact("时间", 25, e => e.At)
            .Text("姓名", 16, e => e.ActorName)
            .Text("角色", 14, e => RoleOf(e.ActorRole))
            .Text("单位", 26, e => e.OrganizationName)
            .Text("做了什么", 24, e => Terms.Of(e.Act).Zh)
            .Code("事项代码", 30, e => e.Code)
            .Text("备注", 34, e => e.Note)
            .Code("记录编号", 38, e => e.SubjectId == Guid.Empty ? null : e.SubjectId.ToString())
            .Code("变更前指纹", 36, e => e.BeforeSha256, "所改记录变更前的SHA-256；空白为新增。")
            .Code("变更后指纹", 36, e => e.AfterSha256, "所改记录变更后的SHA-256；空白为没有改动。")
            .Code("本条指纹", 36, e => e.Hash, "本条其余各项的SHA-256，含前一条的指纹。");

    private static string? RoleOf(string? name) =>
        Enum.TryParse<Role>(name, out var role) ? Terms.Of(role).Zh : name;
}
