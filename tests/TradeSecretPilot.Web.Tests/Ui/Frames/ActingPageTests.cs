using Bunit;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Tests.Ui.Frames;

public sealed class ActingPageTests : ChineseContext
{
    [Theory]
    [InlineData(RefusalKind.InvalidInput, 0)]
    [InlineData(RefusalKind.Unavailable, 0)]
    [InlineData(RefusalKind.NotFound, 1)]
    [InlineData(RefusalKind.WrongState, 1)]
    [InlineData(RefusalKind.TooLate, 1)]
    [InlineData(RefusalKind.ChangedMeanwhile, 1)]
    [InlineData(RefusalKind.AlreadyDone, 1)]
    public async Task Act_Refused_ShowsHowTheRecordStands_UnlessTheInputIsToBlame(
        RefusalKind kind,
        int shown
    )
    {
        var page = Render<Page>();
        var refusal = new Refusal(kind, "Sample.Refused", "示例", "Sample");

        var done = await page.InvokeAsync(() => page.Instance.TryAsync(refusal));

        Assert.False(done);
        Assert.Equal(shown, page.Instance.Shown);
        Assert.Same(refusal, page.Instance.Reason);
    }

    [Fact]
    public async Task Act_Done_ReadsNothing()
    {
        var page = Render<Page>();

        Assert.True(await page.InvokeAsync(() => page.Instance.TryAsync(null)));
        Assert.Equal(0, page.Instance.Shown);
    }

    private sealed class Page : ActingPage
    {
        public int Shown { get; private set; }

        public Refusal? Reason => Refusal;

        public Task<bool> TryAsync(Refusal? refusal) => ActAsync(() => Task.FromResult(refusal));

        protected override Task ShowPresentAsync()
        {
            Shown++;
            Refusal = null;
            return Task.CompletedTask;
        }
    }
}
