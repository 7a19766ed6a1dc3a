using Bunit;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Dialogs;

namespace TradeSecretPilot.Web.Tests.Ui.Dialogs;

/// <summary>How pages ask: named by its question, answered or left, with what was typed kept after a refusal.</summary>
public sealed class DialogTests : ControlContext
{
    private static readonly Confirmation Withdrawal = new(
        "撤回申报？",
        "撤回后不能再申报。",
        "撤回申报"
    )
    {
        Records = [("示例乙市", "第1版")],
        ReasonLabel = "撤回原因",
        ReasonRequired = true,
        ReasonMax = 5,
        Danger = true,
    };

    private readonly List<ExtensionAnswer> _granted = [];
    private Refusal? _refusal;

    [Fact]
    public void Ask_Shown_IsAModalNamedByItsQuestion()
    {
        _ = On(d => d.AskAsync(Withdrawal));

        var dialog = Host.Find("[role=dialog]");
        Assert.Equal("true", dialog.GetAttribute("aria-modal"));
        var title = Host.Find("#" + dialog.GetAttribute("aria-labelledby"));
        Assert.Equal("撤回申报？", title.TextContent.Trim());
        Assert.Contains("示例乙市", dialog.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["返回", "撤回申报"],
            Host.FindAll(".dialog-foot .btn").Select(b => b.TextContent.Trim())
        );
    }

    [Fact]
    public async Task Ask_GoneBack_AnswersNothing()
    {
        var asked = On(d => d.AskAsync(Withdrawal));

        await Host.Find(".dialog-foot .btn").ClickAsync(new());

        Assert.Null(await asked);
        Assert.Empty(Host.FindAll("[role=dialog]"));
    }

    [Theory]
    [InlineData("  ", "请填写撤回原因。")]
    [InlineData("六个字太长了", "不能超过5字。")]
    public async Task Ask_ReasonAmiss_SaysSo_AndStaysOpen(string reason, string error)
    {
        var asked = On(d => d.AskAsync(Withdrawal));

        Host.Find("textarea").Input(reason);
        await Host.Find(".btn-danger-fill").ClickAsync(new());

        Assert.False(asked.IsCompleted);
        Assert.Equal(error, Host.Find(".errmsg").TextContent.Trim());
        Assert.Equal("true", Host.Find("textarea").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Ask_Answered_GivesTheTrimmedReason()
    {
        var asked = On(d => d.AskAsync(Withdrawal));

        Host.Find("textarea").Input(" 有误 ");
        await Host.Find(".btn-danger-fill").ClickAsync(new());

        Assert.Equal(new Confirmed("有误"), await asked);
    }

    [Theory]
    [InlineData("", "请选择日期。")]
    [InlineData("2022-05-08", "请选2022年5月9日至2022年5月15日之间的一天。")]
    [InlineData("2022-05-16", "请选2022年5月9日至2022年5月15日之间的一天。")]
    public async Task Extension_DayOutside_SaysWhich_AndGrantsNothing(string day, string error)
    {
        _ = On(d => d.AskAsync(Extension()));

        await FillAsync(day, "系统维护");

        Assert.Equal(error, Host.Find(".errmsg").TextContent.Trim());
        Assert.Empty(_granted);
    }

    [Fact]
    public async Task Extension_Refused_ShowsWhy_AndKeepsWhatWasTyped()
    {
        _refusal = new Refusal(
            RefusalKind.InvalidInput,
            "Some.Refusal",
            "已过上报截止。",
            "Forwarding has closed."
        );
        var asked = On(d => d.AskAsync(Extension()));

        await FillAsync("2022年5月12日", "系统维护");

        Assert.False(asked.IsCompleted);
        Assert.Equal("Some.Refusal", Host.Find("[data-refusal]").GetAttribute("data-refusal"));
        Assert.Equal("2022-05-12", Host.Find("[name=until]").GetAttribute("value"));
    }

    [Fact]
    public async Task Extension_Granted_AnswersDayAndReason()
    {
        var asked = On(d => d.AskAsync(Extension()));

        await FillAsync("2022-05-12", "系统维护");

        var answer = await asked;
        Assert.Equal(new ExtensionAnswer(new DateOnly(2022, 5, 12), false, "系统维护"), answer);
        Assert.Equal(answer, Assert.Single(_granted));
    }

    private ExtensionRequest Extension() =>
        new(
            "延长示例乙市的提交时间？",
            "只对这一件有效。",
            BeijingTime.EndOf(new DateOnly(2022, 5, 8)),
            answer =>
            {
                _granted.Add(answer);
                return Task.FromResult(_refusal);
            }
        )
        {
            Latest = BeijingTime.EndOf(new DateOnly(2022, 5, 15)),
        };

    private async Task FillAsync(string day, string reason)
    {
        Host.Find("[name=until]").Change(day);
        Host.Find("textarea").Input(reason);
        await Host.Find(".dialog-foot .btn-primary").ClickAsync(new());
    }
}
