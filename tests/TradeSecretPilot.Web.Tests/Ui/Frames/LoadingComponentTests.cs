using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Tests.Ui.Frames;

public sealed class LoadingComponentTests : BunitContext
{
    [Fact]
    public void Render_DataIsNotThere_DrawsNothing()
    {
        var source = new Source();

        var page = Render<Page>(p => p.Add(x => x.Source, source).Add(x => x.Number, 1));

        Assert.Equal("", page.Markup);
        source.Answer(1, "first");
        page.WaitForAssertion(() => page.MarkupMatches("<p>1 first</p>"));
    }

    [Fact]
    public void Render_ParameterChangesWhileItReads_DrawsTheLastOnly()
    {
        var source = new Source();
        var page = Render<Page>(p => p.Add(x => x.Source, source).Add(x => x.Number, 1));
        page.Render(p => p.Add(x => x.Number, 2));
        page.Render(p => p.Add(x => x.Number, 3));

        source.Answer(3, "third");
        source.Answer(2, "second");
        source.Answer(1, "first");

        page.WaitForAssertion(() => page.MarkupMatches("<p>3 third</p>"));
        Assert.Equal([1, 3], source.Asked);
        Assert.Equal(1, page.Instance.Drawn);
    }

    [Fact]
    public void Render_ParameterChangesAfterwards_KeepsWhatIsShownUntilItHasRead()
    {
        var source = new Source();
        var page = Render<Page>(p => p.Add(x => x.Source, source).Add(x => x.Number, 1));
        source.Answer(1, "first");
        page.WaitForAssertion(() => page.MarkupMatches("<p>1 first</p>"));

        page.Render(p => p.Add(x => x.Number, 2));
        page.MarkupMatches("<p>1 first</p>");

        source.Answer(2, "second");
        page.WaitForAssertion(() => page.MarkupMatches("<p>2 second</p>"));
    }

    [Fact]
    public async Task StateHasChanged_DataIsNotThere_DrawsNothing()
    {
        var page = Render<Page>(p => p.Add(x => x.Source, new Source()).Add(x => x.Number, 1));

        await page.InvokeAsync(page.Instance.Poke);

        Assert.Equal(0, page.Instance.Drawn);
    }

    [Fact]
    public async Task Left_ComponentIsRemovedWhileItReads_CancelsWhatIsReadNext()
    {
        var first = new TaskCompletionSource();
        var page = Render<LeavingPage>(p => p.Add(x => x.First, first.Task));

        var reading = page.Instance.Reading!;

        await DisposeComponentsAsync();
        first.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private sealed class LeavingPage : LoadingComponent
    {
        [Parameter, EditorRequired]
        public required Task First { get; set; }

        public Task? Reading { get; private set; }

        protected override Task StartAsync() => Reading = ReadTwiceAsync();

        private async Task ReadTwiceAsync()
        {
            await First;
            await Task.Delay(Timeout.Infinite, Left);
        }
    }

    private sealed class Source
    {
        private readonly Dictionary<int, TaskCompletionSource<string>> _answers = [];

        public List<int> Asked { get; } = [];

        public void Answer(int number, string text) => Of(number).TrySetResult(text);

        public Task<string> ReadAsync(int number)
        {
            Asked.Add(number);
            return Of(number).Task;
        }

        private TaskCompletionSource<string> Of(int number)
        {
            if (!_answers.TryGetValue(number, out var answer))
            {
                _answers[number] = answer = new();
            }

            return answer;
        }
    }

    private sealed class Page : LoadingComponent
    {
        private string _text = null!;

        [Parameter]
        public required Source Source { get; set; }

        [Parameter]
        public int Number { get; set; }

        public int Drawn { get; private set; }

        public void Poke() => StateHasChanged();

        protected override async Task FollowParametersAsync() =>
            _text = await Source.ReadAsync(Number);

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            Drawn++;
            builder.OpenElement(0, "p");
            builder.AddContent(1, $"{Number} {_text[..]}");
            builder.CloseElement();
        }
    }
}
