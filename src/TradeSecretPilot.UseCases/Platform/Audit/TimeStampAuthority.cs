using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Microsoft.Extensions.Logging;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// An authority that vouches for the instant of an anchor (RFC 3161). It learns the signature of the anchor and nothing of the trail;
/// without its answer the anchor is made all the same.
/// </summary>
public sealed partial class TimeStampAuthority : IDisposable
{
    private const int NonceBytes = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Uri? _address;
    private readonly HttpClient _client;
    private readonly ILogger<TimeStampAuthority> _logger;

    /// <param name="address">Null where there is none.</param>
    /// <param name="handler">How it is reached.</param>
    /// <param name="logger">Told of what it does not answer.</param>
    internal TimeStampAuthority(
        Uri? address,
        HttpMessageHandler handler,
        ILogger<TimeStampAuthority> logger
    )
    {
        _address = address;
        _client = new HttpClient(handler) { Timeout = Patience };
        _logger = logger;
    }

    public void Dispose() => _client.Dispose();

    /// <returns>The token; null without an authority, or when it does not answer as it must.</returns>
    internal async Task<byte[]?> StampAsync(byte[] signature, CancellationToken ct)
    {
        if (_address is null)
        {
            return null;
        }

        var request = Rfc3161TimestampRequest.CreateFromData(
            signature,
            HashAlgorithmName.SHA256,
            nonce: RandomNumberGenerator.GetBytes(NonceBytes),
            requestSignerCertificates: true
        );
        try
        {
            using var query = new ByteArrayContent(request.Encode());
            query.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var answer = await _client.PostAsync(_address, query, ct);
            answer.EnsureSuccessStatusCode();
            var token = request.ProcessResponse(
                await answer.Content.ReadAsByteArrayAsync(ct),
                out _
            );
            return token.AsSignedCms().Encode();
        }
        catch (Exception e)
            when (e is HttpRequestException or CryptographicException
                || (e is TaskCanceledException && !ct.IsCancellationRequested)
            )
        {
            LogNoAnswer(e);
            return null;
        }
    }

    /// <summary>Whether a token is of this signature, and is itself signed by the certificate in it.</summary>
    internal static bool IsOf(string token, byte[] signature)
    {
        try
        {
            return Rfc3161TimestampToken.TryDecode(
                    Convert.FromBase64String(token),
                    out var decoded,
                    out _
                ) && decoded.VerifySignatureForData(signature, out _);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The time stamp authority did not answer as it must")]
    private partial void LogNoAnswer(Exception exception);
}
