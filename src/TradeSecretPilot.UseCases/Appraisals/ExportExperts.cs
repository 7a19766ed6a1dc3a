using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>导出 of the panel of a batch with how far each expert is, and of the pool with what each has to score.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportExperts(PilotSessions sessions, WorkbookPrinter printer)
{
    public sealed record Input(Guid BatchId);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var panel = await GetPanel.ReadAsync(session, new GetPanel.Input(input.BatchId), ct);
        if (panel.Refusal is { } refusal)
        {
            return refusal;
        }

        var pool = await ListExperts
            .Found(session.Db, new ListExperts.Input { BatchId = input.BatchId })
            .ToExportAsync(ct);
        if (pool.Refusal is { } tooMany)
        {
            return tooMany;
        }

        var view = panel.Value;
        return await printer.ExportAsync(
            session,
            $"{view.Batch.NameZh}专家组和专家库",
            [Panel.Of(view.Members), Pool.Of(pool.Value)],
            ExportFacts.Of(("批次", view.Batch.NameZh)),
            [
                view.ScoresDueOn is { } due
                    ? $"评分截止日{OfficialWords.Day(due)}，为工作目标，逾期仍可评分。"
                    : "本批次尚未组建专家组。",
                $"已上报方案{view.Plans}份，每份由{view.Batch.SheetsPerPlan}位专家评分，共需评分表{view.SheetsNeeded}份。",
            ],
            ct
        );
    }

    private static readonly SheetOf<GetPanel.Member> Panel = new SheetOf<GetPanel.Member>("专家组")
        .Text("专家", 16, m => m.Name)
        .Text("工作单位", 32, m => m.Unit)
        .Text("专业领域", 24, m => m.Specialty)
        .Text("所在省份", 18, m => m.ProvinceName ?? "中央单位", "专家与方案同省的，须回避。")
        .Whole("待应答", 9, m => m.Assigned, "份", "已指派，专家尚未应答。")
        .Whole("评分中", 9, m => m.Accepted, "份")
        .Whole("已提交", 9, m => m.Submitted, "份")
        .Whole("已回避", 9, m => m.Recused, "份");

    private static readonly SheetOf<ListExperts.Row> Pool = new SheetOf<ListExperts.Row>("专家库")
        .Text("专家", 16, e => e.Name)
        .Text("工作单位", 32, e => e.Unit)
        .Text("专业领域", 24, e => e.Specialty)
        .Text("所在省份", 18, e => e.ProvinceName ?? "中央单位")
        .YesNo("在本批专家组", 14, e => e.IsOnPanel)
        .Whole("评审任务", 10, e => e.Load, "份", "本批次指派给该专家、未回避的评分表。");
}
