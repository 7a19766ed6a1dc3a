using System.Globalization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Ui.Lists;

namespace TradeSecretPilot.Web.Parts.Lists;

/// <summary>Which batch a page is about. Its address says so, by the number of the batch.</summary>
public static class BatchChoice
{
    public const string Key = ListQuery.BatchKey;

    /// <summary>
    /// The batch that the address names; where it names none, the one in the page's stage, the latest past it, or the latest of all.
    /// </summary>
    /// <param name="batches">Latest first.</param>
    /// <param name="from">The first stage the page works in.</param>
    /// <param name="to">The last one.</param>
    public static BatchView? Of(
        IReadOnlyList<BatchView> batches,
        string? number,
        BatchStage from,
        BatchStage to
    ) =>
        string.IsNullOrWhiteSpace(number)
            ? batches.FirstOrDefault(b => b.Stage >= from && b.Stage <= to)
                ?? batches.FirstOrDefault(b => b.Stage > to)
                ?? (batches.Count > 0 ? batches[0] : null)
            : batches.FirstOrDefault(b =>
                b.Number.ToString(CultureInfo.InvariantCulture) == number
            );

    /// <summary>Those that have left preparation: in one that has not, there is nothing to list.</summary>
    public static IReadOnlyList<BatchView> Opened(IEnumerable<BatchView> batches) =>
        [.. batches.Where(b => b.Stage != BatchStage.Preparing)];

    /// <summary>Those whose pilots run or ran.</summary>
    public static IReadOnlyList<BatchView> Launched(IEnumerable<BatchView> batches) =>
        [.. batches.Where(b => b.Stage >= BatchStage.Running)];

    /// <summary>Number of the batch that a list's address names; null where it shows all, 0 where no number is read.</summary>
    public static int? NumberIn(ListQuery query) =>
        query[Key] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
        : 0;
}
