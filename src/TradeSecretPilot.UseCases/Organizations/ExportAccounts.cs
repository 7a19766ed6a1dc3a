using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>导出 of the accounts of the portal, as the list is filtered.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportAccounts(PilotSessions sessions, WorkbookPrinter printer)
{
    /// <param name="List">The list as it is filtered; its page does not matter.</param>
    public sealed record Input(ListAccounts.Input List);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        var list = input.List;
        var read = await ListAccounts.Found(session.Db, list).ToExportAsync(ct);
        return read.Refusal is { } refusal
            ? refusal
            : await printer.ExportAsync(
                session,
                "账号列表",
                [Accounts.Of(read.Value)],
                ExportFacts.Of(
                    ("角色", list.Role is { } role ? Terms.Of(role).Zh : null),
                    ("单位", await NameOfAsync(session, list.OrganizationId, ct)),
                    ("账号或姓名含", list.Text)
                ),
                ["含姓名和电子邮箱，只作账号管理之用，请妥善保管，用后删除。"],
                ct
            );
    }

    private static async Task<string?> NameOfAsync(
        PilotSession session,
        Guid? organizationId,
        CancellationToken ct
    ) =>
        organizationId is { } id
            ? await session
                .Db.Organizations.Where(o => o.Id == id)
                .Select(o => o.Name)
                .SingleOrDefaultAsync(ct)
                ?? id.ToString()
            : null;

    private static readonly SheetOf<ListAccounts.Row> Accounts = new SheetOf<ListAccounts.Row>(
        "账号"
    )
        .Code("账号", 22, a => a.UserName)
        .Text("姓名", 16, a => a.DisplayName)
        .Text("角色", 16, a => Terms.Of(a.Role).Zh)
        .Text("单位", 36, a => a.OrganizationName, "空白为不属于任何单位。")
        .Code("电子邮箱", 32, a => a.Email)
        .Text("状态", 9, a => a.DisabledAt is null ? "在用" : "已停用")
        .YesNo("待改初始密码", 14, a => a.MustChangePassword)
        .Instant("建立时间", 21, a => a.CreatedAt)
        .Instant("停用时间", 21, a => a.DisabledAt);
}
