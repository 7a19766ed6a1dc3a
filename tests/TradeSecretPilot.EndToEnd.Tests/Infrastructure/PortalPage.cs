using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>A window on the portal. It waits for what a person waits for, and keeps what the browser complained of.</summary>
internal sealed class PortalPage : IAsyncDisposable
{
    /// <summary>Every interactive page carries it once its circuit answers.</summary>
    private const string Ready = "#ready[data-ready=\"1\"]";

    private readonly ConcurrentQueue<string> _complaints = new();

    public PortalPage(IPage page)
    {
        Page = page;
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

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
