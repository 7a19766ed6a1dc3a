using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Wording;
using static TradeSecretPilot.UseCases.Tests.Rendering.Excel.ExportedRows;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>The exports of the administrators, read back as <see cref="ExcelExportTests"/> reads the others.</summary>
public sealed class ExcelAdminExportTests(TestDatabases databases)
{
    private static readonly Paging All = new(1, Paging.MaxSize);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task OrganizationsAndAccounts_EveryDatumOfTheirLists(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var admin = world.Cast.SystemAdmin;
        var organizations = await world.AsAsync(
            admin,
            (ListOrganizations u) => u.ExecuteAsync(new(Paging: All), Ct)
        );
        var accounts = await world.AsAsync(
            admin,
            (ListAccounts u) => u.ExecuteAsync(new(Paging: All), Ct)
        );

        // More than a page of a list.
        Assert.InRange(organizations.Total, Paging.DefaultSize + 1, Paging.MaxSize);
        Assert.InRange(accounts.Total, Paging.DefaultSize + 1, Paging.MaxSize);
        Same(
            ExcelBook.Of(
                await world.AsAsync(
                    admin,
                    (ExportOrganizations u) => u.ExecuteAsync(new(new()), Ct)
                )
            )["单位"],
            organizations.Items,
            ("单位", o => o.Name),
            ("类别", o => Terms.Of(o.Kind).Zh),
            ("地区", o => o.RegionName),
            ("区划代码", o => o.DivisionCode),
            ("层级", o => o.Level is { } level ? Terms.Of(level).Zh : null),
            ("省份", o => o.ProvinceName),
            ("在用账号（个）", o => o.Accounts),
            ("建立时间", o => o.CreatedAt)
        );
        Same(
            ExcelBook.Of(
                await world.AsAsync(admin, (ExportAccounts u) => u.ExecuteAsync(new(new()), Ct))
            )["账号"],
            accounts.Items,
            ("账号", a => a.UserName),
            ("姓名", a => a.DisplayName),
            ("角色", a => Terms.Of(a.Role).Zh),
            ("单位", a => a.OrganizationName),
            ("电子邮箱", a => a.Email),
            ("状态", a => a.DisabledAt is null ? "在用" : "已停用"),
            ("待改初始密码", a => a.MustChangePassword),
            ("建立时间", a => a.CreatedAt),
            ("停用时间", a => a.DisabledAt)
        );
        var ofOne = ExcelBook.Of(
            await world.AsAsync(
                admin,
                (ExportAccounts u) =>
                    u.ExecuteAsync(new(new(OrganizationId: world.Cast.A[0].OrganizationId)), Ct)
            )
        );
        Assert.Equal(2, ofOne["账号"].Rows.Count);
        Assert.Contains(
            (
                "单位",
                accounts
                    .Items.First(a => a.OrganizationId == world.Cast.A[0].OrganizationId)
                    .OrganizationName!
            ),
            ofOne.Facts
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task DueActionsAndOutbox_EveryDatumOfTheirLists(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var admin = world.Cast.SystemAdmin;
        var actions = await ReadAllAsync(paging =>
            world.AsAsync(admin, (ListDueActions u) => u.ExecuteAsync(new(Paging: paging), Ct))
        );
        var messages = await ReadAllAsync(paging =>
            world.AsAsync(admin, (ListOutbox u) => u.ExecuteAsync(new(Paging: paging), Ct))
        );

        Same(
            ExcelBook.Of(
                await world.AsAsync(admin, (ExportDueActions u) => u.ExecuteAsync(new(new()), Ct))
            )["到期事项"],
            actions,
            ("事项", a => Terms.Of(a.Kind).Zh),
            ("应办时刻", a => a.DueAt),
            ("办理时刻", a => a.DoneAt),
            ("结果", a => Terms.Of(a.Outcome).Zh),
            ("记录编号", a => a.SubjectId.ToString()),
            ("唯一键", a => a.Key)
        );
        Same(
            ExcelBook.Of(
                await world.AsAsync(admin, (ExportOutbox u) => u.ExecuteAsync(new(new()), Ct))
            )["发件箱"],
            messages,
            ("编号", m => m.MessageId.ToString()),
            ("收件人", m => m.To),
            ("状态", m => Terms.Of(m.State).Zh),
            ("写入时刻", m => m.CreatedAt),
            ("发送时刻", m => m.SentAt),
            ("尝试（次）", m => m.Attempts),
            ("最近一次错误", m => m.LastError)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Audit_EveryDatumOfTheTrail_ToTheMillisecond(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var admin = world.Cast.AuditAdmin;
        var entries = new List<ListAuditEntries.Row>();
        for (long? before = long.MaxValue; before is not null; )
        {
            var part = await world.AsAsync(
                admin,
                (ListAuditEntries u) => u.ExecuteAsync(new() { Before = before, Size = 100 }, Ct)
            );
            entries.AddRange(part.Items);
            before = part.Older;
        }

        var sheet = ExcelBook.Of(
            await world.AsAsync(admin, (ExportAuditEntries u) => u.ExecuteAsync(new(new()), Ct))
        )["审计记录"];

        Assert.InRange(entries.Count, 100, 2000);
        Same(
            sheet,
            entries,
            ("序号", e => e.Sequence),
            ("时间", e => e.At),
            ("姓名", e => e.ActorName),
            ("单位", e => e.OrganizationName),
            ("做了什么", e => Terms.Of(e.Act).Zh),
            ("对象", e => e.Subject?.Name),
            ("结果", e => Terms.Of(Acts.OutcomeOf(e.Act!.Value)).Zh),
            ("事项代码", e => e.Code),
            ("备注", e => e.Note),
            ("记录编号", e => e.SubjectId == Guid.Empty ? null : e.SubjectId.ToString()),
            ("变更前指纹", e => e.BeforeSha256),
            ("变更后指纹", e => e.AfterSha256),
            ("本条指纹", e => e.Hash)
        );

        var day = BeijingTime.DayOf(entries[0].At);
        var ofDay = ExcelBook.Of(
            await world.AsAsync(
                admin,
                (ExportAuditEntries u) =>
                    u.ExecuteAsync(
                        new(
                            new()
                            {
                                Group = ActGroup.ProgressReport,
                                From = day,
                                To = day,
                            }
                        ),
                        Ct
                    )
            )
        );
        Assert.Contains(("类别", "进展报告"), ofDay.Facts);
        Assert.Contains(("自", OfficialWords.Day(day)), ofDay.Facts);
        Assert.All(
            ofDay["审计记录"]["事项代码"],
            act => Assert.StartsWith("ProgressReport.", (string)act!, StringComparison.Ordinal)
        );
    }
}
