namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>
/// Every use case: who may call it, on what. Written by hand beside the role table of the portal, so that a slip in one of them
/// shows.
/// </summary>
internal static partial class UseCaseTable
{
    public static IReadOnlyList<UseCaseRow> Rows { get; } =
    [
        // First of all: the others lay rows past the trail, which a check of it would name.
        .. Portal,
        .. Documents,
        .. Applications,
        .. Appraisals,
        .. Batches,
        .. Selections,
        .. Reports,
        .. Accounts,
        .. Exports,
        .. Files,
    ];
}
