namespace TradeSecretPilot.Domain.Batches;

/// <summary>Stages of a batch in words: one table for refusals, pages and documents.</summary>
public static class BatchTerms
{
    public static Term Of(BatchStage stage) =>
        stage switch
        {
            BatchStage.Preparing => new("筹备中", "In preparation"),
            BatchStage.Open => new("申报中", "Open"),
            BatchStage.Appraising => new("评估论证", "Appraisal"),
            BatchStage.Selecting => new("遴选中", "Selecting"),
            BatchStage.Decided => new("待公布", "To be published"),
            BatchStage.Announced => new("已公布", "Published"),
            BatchStage.Running => new("试点中", "Pilot running"),
            BatchStage.Concluded => new("试点期满", "Concluded"),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };
}
