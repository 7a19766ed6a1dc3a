namespace TradeSecretPilot.Web.Ui.Charts;

/// <summary>How strongly a province's cell is filled.</summary>
public enum TileShade
{
    None,
    Some,
    Many,
}

/// <summary>A province's cell in the tile grid.</summary>
/// <param name="Code">Six-digit code of the province (兵团: 66…).</param>
/// <param name="Text">The figure in the cell; a dash stands for none.</param>
/// <param name="Description">The figure in words, such as 试点1个.</param>
/// <param name="Href">Where the cell leads, or null.</param>
public sealed record TileCell(
    string Code,
    string Text,
    string Description,
    TileShade Shade,
    string? Href = null
);
