using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>导出 of 上报进度: one row a province, in counts.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportForwardingProgress(PilotSessions sessions, WorkbookPrinter printer)
{
    /// <param name="Forwarded">Only provinces that have forwarded, or only those that have not; null for all.</param>
    public sealed record Input(Guid BatchId, bool? Forwarded = null);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewForwarding, ct);
        var read = await GetForwardingProgress.ReadAsync(
            session,
            new GetForwardingProgress.Input(input.BatchId),
            ct
        );
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var view = read.Value;
        return await printer.ExportAsync(
            session,
            $"{view.Batch.NameZh}各省上报进度",
            [
                Progress.Of(
                    view.Provinces.Where(p =>
                        input.Forwarded is not { } forwarded
                        || forwarded == p.ForwardedAt is not null
                    )
                ),
            ],
            ExportFacts.Of(
                ("批次", view.Batch.NameZh),
                (
                    "上报情况",
                    input.Forwarded switch
                    {
                        true => "已上报",
                        false => "未上报",
                        _ => null,
                    }
                )
            ),
            ["仍在省级办理的申报只统计件数，内容在上报后方可查看。"],
            ct
        );
    }

    private static readonly SheetOf<GetForwardingProgress.Row> Progress =
        new SheetOf<GetForwardingProgress.Row>("上报进度")
            .Code("区划代码", 10, p => p.ProvinceCode)
            .Text("省份", 22, p => p.ProvinceName)
            .Date(
                "申报截止日",
                13,
                p => BeijingTime.LastOpenDay(p.Submission.At),
                "本省各地区提交的截止日，开放至当日24:00。"
            )
            .Date(
                "上报截止日",
                13,
                p => BeijingTime.LastOpenDay(p.Forwarding.At),
                "开放至当日24:00，含已批准的延期。"
            )
            .YesNo("已获延期", 10, p => p.Forwarding.IsExtended)
            .Whole("待初审", 9, p => p.Submitted, "件")
            .Whole("退回修改", 10, p => p.Returned, "件")
            .Whole("已推荐", 9, p => p.Recommended, "件", "已推荐、尚未上报。")
            .Whole("不予推荐", 10, p => p.Declined, "件")
            .Whole("已上报", 9, p => p.Forwarded, "件")
            .Code("上报函文号", 24, p => p.LetterNumber, "空白为未上报。")
            .Instant("上报时间", 21, p => p.ForwardedAt);
}
