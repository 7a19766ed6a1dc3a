using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.Web.Host;
using TradeSecretPilot.Web.Host.Security;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Host.Endpoints;

/// <summary>The protocol by which files come in pieces, as its client meets it.</summary>
public sealed class UploadEndpointTests(HostedWorlds worlds)
{
    private const string Drafter = "drafter.339104";
    private const string Root = "/uploads";
    private const string Unknown = Root + "/7b0b8f0c-0000-0000-0000-000000000000";
    private const int Piece = UploadLimits.MaxPiece;

    private static readonly string[] Methods = ["OPTIONS", "POST", "HEAD", "PATCH", "DELETE"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HostedWorlds.Sqlite)]
    [InlineData(HostedWorlds.PostgreSql)]
    public async Task Upload_FromBeginningToEnd_SaysHowFarItIs(string provider)
    {
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);
        var sender = await EnterAsync(visitor, Drafter);

        using var described = await sender.AskAsync("OPTIONS", Root);
        Assert.Equal("1.0.0", Header(described, "Tus-Version"));
        Assert.Equal("creation,termination,expiration", Header(described, "Tus-Extension"));
        Assert.Equal($"{Attachment.MaxBytes}", Header(described, "Tus-Max-Size"));

        var upload = await sender.BeginAsync(Piece + 3);
        using var begun = await sender.AskAsync("HEAD", upload);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        Assert.Equal("0", Header(begun, "Upload-Offset"));
        Assert.Equal($"{Piece + 3}", Header(begun, "Upload-Length"));
        Assert.True(
            DateTimeOffset.Parse(
                Header(begun, "Upload-Expires"),
                System.Globalization.CultureInfo.InvariantCulture
            ) > TimeProvider.System.GetUtcNow().AddHours(23)
        );

        using var first = await sender.SendAsync(upload, 0, new byte[Piece]);
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal($"{Piece}", Header(first, "Upload-Offset"));
        using var last = await sender.SendAsync(upload, Piece, new byte[3]);
        Assert.Equal($"{Piece + 3}", Header(last, "Upload-Offset"));
        Assert.Equal("no-store", last.Headers.CacheControl?.ToString());
        Assert.Equal("1.0.0", Header(last, "Tus-Resumable"));

        using var dropped = await sender.AskAsync("DELETE", upload);
        Assert.Equal(HttpStatusCode.NoContent, dropped.StatusCode);
        using var gone = await sender.AskAsync("HEAD", upload);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task EveryMethod_WithoutASession_Unauthorized_AndNoPage()
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        var (_, page) = await visitor.OpenAsync("/account/sign-in");
        var nobody = new Sender(visitor, Visitor.TokenOf(page));

        foreach (var method in Methods)
        {
            using var answer = await nobody.AskAsync(method, AddressFor(method));
            Assert.Equal((method, HttpStatusCode.Unauthorized), (method, answer.StatusCode));
            Assert.Equal("", await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("CfDJ8broken")]
    public async Task WhatChanges_WithoutThePagesToken_BadRequest(string? token)
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        var sender = await EnterAsync(visitor, Drafter);
        var upload = await sender.BeginAsync(10);
        var forger = new Sender(visitor, token);

        using var begun = await forger.AskAsync("POST", Root, Begin("示例.pdf", 10));
        using var sent = await forger.SendAsync(upload, 0, new byte[10]);
        using var dropped = await forger.AskAsync("DELETE", upload);

        Assert.All(
            [begun, sent, dropped],
            a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode)
        );
        using var still = await sender.AskAsync("HEAD", upload);
        Assert.Equal("0", Header(still, "Upload-Offset"));
    }

    [Theory]
    [InlineData("expert.")]
    [InlineData("lead")]
    public async Task EveryMethod_ByARoleThatSendsNothing_Forbidden(string account)
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        var sender = await EnterAsync(visitor, account);

        foreach (var method in Methods[1..])
        {
            using var answer = await sender.AskAsync(
                method,
                AddressFor(method),
                method == "PATCH" ? PieceOf(0, new byte[10]) : Begin("示例.pdf", 10)
            );
            Assert.Equal((method, HttpStatusCode.Forbidden), (method, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData(HostedWorlds.Sqlite)]
    [InlineData(HostedWorlds.PostgreSql)]
    public async Task Upload_OfSomebodyElse_NotFound(string provider)
    {
        using var visitor = await worlds.VisitAsync(provider, inWinter: false);
        var owner = await EnterAsync(visitor, Drafter);
        var upload = await owner.BeginAsync(10);

        foreach (var account in new[] { "local.339104", "reviewer.330000", "approver." })
        {
            using var another = await worlds.VisitAsync(provider, inWinter: false);
            var other = await EnterAsync(another, account);
            using var read = await other.AskAsync("HEAD", upload);
            using var sent = await other.SendAsync(upload, 0, new byte[10]);
            using var dropped = await other.AskAsync("DELETE", upload);
            Assert.All(
                [read, sent, dropped],
                a => Assert.Equal(HttpStatusCode.NotFound, a.StatusCode)
            );
        }

        using var own = await owner.AskAsync("HEAD", upload);
        Assert.Equal("0", Header(own, "Upload-Offset"));
    }

    [Theory]
    [InlineData("示例.exe", 10, "1", "Attachment.KindNotTaken")]
    [InlineData("示例.pdf", 0, "1", "Attachment.Empty")]
    [InlineData("示例.pdf", Attachment.MaxBytes + 1, "1", "Attachment.TooLarge")]
    [InlineData("示例.pdf", 10, "0", "Attachment.NotConfirmed")]
    public async Task Begin_WhatIsNotTaken_RefusedInBothLanguages(
        string name,
        long bytes,
        string confirmed,
        string code
    )
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        var sender = await EnterAsync(visitor, Drafter);

        using var refused = await sender.AskAsync("POST", Root, Begin(name, bytes, confirmed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var words = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(Ct));
        Assert.Equal(code, words.RootElement.GetProperty("code").GetString());
        Assert.NotEmpty(words.RootElement.GetProperty("zh").GetString()!);
        Assert.NotEmpty(words.RootElement.GetProperty("en").GetString()!);
    }

    [Fact]
    public async Task Requests_ThatAreNotOfTheProtocol_Refused()
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        var sender = await EnterAsync(visitor, Drafter);
        var upload = await sender.BeginAsync(Piece);

        using var noLength = await sender.AskAsync("POST", Root);
        Assert.Equal(HttpStatusCode.BadRequest, noLength.StatusCode);
        using var noOffset = await sender.AskAsync(
            "PATCH",
            upload,
            r => r.Content = Octets(new byte[10])
        );
        Assert.Equal(HttpStatusCode.BadRequest, noOffset.StatusCode);
        using var otherType = await sender.AskAsync(
            "PATCH",
            upload,
            r => r.Content = new StringContent("x")
        );
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, otherType.StatusCode);
        using var otherVersion = await sender.AskAsync(
            "HEAD",
            upload,
            r =>
            {
                r.Headers.Remove("Tus-Resumable");
                r.Headers.Add("Tus-Resumable", "0.2.2");
            }
        );
        Assert.Equal(HttpStatusCode.PreconditionFailed, otherVersion.StatusCode);
    }

    [Fact]
    public async Task Piece_AtAWrongPlace_Conflict_OfAWrongLength_Refused()
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        var sender = await EnterAsync(visitor, Drafter);
        var upload = await sender.BeginAsync(2 * Piece);
        using var first = await sender.SendAsync(upload, 0, new byte[Piece]);

        using var again = await sender.SendAsync(upload, 0, new byte[Piece]);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var beyond = await sender.SendAsync(upload, Piece + 1, new byte[Piece]);
        Assert.Equal(HttpStatusCode.Conflict, beyond.StatusCode);
        foreach (var length in new[] { 0, 10, Piece + 1 })
        {
            using var wrong = await sender.SendAsync(upload, Piece, new byte[length]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var still = await sender.AskAsync("HEAD", upload);
        Assert.Equal($"{Piece}", Header(still, "Upload-Offset"));
    }

    [Fact]
    public void Requests_OfOneAccount_AreCounted_OthersAreNot()
    {
        using var limit = new UploadRateLimit(new HostingSettings { UploadRequestsPerAccount = 2 });
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal(
            [true, true, false],
            [limit.Admits(one), limit.Admits(one), limit.Admits(one)]
        );
        Assert.True(limit.Admits(other));
    }

    private static string AddressFor(string method) =>
        method is "POST" or "OPTIONS" ? Root : Unknown;

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.Single() : "";

    private static Action<HttpRequestMessage> Begin(
        string name,
        long bytes,
        string confirmed = "1"
    ) =>
        request =>
        {
            request.Headers.Add("Upload-Length", $"{bytes}");
            request.Headers.Add(
                "Upload-Metadata",
                $"filename {Base64(name)},confirmed {Base64(confirmed)}"
            );
        };

    private static Action<HttpRequestMessage> PieceOf(long offset, byte[] content) =>
        request =>
        {
            request.Headers.Add("Upload-Offset", $"{offset}");
            request.Content = Octets(content);
        };

    private static ByteArrayContent Octets(byte[] content) =>
        new(content)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") },
        };

    private static string Base64(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<Sender> EnterAsync(Visitor visitor, string account)
    {
        await visitor.EnterAsync(account);
        var (_, page) = await visitor.OpenAsync("/inbox");
        return new Sender(visitor, Visitor.TokenOf(page));
    }

    /// <summary>A script of a page, with its token.</summary>
    private sealed class Sender(Visitor visitor, string? token)
    {
        public async Task<HttpResponseMessage> AskAsync(
            string method,
            string address,
            Action<HttpRequestMessage>? write = null
        )
        {
            using var request = new HttpRequestMessage(
                new HttpMethod(method),
                new Uri(address, UriKind.Relative)
            );
            request.Headers.Add("Tus-Resumable", "1.0.0");
            if (token is not null)
            {
                request.Headers.Add("RequestVerificationToken", token);
            }

            write?.Invoke(request);
            return await visitor.AskAsync(request);
        }

        public async Task<string> BeginAsync(long bytes)
        {
            using var begun = await AskAsync("POST", Root, Begin("示例.pdf", bytes));
            Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
            return begun.Headers.Location!.OriginalString;
        }

        public Task<HttpResponseMessage> SendAsync(string upload, long offset, byte[] content) =>
            AskAsync("PATCH", upload, PieceOf(offset, content));
    }
}
