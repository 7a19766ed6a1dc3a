using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>导出 of the tenants of the portal, as the list is filtered.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportOrganizations(PilotSessions sessions, WorkbookPrinter printer)
{
    /// <param name="List">The list as it is filtered; its page does not matter.</param>
    public sealed record Input(ListOrganizations.Input List);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageAccounts, ct);
        var list = input.List;
        var read = await ListOrganizations.Found(session.Db, list).ToExportAsync(ct);
        return read.Refusal is { } refusal
            ? refusal
            : await printer.ExportAsync(
                session,
                "单位列表",
                [Organizations.Of(read.Value)],
                ExportFacts.Of(
                    ("类别", list.Kind is { } kind ? Terms.Of(kind).Zh : null),
                    ("省份", await session.ProvinceAsync(list.ProvinceCode, ct)),
                    ("单位或地区名称含", list.Text)
                ),
                [],
                ct
            );
    }

    private static readonly SheetOf<ListOrganizations.Row> Organizations =
        new SheetOf<ListOrganizations.Row>("单位")
            .Text("单位", 40, o => o.Name)
            .Text("类别", 20, o => Terms.Of(o.Kind).Zh)
            .Text("地区", 24, o => o.RegionName)
            .Code("区划代码", 12, o => o.DivisionCode)
            .Text("层级", 12, o => o.Level is { } level ? Terms.Of(level).Zh : null)
            .Text("省份", 20, o => o.ProvinceName)
            .Whole("在用账号", 12, o => o.Accounts, "个", "没有停用的账号。")
            .Instant("建立时间", 21, o => o.CreatedAt);
}
