using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.Web.Ui.Files;

/// <summary>Opens a file that the browser has sent, for the act that it was sent for.</summary>
/// <param name="upload">Its key.</param>
/// <param name="ct">Whoever waits has left.</param>
public delegate Task<Result<Upload>> OpenSentFile(Guid upload, CancellationToken ct);
