using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>What is told of the selection: within SAMR until it is published, afterwards to all who took part.</summary>
internal static class SelectionMessages
{
    public sealed record Proposed(Batch Batch, int Selected)
        : Message(
            new(
                $"{Batch.NameZh}遴选草案已提交，拟入选{Selected}个地区，请您决定。",
                $"The selection of the {Batch.NameEn} is proposed, with {Selected} regions. Please decide."
            ),
            BatchPage.Of("/selection", Batch)
        );

    public sealed record Decided(Batch Batch, Selection Selection)
        : Message(
            new(
                $"{Batch.NameZh}遴选已决定（{Selection.DecisionNumber}），入选{Selection.SelectedCount}个地区，请准备公布。",
                $"The selection of the {Batch.NameEn} is decided ({Selection.DecisionNumber}), with {Selection.SelectedCount} regions. Prepare the announcement."
            ),
            BatchPage.Of("/announcement", Batch)
        );

    public sealed record Selected(Batch Batch, Application Application)
        : Message(
            new(
                $"{Batch.NameZh}创新试点地区名单已公布，{Application.RegionName}入选。",
                $"The list of the {Batch.NameEn} is published: {Application.RegionName} is selected."
            ),
            $"/applications/{Application.Id}"
        );

    public sealed record NotSelected(Batch Batch, Application Application)
        : Message(
            new(
                $"{Batch.NameZh}创新试点地区名单已公布，{Application.RegionName}未入选。",
                $"The list of the {Batch.NameEn} is published: {Application.RegionName} is not selected."
            ),
            $"/applications/{Application.Id}"
        );

    /// <param name="Selected">Names of the province's regions that were selected.</param>
    /// <param name="Forwarded">How many the province had forwarded.</param>
    public sealed record PublishedToProvince(
        Batch Batch,
        IReadOnlyList<string> Selected,
        int Forwarded
    )
        : Message(
            Selected.Count == 0
                ? new(
                    $"{Batch.NameZh}创新试点地区名单已公布，本省（区、市）无入选地区（上报{Forwarded}个）。",
                    $"The list of the {Batch.NameEn} is published; no region of your province is selected ({Forwarded} forwarded)."
                )
                : new(
                    $"{Batch.NameZh}创新试点地区名单已公布，本省（区、市）入选{Selected.Count}个：{string.Join('、', Selected)}（上报{Forwarded}个）。",
                    $"The list of the {Batch.NameEn} is published; of your province are selected: {string.Join(", ", Selected)} ({Forwarded} forwarded)."
                ),
            PublishedListAddress.Of(Batch.Number)
        );
}
