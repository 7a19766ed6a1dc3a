namespace TradeSecretPilot.Web.Parts.Layout;

/// <summary>One entry of the main navigation.</summary>
/// <param name="Text">Chinese text, the key of its translation.</param>
/// <param name="Href">Address within the portal.</param>
/// <param name="Icon">Name of an icon of icons.css, for the drawer on the phone.</param>
public sealed record MenuItem(string Text, string Href, string Icon)
{
    /// <summary>Whether a page at <paramref name="path"/> stands under this entry.</summary>
    public bool Holds(string path) =>
        Href == "/"
            ? path is "" or "/"
            : path.Equals(Href, StringComparison.OrdinalIgnoreCase)
                || path.StartsWith(Href + "/", StringComparison.OrdinalIgnoreCase);
}
