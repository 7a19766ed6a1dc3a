using System.Globalization;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Operations;

public static class AuditRefusals
{
    public static Refusal ChainBroken(long firstBad, string problem) =>
        new(
            RefusalKind.WrongState,
            "Audit.ChainBroken",
            string.Create(
                CultureInfo.InvariantCulture,
                $"审计记录校验未通过，第{firstBad}条：{problem}。不能出具证明，请立即按运行维护文档处置。"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"The audit chain is broken at entry {firstBad}: {problem}. No certificate is issued; act at once as the operations manual says."
            )
        );

    public static Refusal PersonNotFound() =>
        new(
            RefusalKind.NotFound,
            "Audit.PersonNotFound",
            "没有这个账号。",
            "There is no such account."
        );

    public static Refusal RecordNotFound() =>
        new(
            RefusalKind.NotFound,
            "Audit.RecordNotFound",
            "没有这条记录，也没有关于它的审计记录。",
            "There is no such record, and no entry about it."
        );

    public static Refusal SearchNotFound() =>
        new(
            RefusalKind.NotFound,
            "Audit.SearchNotFound",
            "没有这个查询。",
            "There is no such search."
        );

    public static Refusal SearchNameInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Audit.SearchNameInvalid",
            "请填写查询的名称，40个字以内。",
            "Give the search a name of at most 40 characters."
        );

    public static Refusal SearchEmpty() =>
        new(
            RefusalKind.InvalidInput,
            "Audit.SearchEmpty",
            "没有任何条件，或者条件太长，不能保存为查询。",
            "Nothing narrows the list, or the search is too long to be saved."
        );

    public static Refusal TooManySearches() =>
        new(
            RefusalKind.WrongState,
            "Audit.TooManySearches",
            "已有50个查询，请先删除不用的。",
            "There are 50 saved searches already; delete one first."
        );

    public static Refusal NothingToCertify() =>
        new(
            RefusalKind.WrongState,
            "Audit.NothingToCertify",
            "还没有审计记录，无可证明。",
            "There are no audit entries yet; there is nothing to certify."
        );
}
