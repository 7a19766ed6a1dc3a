namespace TradeSecretPilot.UseCases.Rendering;

/// <summary>What a document is made into.</summary>
public enum FileFormat
{
    /// <summary>The document itself.</summary>
    Pdf = 1,

    /// <summary>Editable.</summary>
    Word = 2,

    /// <summary>All pages in one picture, for the page's preview.</summary>
    Preview = 3,
}

/// <summary>A file to be handed out.</summary>
/// <param name="Name">With its ending.</param>
public sealed record DocumentFile(string Name, string MediaType, byte[] Content);
