namespace TradeSecretPilot.Web.Parts.Files;

/// <summary>An official document that can be looked at and kept.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Path">Its address without ending and query.</param>
/// <param name="Note">Version and date, or what is missing.</param>
/// <param name="Query">With the question mark.</param>
/// <param name="Word">It is there as a Word file too.</param>
public sealed record DocumentLink(
    string Title,
    string Path,
    string? Note = null,
    string Query = "",
    bool Word = false
)
{
    public string Pdf => $"{Path}.pdf{Query}";

    public string Preview => $"{Path}.svg{Query}";

    public string Docx => $"{Path}.docx{Query}";
}
