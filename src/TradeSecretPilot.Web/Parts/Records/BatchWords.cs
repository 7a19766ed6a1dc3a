using System.Globalization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Parts.Records;

/// <summary>Words for batches in the language of the page.</summary>
public static class BatchWords
{
    /// <summary>第一批, or First batch.</summary>
    public static string Name(BatchView batch) => InLanguage.Of(batch.NameZh, batch.NameEn);

    /// <summary>As the plan words it, or in English.</summary>
    public static string Name(Criterion criterion) =>
        InLanguage.Of(criterion.NameZh, criterion.NameEn);

    /// <summary>What a stage is about, as a key of its translation.</summary>
    public static string Of(BatchStage stage) =>
        stage switch
        {
            BatchStage.Preparing => "筹备",
            BatchStage.Open => "申报上报",
            BatchStage.Appraising => "评估论证",
            BatchStage.Selecting => "遴选",
            BatchStage.Decided => "决定",
            BatchStage.Announced => "公布",
            BatchStage.Running => "试点",
            BatchStage.Concluded => "期满",
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Unknown stage."),
        };
}
