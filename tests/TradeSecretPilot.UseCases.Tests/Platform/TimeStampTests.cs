using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>Time stamps of anchors by an authority written with another library; without its answer there is none, and no error.</summary>
public sealed class TimeStampTests
{
    private static readonly byte[] Signature = [1, 2, 3];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stamp_ByAnAuthority_IsOfTheSignatureAlone()
    {
        using var authority = Authority(new SmallAuthority());

        var token = await authority.StampAsync(Signature, Ct);

        Assert.NotNull(token);
        Assert.InRange(Convert.ToBase64String(token).Length, 1, AuditAnchor.TimeStampMaxLength);
        Assert.True(TimeStampAuthority.IsOf(Convert.ToBase64String(token), Signature));
        Assert.False(TimeStampAuthority.IsOf(Convert.ToBase64String(token), [1, 2, 4]));
        token[^1] ^= 1;
        Assert.False(TimeStampAuthority.IsOf(Convert.ToBase64String(token), Signature));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Stamp_WithoutAnAnswer_IsNone(HttpStatusCode status)
    {
        using var authority = Authority(new Answering(status));

        Assert.Null(await authority.StampAsync(Signature, Ct));
    }

    private static TimeStampAuthority Authority(HttpMessageHandler handler) =>
        new(new Uri("http://tsa.example/"), handler, NullLogger<TimeStampAuthority>.Instance);

    private sealed class Answering(HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                new HttpResponseMessage(status) { Content = new ByteArrayContent([1, 2]) }
            );
    }

    private sealed class SmallAuthority : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            using var rsa = RSA.Create(2048);
            var asked = new CertificateRequest(
                "CN=tsa",
                rsa,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            );
            asked.CertificateExtensions.Add(
                new X509EnhancedKeyUsageExtension(
                    new OidCollection { new("1.3.6.1.5.5.7.3.8") },
                    critical: true
                )
            );
            using var own = asked.CreateSelfSigned(
                DateTimeOffset.UtcNow.AddDays(-1),
                DateTimeOffset.UtcNow.AddDays(1)
            );
            var certificate = new X509CertificateParser().ReadCertificate(own.RawData);
            var tokens = new TimeStampTokenGenerator(
                DotNetUtilities.GetRsaKeyPair(rsa).Private,
                certificate,
                TspAlgorithms.Sha256,
                "1.2.3"
            );
            tokens.SetCertificates(CollectionUtilities.CreateStore([certificate]));
            var answer = new TimeStampResponseGenerator(tokens, TspAlgorithms.Allowed).Generate(
                new TimeStampRequest(
                    await request.Content!.ReadAsByteArrayAsync(cancellationToken)
                ),
                BigInteger.One,
                DateTime.UtcNow
            );
            return new HttpResponseMessage { Content = new ByteArrayContent(answer.GetEncoded()) };
        }
    }
}
