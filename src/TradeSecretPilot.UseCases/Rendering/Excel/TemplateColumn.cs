namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>A column of a template, as it is written and found again.</summary>
/// <param name="Column">Its head is the key by which it is found.</param>
/// <param name="En">Its head in English, for what is said about its cells.</param>
internal sealed record TemplateColumn(SheetColumn Column, string En)
{
    public string Head => Column.Head;

    /// <summary>Without it the sheet is not this template.</summary>
    public bool IsNeeded { get; init; } = true;
}

/// <summary>What the rows of every template have in common.</summary>
internal static class TemplateRows
{
    /// <summary>In the first cell of the row of hints.</summary>
    public const string Hint = "填写要求";

    /// <summary>In the first cell of the example.</summary>
    public const string Example = "示例";

    /// <summary>Required, in words.</summary>
    public const string Required = "必填";
    public const string Optional = "选填";
}
