using System.Globalization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.Web.Parts.Lists;

/// <summary>Which batch a page of a stage is about.</summary>
public static class BatchChoice
{
    public const string Key = "batch";

    /// <summary>
    /// The batch that the address names; otherwise the one in the page's stage, the latest past it, or the latest of all.
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
        batches.FirstOrDefault(b => b.Number.ToString(CultureInfo.InvariantCulture) == number)
        ?? batches.FirstOrDefault(b => b.Stage >= from && b.Stage <= to)
        ?? batches.FirstOrDefault(b => b.Stage > to)
        ?? (batches.Count > 0 ? batches[0] : null);
}
