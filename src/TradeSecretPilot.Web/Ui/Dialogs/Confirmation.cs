namespace TradeSecretPilot.Web.Ui.Dialogs;

/// <summary>A question before an act with consequences.</summary>
/// <param name="Question">The title asks, such as 向市场监管总局上报2个地区？</param>
/// <param name="Consequence">What will happen and what cannot be undone.</param>
/// <param name="Verb">The button repeats the act and the count, such as 上报2个地区.</param>
public sealed record Confirmation(string Question, string Consequence, string Verb)
{
    /// <summary>The records touched: a name and a remark each.</summary>
    public IReadOnlyList<(string Name, string? Remark)> Records { get; init; } = [];

    /// <summary>Label of the reason that is kept with the act; null asks for none.</summary>
    public string? ReasonLabel { get; init; }

    public bool ReasonRequired { get; init; }

    /// <summary>Greatest length of the reason, in characters.</summary>
    public int ReasonMax { get; init; } = 500;

    /// <summary>The act cannot be undone or harms: its button is red.</summary>
    public bool Danger { get; init; }
}

/// <summary>The answer to a <see cref="Confirmation"/>: yes, with the reason when one was asked.</summary>
public sealed record Confirmed(string? Reason);
