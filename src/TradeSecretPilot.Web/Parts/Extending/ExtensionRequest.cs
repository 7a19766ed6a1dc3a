using Microsoft.Extensions.Localization;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Parts.Extending;

/// <summary>An extension 延期 about to be granted: what the dialog says and who carries it out.</summary>
/// <param name="Question">The title asks, such as 延长示例省的上报时间？</param>
/// <param name="Consequence">Whom it helps and who is told.</param>
/// <param name="Present">UTC; the deadline until now, which stays visible.</param>
/// <param name="Grant">Carries it out; a refusal is shown in the dialog and nothing typed is lost.</param>
public sealed record ExtensionRequest(
    string Question,
    string Consequence,
    DateTimeOffset Present,
    Func<ExtensionAnswer, Task<Refusal?>> Grant
)
{
    /// <summary>The extension may be limited to drafts begun before the public deadline.</summary>
    public bool OffersBegunDrafts { get; init; }

    /// <summary>UTC; the deadline that it never passes, or null when there is none.</summary>
    public DateTimeOffset? Latest { get; init; }

    /// <summary>For one application: at most to the deadline of its province's forwarding.</summary>
    public static ExtensionRequest ForApplication(
        IStringLocalizer texts,
        string region,
        Deadline submission,
        Deadline forwarding,
        Func<ExtensionAnswer, Task<Refusal?>> grant
    ) =>
        new(
            texts["延长{0}的提交时间？", region],
            texts[
                "只对这一件申报有效，不能晚于上报截止{0}；申报地区会收到通知。",
                BeijingText.Deadline(forwarding.At)
            ],
            submission.At,
            grant
        )
        {
            Latest = forwarding.At,
        };
}

/// <param name="Until">The last day, open through 24:00 Beijing time.</param>
/// <param name="OnlyForBegunDrafts">Helps only drafts begun before the public deadline.</param>
/// <param name="Reason">Kept on record and shown to those concerned.</param>
public sealed record ExtensionAnswer(DateOnly Until, bool OnlyForBegunDrafts, string Reason);
