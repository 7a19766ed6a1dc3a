using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>What experts, the working group and its lead are told of the appraisal.</summary>
internal static class AppraisalMessages
{
    private const string Scoring = "/scoring";

    public sealed record PlansAssigned(Batch Batch, int Plans)
        : Message(
            new(
                $"请您评审{Batch.NameZh}创新试点工作方案{Plans}份，请先确认是否需要回避。",
                $"{Plans} work plan(s) of the {Batch.NameEn} are yours to score. First say whether you must recuse."
            ),
            Scoring
        );

    public sealed record PlanAssigned(string RegionName)
        : Message(
            new(
                $"请您评审{RegionName}的创新试点工作方案，请先确认是否需要回避。",
                $"The work plan of {RegionName} is yours to score. First say whether you must recuse."
            ),
            Scoring
        );

    public sealed record PlansReleased(IReadOnlyList<string> Regions, string? Reason)
        : Message(
            new(
                $"工作组已收回指派给您的{Regions.Count}份方案（{string.Join('、', Regions)}），您不必再评：{Reason}",
                $"The working group took {Regions.Count} plan(s) back from you ({string.Join(", ", Regions)}); you need not score them: {Reason}"
            ),
            Scoring
        );

    public sealed record Urged(Batch Batch, int Sheets, DateOnly DueOn)
        : Message(
            new(
                $"工作组催办：{Batch.NameZh}您还有{Sheets}份评分表没有提交，评分截止日为{BeijingTime.DeadlineZh(BeijingTime.EndOf(DueOn))}。",
                $"The working group asks for your scores: {Sheets} sheet(s) of the {Batch.NameEn} are open; due {BeijingTime.DeadlineEn(BeijingTime.EndOf(DueOn))}."
            ),
            Scoring
        );

    public sealed record Recused(int BatchNumber, string ExpertName, string RegionName)
        : Message(
            new(
                $"{ExpertName}申请回避{RegionName}的方案，请补派专家。",
                $"{ExpertName} recused from the plan of {RegionName}. Assign another expert."
            ),
            BatchPage.Of("/appraisal", BatchNumber)
        );

    public sealed record PanelOpened(Batch Batch)
        : Message(
            new(
                $"{Batch.NameZh}评分已全部提交并公开，您可以查看其他专家对同一方案的评分。",
                $"All scores of the {Batch.NameEn} are in. You can now read the other experts' scores of your plans."
            ),
            Scoring
        );

    public sealed record Concluded(Batch Batch, int Plans)
        : Message(
            new(
                $"{Batch.NameZh}专家评估已结束，{Plans}个地区已有评估排名，可以遴选。",
                $"The appraisal of the {Batch.NameEn} has ended; {Plans} regions are ranked. Selection can begin."
            ),
            BatchPage.Of("/selection", Batch)
        );
}
