namespace TradeSecretPilot.Domain.Shared;

/// <summary>What keeps a text of a draft from being submitted. A draft holds it all the same, so that nothing typed is lost.</summary>
/// <param name="Zh">To go on from the name of the field.</param>
/// <param name="En">The same in English.</param>
public sealed record TextFault(string Zh, string En)
{
    /// <summary>A draft's text is kept up to this length, far above every limit. UTF-16 code units.</summary>
    public const int DraftMaxLength = 50_000;

    /// <summary>Too long, or with characters that no font shows; null for a text that can be submitted.</summary>
    /// <param name="max">Characters as a reader counts them.</param>
    public static TextFault? Of(string text, int max)
    {
        if (Characters.Excess(text, max) is > 0 and var excess)
        {
            return new TextFault(
                $"超出{excess}字，请精简到{max}字以内",
                $"is {excess} characters too long; shorten it to {max}"
            );
        }

        var unprintable = Characters.Unprintable(text);
        return unprintable.Count > 0
            ? new TextFault(
                $"有无法显示和打印的字符{Characters.Name(unprintable)}，请改写",
                $"holds characters that cannot be shown or printed: {Characters.NameCodes(unprintable)}; write them another way"
            )
            : null;
    }
}
