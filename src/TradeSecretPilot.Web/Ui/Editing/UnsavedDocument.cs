namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>A document as it was typed and not saved, with what it was typed on.</summary>
/// <param name="Version">Row version to save on.</param>
/// <param name="Base">The saved document under it, in its one written form.</param>
/// <param name="Content">The document as typed, likewise.</param>
public sealed record UnsavedDocument(int Version, string Base, string Content)
{
    public static UnsavedDocument Of<T>(int version, T saved, T typed) =>
        new(version, ContentHash.Write(saved), ContentHash.Write(typed));

    /// <summary>The server has exactly this by now.</summary>
    public bool Is<T>(T saved) => ContentHash.Write(saved) == Content;

    public T BaseAs<T>() => ContentHash.Read<T>(Base);

    public T ContentAs<T>() => ContentHash.Read<T>(Content);
}
