using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Ui.Frames;

/// <summary>What no page of the portal sends is refused with a page that says so, and never counts as a fault of the portal.</summary>
public sealed class MalformedRequestTests(HostedWorlds worlds)
{
    private const string Token = "__RequestVerificationToken";

    [Theory]
    [InlineData("/account/sign-in", "_handler=sign-in&Input.Account=a&Input.Password=b")]
    [InlineData("/account/sign-out", "reason=idle")]
    [InlineData("/demo/clock", "move=tomorrow")]
    [InlineData("/demo/sign-in", "account=lead")]
    [InlineData("/preferences/theme", "theme=dark")]
    [InlineData("/demo/reset", "reset=all")]
    [InlineData("/demo/reset", "")]
    public async Task Send_NoToken_IsRefusedWithAPage(string path, string fields)
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);

        AssertRefused(await visitor.SendAsync(path, Form(fields)));
    }

    [Theory]
    [InlineData("/account/sign-in", "_handler=sign-in&Input.Account=a&Input.Password=b")]
    [InlineData("/demo/clock", "move=tomorrow")]
    public async Task Send_BrokenToken_IsRefusedWithAPage(string path, string fields)
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        await visitor.OpenAsync("/account/sign-in");

        AssertRefused(await visitor.SendAsync(path, Form($"{fields}&{Token}=CfDJ8broken")));
    }

    [Theory]
    [InlineData("/account/sign-in", "Input.Account=a&Input.Password=b")]
    [InlineData("/account/sign-in", "_handler=another&Input.Account=a")]
    [InlineData("/account/sign-in", "_handler=sign-in&Input.Account=a%00b&Input.Password=b")]
    [InlineData("/demo/sign-in", "returnUrl=/inbox")]
    [InlineData("/demo/sign-in", "account=a%00b")]
    [InlineData("/demo/clock", "date=2022-13-45")]
    [InlineData("/preferences/theme", "returnUrl=/")]
    public async Task Send_FieldIsMissingOrNoText_IsRefusedWithAPage(string path, string fields)
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        var (_, page) = await visitor.OpenAsync("/account/sign-in");
        var token = Uri.EscapeDataString(Visitor.TokenOf(page));

        AssertRefused(await visitor.SendAsync(path, Form($"{fields}&{Token}={token}")));
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/demo/clock")]
    public async Task Send_FormWithoutABoundary_IsRefusedWithAPage(string path)
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        using var content = new StringContent("this is no form");
        content.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data");

        AssertRefused(await visitor.SendAsync(path, content));
    }

    [Theory]
    [InlineData("/ranking?batch=first")]
    [InlineData("/applications/7b0b8f0c-0000-0000-0000-000000000000?version=two")]
    [InlineData("/applications/7b0b8f0c-0000-0000-0000-000000000000?compare=perhaps")]
    [InlineData("/review/7b0b8f0c-0000-0000-0000-000000000000?part=x")]
    [InlineData("/verify?number=a%00b")]
    [InlineData("/documents/announcements/one")]
    public async Task Open_AddressWithABadValue_IsRefusedWithAPage(string path)
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        await visitor.EnterAsync("approver.");

        var (status, page) = await visitor.OpenAsync(path);

        Assert.InRange((int)status, 400, 404);
        Assert.NotNull(page.QuerySelector(".statuspage h1"));
    }

    private static FormUrlEncodedContent Form(string fields) =>
        new(
            fields
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(f => f.Split('=', 2))
                .Select(f => new KeyValuePair<string, string>(f[0], Uri.UnescapeDataString(f[1])))
        );

    private static void AssertRefused((HttpStatusCode Status, IDocument Page) answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(
            "请求不完整或已失效",
            answer.Page.QuerySelector(".statuspage h1")?.TextContent,
            StringComparison.Ordinal
        );
    }
}
