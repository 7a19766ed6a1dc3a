using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Host.Circuits;

namespace TradeSecretPilot.Web.Tests.Host.Circuits;

/// <summary>What is open of a session ends with it: its pages, which are counted, and the files on their way.</summary>
public sealed class OpenSessionsTests
{
    private static readonly Guid Mine = Guid.NewGuid();
    private static readonly Guid Theirs = Guid.NewGuid();

    [Fact]
    public void End_OfASession_EndsItsPagesAndSaysWhy()
    {
        var open = new OpenSessions(30);
        var ended = new List<(string Page, SessionEnd? Why)>();
        open.AddPage(Mine, "one", why => ended.Add(("one", why)));
        open.AddPage(Mine, "two", why => ended.Add(("two", why)));
        open.AddPage(Theirs, "three", why => ended.Add(("three", why)));
        open.RemovePage("two");

        open.End(Mine, SessionEnd.Locked);

        Assert.Equal([("one", SessionEnd.Locked)], ended);
    }

    [Fact]
    public void AddPage_OneMoreThanASessionMayHave_SaysSo()
    {
        var open = new OpenSessions(2);

        Assert.True(open.AddPage(Mine, "one", _ => { }));
        Assert.True(open.AddPage(Theirs, "two", _ => { }));
        Assert.True(open.AddPage(Mine, "three", _ => { }));
        Assert.False(open.AddPage(Mine, "four", _ => { }));
        open.RemovePage("one");
        open.RemovePage("four");
        Assert.True(open.AddPage(Mine, "five", _ => { }));
    }

    [Fact]
    public async Task Download_OfASessionThatEnds_IsBrokenOff()
    {
        var open = new OpenSessions(30);
        using var line = new Line();
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpRequestLifetimeFeature>(line);
        var download = SessionRequests.RunAsync(
            open,
            Mine,
            http,
            context => Task.Delay(Timeout.Infinite, context.RequestAborted)
        );
        // A file on its way is no page.
        Assert.Equal([Mine], open.Ids);
        Assert.Equal(0, open.CountOf(Mine));

        open.End(Theirs, SessionEnd.Locked);
        Assert.False(line.RequestAborted.IsCancellationRequested);
        open.End(Mine, SessionEnd.Locked);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);
        Assert.Empty(open.Ids);
    }

    /// <summary>The connection that a file is sent on.</summary>
    private sealed class Line : IHttpRequestLifetimeFeature, IDisposable
    {
        private readonly CancellationTokenSource _source = new();

        public Line() => RequestAborted = _source.Token;

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => _source.Cancel();

        public void Dispose() => _source.Dispose();
    }
}
