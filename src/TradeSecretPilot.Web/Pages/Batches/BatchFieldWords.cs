using Microsoft.Extensions.Localization;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>What the fields of a batch are called on its form.</summary>
public static class BatchFieldWords
{
    public static string Of(IStringLocalizer texts, string key) =>
        key switch
        {
            BatchFields.Number => texts["批次序号"],
            BatchFields.NameZh => texts["名称"],
            BatchFields.NameEn => texts["英文名称"],
            BatchFields.OpensOn => texts["受理起始日"],
            BatchFields.ForwardBy => texts["省级上报截止日"],
            BatchFields.PublishBy => texts["公布时限"],
            BatchFields.PilotStartsOn => texts["试点启动日"],
            BatchFields.PilotEndsOn => texts["试点期满日"],
            BatchFields.MinSeats => texts["最少入选（个）"],
            BatchFields.MaxSeats => texts["最多入选（个）"],
            BatchFields.SheetsPerPlan => texts["每份方案评分专家（人）"],
            BatchFields.Rolls => texts["截止日逢休息日"],
            BatchFields.MaxPerProvince => texts["每省最多上报（个）"],
            BatchFields.PilotsMayApply => texts["试点地区再次申报"],
            BatchFields.Included => texts["点名纳入"],
            BatchFields.Excluded => texts["点名排除"],
            _ when key.StartsWith(BatchFields.ClassStart, StringComparison.Ordinal) => texts[
                "限定类别"
            ],
            _ when key.StartsWith(CriterionDraft.KeyStart, StringComparison.Ordinal) => texts[
                "遴选标准"
            ],
            _ => texts["可申报的层级"],
        };
}
