using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>A window on the portal. It waits for what a person waits for, and keeps what the browser complained of.</summary>
internal sealed class PortalPage : IAsyncDisposable
{
    /// <summary>A page whose circuit answers, whose data is there, and whose controls are.</summary>
    private const string Ready =
        "body:has(#ready[data-ready=\"1\"]):has(#main > :not(.loading, .held, .controls))"
        + ":not(:has(#main > .held)):not(:has([data-loading]))";

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly bool _isAlone;

    /// <param name="page">Its page in the browser.</param>
    /// <param name="isAlone">It has the browser's context to itself, and ends it.</param>
    public PortalPage(IPage page, bool isAlone = true)
    {
        (Page, _isAlone) = (page, isAlone);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, failed loads and breaches of the content security policy, in all pages of this window so far.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    /// <summary>Another window of the same person, who is signed in there too.</summary>
    public async Task<PortalPage> AnotherAsync(string path)
    {
        var another = new PortalPage(await Page.Context.NewPageAsync(), isAlone: false);
        await another.GoToAsync(path);
        return another;
    }

    /// <summary>Opens an interactive page and waits until it reacts.</summary>
    public async Task GoToAsync(string path)
    {
        await GoToStaticAsync(path);
        await WaitUntilReadyAsync();
    }

    /// <summary>Opens a page that is rendered on the server only: public and account pages.</summary>
    public async Task GoToStaticAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer is { Ok: true }, $"{path} answered {answer?.Status}.");
    }

    /// <summary>Moves to another page within the circuit, as a link does, and waits until it is drawn.</summary>
    public async Task MoveToAsync(string path)
    {
        if (new Uri(Page.Url).PathAndQuery == path)
        {
            return;
        }

        await Page.EvaluateAsync(
            """
            path => {
                document.querySelector('main h1')?.setAttribute('data-left', '');
                window.Blazor.navigateTo(path);
            }
            """,
            path
        );
        await Page.WaitForSelectorAsync("main h1:not([data-left])");
        await WaitUntilReadyAsync();
    }

    /// <summary>From the next page that is loaded on, the portal speaks English. The present page is left.</summary>
    public async Task TurnEnglishAsync()
    {
        await Page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = ".AspNetCore.Culture",
                Value = "c%3Den%7Cuic%3Den",
                Url = new Uri(Page.Url).GetLeftPart(UriPartial.Authority),
            },
        ]);
        await Page.GotoAsync("about:blank");
    }

    /// <summary>Waits until the page reacts: after a link or a form has led to it.</summary>
    public Task WaitUntilReadyAsync() =>
        Page.WaitForSelectorAsync(
            Ready,
            new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached }
        );

    public void AssertNoComplaints() =>
        Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints));

    public Task AssertAccessibleAsync() => Accessibility.AssertNoViolationsAsync(Page);

    public Task ScreenshotAsync(string name) => Screenshots.SaveAsync(Page, name);

    public async ValueTask DisposeAsync() =>
        await (_isAlone ? Page.Context.DisposeAsync().AsTask() : Page.CloseAsync()).WaitAsync(
            Limits.OfClosing
        );
}
