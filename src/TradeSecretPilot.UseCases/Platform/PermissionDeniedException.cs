namespace TradeSecretPilot.UseCases.Platform;

/// <summary>
/// The actor may not do this at all: a page or a caller offered an act that the role does not hold, or the account was
/// locked while its page was open.
/// </summary>
public sealed class PermissionDeniedException : Exception
{
    public PermissionDeniedException() { }

    public PermissionDeniedException(string message)
        : base(message) { }

    public PermissionDeniedException(string message, Exception inner)
        : base(message, inner) { }
}
