using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>导出 of the audit trail, as the list is filtered; a trail longer than a file holds is narrowed by its filter.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
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
        var found = await ListAuditEntries.FoundAsync(session.Db, list, ct);
        var read = await found.OrderByDescending(e => e.Sequence).ToExportAsync(ct);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var rows = await ListAuditEntries.NamedAsync(session.Db, read.Value, ct);

        return await printer.ExportAsync(
            session,
            "审计记录",
            [Describe().Of(rows)],
            ExportFacts.Of(
                ("类别", list.Group is { } group ? Terms.Of(group).Zh : null),
                ("事项", list.Act is { } act ? Terms.Of(act).Zh : null),
                ("结果", list.Outcome is { } outcome ? Terms.Of(outcome).Zh : null),
                ("姓名或单位含", list.Actor),
                ("账号", await PersonAsync(session, list.PersonId, ct)),
                ("记录", list.Record),
                ("自", list.From is { } from ? OfficialWords.Day(from) : null),
                ("至", list.To is { } to ? OfficialWords.Day(to) : null)
            ),
            [
                "审计记录只增不改，逐条以SHA-256相接。经过筛选的记录序号不连续，不能据以校验链条；请在平台核验。",
            ],
            ct
        );
    }

    private static SheetOf<ListAuditEntries.Row> Describe() =>
        new SheetOf<ListAuditEntries.Row>("审计记录")
            .Whole("序号", 10, e => e.Sequence)
            .Exact("时间", 25, e => e.At)
            .Text("姓名", 16, e => e.ActorName)
            .Text("角色", 14, e => RoleOf(e.ActorRole))
            .Text("单位", 26, e => e.OrganizationName)
            .Text("做了什么", 34, e => Terms.Of(e.Act).Zh)
            .Text("对象", 40, e => e.Subject?.Name)
            .Text("结果", 10, e => e.Act is { } act ? Terms.Of(Acts.OutcomeOf(act)).Zh : null)
            .Code("事项代码", 30, e => e.Code)
            .Text("备注", 34, e => e.Note)
            .Code("记录编号", 38, e => e.SubjectId == Guid.Empty ? null : e.SubjectId.ToString())
            .Code("变更前指纹", 36, e => e.BeforeSha256, "所改记录变更前的SHA-256；空白为新增。")
            .Code("变更后指纹", 36, e => e.AfterSha256, "所改记录变更后的SHA-256；空白为没有改动。")
            .Code("本条指纹", 36, e => e.Hash, "本条其余各项的SHA-256，含前一条的指纹。");

    private static async Task<string?> PersonAsync(
        PilotSession session,
        Guid? accountId,
        CancellationToken ct
    ) =>
        accountId is { } id
            ? (await RecordNames.ReadAsync(session.Db, [id], ct)).GetValueOrDefault(id)?.Name
                ?? $"{id}"
            : null;

    private static string? RoleOf(string? name) =>
        Enum.TryParse<Role>(name, out var role) ? Terms.Of(role).Zh : name;
}
