using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>What provinces are told of a batch.</summary>
internal static class BatchMessages
{
    private const string Ranking = "/ranking";

    public sealed record Opened(Batch Batch)
        : Message(
            new(
                $"{Batch.NameZh}开始受理申报，请于{BeijingTime.DeadlineZh(Batch.Forwarding.At)}前择优上报。",
                $"{Batch.NameEn} is open. Forward your best applications by {BeijingTime.DeadlineEn(Batch.Forwarding.At)}."
            ),
            BatchPage.Of(Ranking, Batch)
        );

    public sealed record Extended(Batch Batch)
        : Message(
            new(
                $"{Batch.NameZh}上报截止延至{BeijingTime.DeadlineZh(Batch.Forwarding.At)}，原定{BeijingTime.DeadlineZh(Batch.ForwardingDeadline)}。",
                $"{Batch.NameEn}: forwarding is extended to {BeijingTime.DeadlineEn(Batch.Forwarding.At)}; the public date was {BeijingTime.DeadlineEn(Batch.ForwardingDeadline)}."
            ),
            BatchPage.Of(Ranking, Batch)
        );

    public sealed record ProvinceExtended(Batch Batch, DateTimeOffset Until)
        : Message(
            new(
                $"{Batch.NameZh}：贵省上报截止延至{BeijingTime.DeadlineZh(Until)}。",
                $"{Batch.NameEn}: your forwarding deadline is extended to {BeijingTime.DeadlineEn(Until)}."
            ),
            BatchPage.Of(Ranking, Batch)
        );
}
