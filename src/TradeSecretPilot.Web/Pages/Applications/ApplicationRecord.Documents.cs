using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>文件: what a reader of an application can print.</summary>
public sealed partial class ApplicationRecord
{
    private List<DocumentLink> Documents
    {
        get
        {
            var view = View!;
            var links = new List<DocumentLink>();
            if (May(ApplicationAct.Edit) || view.Versions.Count == 0)
            {
                links.Add(
                    new(
                        L["申报书"],
                        $"/documents/applications/{Id}",
                        L["草稿，尚未提交"],
                        "?version=0",
                        Word: true
                    )
                );
            }

            foreach (var version in view.Versions.Reverse())
            {
                links.Add(
                    new(
                        L["申报书"],
                        $"/documents/applications/{Id}",
                        L[
                            "第{0}版，{1}提交",
                            version.Number,
                            BeijingText.Stamp(version.SubmittedAt, Now, seconds: false)
                        ],
                        string.Create(CultureInfo.InvariantCulture, $"?version={version.Number}"),
                        Word: true
                    )
                );
                if (version.ReceiptNumber is { } receipt)
                {
                    links.Add(
                        new(
                            L["回执"],
                            $"/documents/receipts/{Uri.EscapeDataString(receipt)}",
                            receipt
                        )
                    );
                }
            }

            if (Role.Holds(Permission.ViewLetters) && view.Versions.Count > 0 && HasReview)
            {
                links.Add(
                    new(
                        L["初步审核意见"],
                        $"/documents/reviews/{Id}",
                        L["随上报函送总局，申报地区看不到"]
                    )
                );
            }

            if (view.Batch.AnnouncedAt is not null && IsSettled)
            {
                links.Add(new(L["遴选结果告知函"], $"/documents/outcomes/{Id}", Word: true));
            }

            return links;
        }
    }

    /// <summary>What the owner prints to have it sealed: the text while it is written, afterwards the version.</summary>
    private int PrintVersion =>
        May(ApplicationAct.Edit) || View!.Versions.Count == 0 ? 0 : View.Versions[^1].Number;

    private bool HasReview =>
        View!.Timeline.Any(e =>
            e.Act
                is Act.ApplicationReturned
                    or Act.ApplicationRecommended
                    or Act.ApplicationDeclined
        );

    private bool IsSettled =>
        View!.Status is ApplicationStatus.Selected or ApplicationStatus.NotSelected;
}
