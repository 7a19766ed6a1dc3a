using System.Collections.Frozen;

namespace TradeSecretPilot.Web.Components;

/// <summary>The word of every status that a chip can show. The icon and colours follow the name in icons.css and tokens.css.</summary>
public static class StatusWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["Draft"] = "草稿",
        ["Submitted"] = "待初审",
        ["Returned"] = "退回修改",
        ["Declined"] = "不予推荐",
        ["Recommended"] = "已推荐",
        ["Forwarded"] = "已上报",
        ["Appraised"] = "已评估",
        ["Selected"] = "入选",
        ["NotSelected"] = "未入选",
        ["Lapsed"] = "已失效",
        ["Withdrawn"] = "已撤回",
        ["Pilot"] = "试点中",
        ["Concluded"] = "试点期满",
        ["NotDue"] = "未到期",
        ["Due"] = "待报送",
        ["Filed"] = "已报送",
        ["Acknowledged"] = "已签收",
        ["Supplement"] = "待补充",
        ["Late"] = "逾期报送",
        ["Missing"] = "缺报",
        ["Nil"] = "零报告",
    }.ToFrozenDictionary();

    public static IReadOnlyDictionary<string, string> All => Words;

    /// <summary>The Chinese word, the key of its translation.</summary>
    /// <exception cref="KeyNotFoundException">No chip is drawn for this status.</exception>
    public static string Of(string status) =>
        Words.TryGetValue(status, out var word)
            ? word
            : throw new KeyNotFoundException($"No chip is drawn for the status {status}.");
}
