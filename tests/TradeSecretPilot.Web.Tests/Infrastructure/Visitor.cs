using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TradeSecretPilot.Web.Tests.Infrastructure;

/// <summary>Somebody who asks for pages without a browser, signed in or not.</summary>
internal sealed class Visitor(HttpClient client) : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";
    private static readonly HtmlParser Parser = new();

    public void Dispose() => client.Dispose();

    /// <summary>Enters the demonstration as the first account whose name begins so.</summary>
    public async Task EnterAsync(string account)
    {
        var (_, page) = await OpenAsync("/account/sign-in");
        var entrance = page.QuerySelector($"[data-entrance^='{account}']");
        Assert.True(entrance is not null, $"Nobody is called {account}…");
        await EnterAsync(page, entrance.GetAttribute("data-entrance")!);
    }

    /// <summary>Enters as an account of the sample world that the page need not offer.</summary>
    public async Task EnterAsOneOfManyAsync(string account)
    {
        var (_, page) = await OpenAsync("/account/sign-in");
        await EnterAsync(page, account);
    }

    private async Task EnterAsync(IDocument page, string account)
    {
        var (status, _) = await SendAsync(
            "/demo/sign-in",
            new Dictionary<string, string>
            {
                [TokenField] = TokenOf(page),
                ["account"] = account,
                ["returnUrl"] = "/help",
            }
        );
        Assert.Equal(HttpStatusCode.OK, status);
    }

    public async Task<(HttpStatusCode Status, IDocument Page)> OpenAsync(string path)
    {
        using var answer = await client.GetAsync(
            new Uri(path, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return await ReadAsync(answer);
    }

    public Task<(HttpStatusCode Status, IDocument Page)> SendAsync(
        string path,
        IReadOnlyDictionary<string, string> fields
    ) => SendAsync(path, new FormUrlEncodedContent(fields));

    public async Task<(HttpStatusCode Status, IDocument Page)> SendAsync(
        string path,
        HttpContent content
    )
    {
        using var answer = await client.PostAsync(
            new Uri(path, UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        return await ReadAsync(answer);
    }

    /// <summary>Sends a request as it is; the answer is to be disposed by the caller.</summary>
    public Task<HttpResponseMessage> AskAsync(HttpRequestMessage request) =>
        client.SendAsync(request, TestContext.Current.CancellationToken);

    /// <summary>What a form of this page sends against forgery.</summary>
    public static string TokenOf(IDocument page) =>
        page.QuerySelector($"input[name={TokenField}]")!.GetAttribute("value")!;

    private static async Task<(HttpStatusCode Status, IDocument Page)> ReadAsync(
        HttpResponseMessage answer
    )
    {
        var ct = TestContext.Current.CancellationToken;
        var html = await answer.Content.ReadAsStringAsync(ct);
        return (answer.StatusCode, await Parser.ParseDocumentAsync(html, ct));
    }
}
