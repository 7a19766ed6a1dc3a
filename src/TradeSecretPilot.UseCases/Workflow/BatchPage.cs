using System.Globalization;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>Addresses of pages that show one batch at a time: each names its batch, so that it still leads there when a later one is alive.</summary>
public static class BatchPage
{
    /// <summary>In the address, before the number.</summary>
    public const string Key = "batch";

    public static string Of(string path, Batch batch) => Of(path, batch.Number);

    public static string Of(string path, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}?{Key}={number}");
}
