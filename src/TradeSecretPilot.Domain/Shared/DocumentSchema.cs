using System.Text.Json;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>The version of a stored document's form. A later portal reads every earlier version; an earlier one refuses a later.</summary>
public static class DocumentSchema
{
    /// <summary>The version as read, when this portal knows it.</summary>
    /// <exception cref="JsonException">The document was written by a later portal.</exception>
    public static int Known(int version, int current) =>
        version >= 1 && version <= current
            ? version
            : throw new JsonException(
                $"The document has form {version}; this portal reads forms 1 to {current}."
            );
}
