using System.Text.RegularExpressions;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.Web.Tests.House;

/// <summary>A sentence that promises a notice or a reminder names here the message that keeps it.</summary>
public sealed partial class PromiseTests
{
    /// <summary>By a part of the sentence: the messages of the acts that follow. Empty for what promises nothing of the kind.</summary>
    private static readonly Dictionary<string, string[]> Kept = new()
    {
        ["专家将收到通知，先确认有无利害关系"] = ["AppraisalMessages.PlanAssigned"],
        ["专家会收到通知和理由，不能再看到这些方案"] = ["AppraisalMessages.PlansReleased"],
        ["工作组指派方案后会通知您"] = ["AppraisalMessages.PlanAssigned"],
        ["工作组会收到理由并另派专家"] = ["AppraisalMessages.Recused"],
        ["各申报地区和所在省份已收到通知"] =
        [
            "SelectionMessages.Selected",
            "SelectionMessages.NotSelected",
        ],
        ["个申报地区和所在省份将收到结果"] =
        [
            "SelectionMessages.Selected",
            "SelectionMessages.NotSelected",
        ],
        ["组长将收到通知并作出决定"] = ["SelectionMessages.Proposed"],
        ["由所在地省级市场监管部门初步审核，结果会通知您"] =
        [
            "ReviewMessages.Returned",
            "ReviewMessages.Declined",
            "ReviewMessages.Forwarded",
            "ReviewMessages.LeftOut",
        ],
        ["会通知本人和安全管理员"] =
        [
            "AccountMessages.PasswordReset",
            "AccountMessages.PasswordResetOf",
        ],
        ["原邮箱同时会收到通知"] = ["AccountMessages.MailChangeAsked"],
        ["原邮箱会收到通知"] = ["AccountMessages.MailChanged"],
        ["读屏软件"] = [],
        ["打包在后台进行，可以离开本页；完成后会通知您"] = ["BundleMessages.Ready"],
        ["文件在后台制作，可以离开页面，完成后会通知您"] = ["BundleMessages.Ready"],
        ["下一步由下方列出的单位办理，办完后会通知您"] =
        [
            "ReviewMessages.Returned",
            "ReportMessages.Acknowledged",
        ],
        ["批次正在筹备，开放申报后会通知各单位"] = ["BatchMessages.Opened"],
        ["正在评估论证和遴选，结果公布后会通知您"] = ["SelectionMessages.Selected"],
        ["申报、上报和报告到期前系统会提醒对方"] =
        [
            "DeadlineMessages.SubmissionReminder",
            "DeadlineMessages.ForwardingReminder",
            "DeadlineMessages.ReportReminder",
        ],
        ["催办评分"] = ["AppraisalMessages.Urged"],
        ["催办{0}位"] = ["AppraisalMessages.Urged"],
        ["已催办{0}位专家"] = ["AppraisalMessages.Urged"],
        ["今天已催办"] = ["AppraisalMessages.Urged"],
        ["会收到催办通知"] = ["AppraisalMessages.Urged"],
        ["到期前系统会自动提醒专家"] = ["DeadlineMessages.ScoringReminder"],
        ["由总局和省级分别签收，或者要求补充材料，结果会通知您"] =
        [
            "ReportMessages.Acknowledged",
            "ReportMessages.SupplementRequested",
        ],
        ["该省会收到通知；全国截止日期不变"] = ["BatchMessages.ProvinceExtended"],
        ["32个省份的上报截止一并延后，并收到通知"] = ["BatchMessages.Extended"],
        ["将通知{0}个省级市场监管部门组织申报"] = ["BatchMessages.Opened"],
        ["申报地区会收到理由和批注"] = ["ReviewMessages.Returned"],
        ["本批次内不能再改，申报地区会收到理由"] = ["ReviewMessages.Declined"],
        ["全省申报单位都会收到通知"] = ["ReviewMessages.DeadlineSet"],
        ["申报地区会收到通知"] = ["ReviewMessages.Extended"],
    };

    [Fact]
    public void EveryPromise_NamesTheMessageThatKeepsIt() =>
        Assert.DoesNotContain(
            Promises(SourceTree.Read(".razor").Concat(SourceTree.Read(".cs"))),
            promise => !Kept.Keys.Any(k => promise.Contains(k, StringComparison.Ordinal))
        );

    [Fact]
    public void EveryMessageNamed_IsSentBySomeAct()
    {
        var source = string.Join(
            '\n',
            SourceTree
                .Read(".cs")
                .Where(s =>
                    s.File.StartsWith("TradeSecretPilot.UseCases", StringComparison.Ordinal)
                )
                .Select(s => s.Text)
        );

        Assert.DoesNotContain(
            Kept.Values.SelectMany(m => m).Distinct(),
            message => !source.Contains($"new {message}(", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Promise_PlantedOneThatNobodyKeeps_IsFound() =>
        Assert.Single(
            Promises([("TradeSecretPilot.Web/Planted.razor", "@L[\"办完后会通知村委会。\"]")])
        );

    /// <summary>Texts of pages in which somebody is told, or will be.</summary>
    private static IEnumerable<string> Promises(IEnumerable<(string File, string Text)> sources) =>
        sources
            .Where(s => s.File.StartsWith("TradeSecretPilot.Web", StringComparison.Ordinal))
            .SelectMany(s => Texts().Matches(s.Text).Select(m => m.Groups[1].Value))
            .Where(t => Promise().IsMatch(t));

    [GeneratedRegex("\"((?:[^\"\\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Texts();

    [GeneratedRegex("会通知|将通知|收到通知|收到理由|收到结果|会提醒|催办|[会由].{0,8}跟踪")]
    private static partial Regex Promise();
}
