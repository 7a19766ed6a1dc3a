using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>
/// Files in a bucket of any store that speaks S3. One is written on this machine first and sent when it is whole; the store shows
/// it only when all of it has arrived.
/// </summary>
public sealed class S3FileStore : FileStore, IDisposable
{
    private const int Retries = 2;
    private const string Aside = "portal-";
    private const string Unfinished = ".part";

    private readonly S3Options _options;
    private readonly AmazonS3Client _client;

    public S3FileStore(S3Options options)
    {
        _options = options;
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle,
            AuthenticationRegion = options.Region,
            MaxErrorRetry = Retries,
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            // Other stores than Amazon's do not know its newer checksums; the fingerprint is the portal's own check.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint;
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        }

        _client = new AmazonS3Client(
            new BasicAWSCredentials(options.AccessKey, options.SecretKey),
            config
        );
    }

    public override async IAsyncEnumerable<FileEntry> ListAsync(
        string folder,
        string beginning,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var request = new ListObjectsV2Request
        {
            BucketName = _options.Bucket,
            Prefix = $"{folder}/{beginning}",
        };
        while (true)
        {
            var page = await GuardAsync(() => _client.ListObjectsV2Async(request, ct));
            foreach (var file in page.S3Objects ?? [])
            {
                yield return new FileEntry(
                    file.Key,
                    file.Size ?? 0,
                    new DateTimeOffset((file.LastModified ?? DateTime.MinValue).ToUniversalTime())
                );
            }

            if (page.NextContinuationToken is not { Length: > 0 } next)
            {
                yield break;
            }

            request.ContinuationToken = next;
        }
    }

    public void Dispose() => _client.Dispose();

    protected override string PlaceAside(string folder) =>
        Path.Combine(AsideFolder, $"{Aside}{Guid.NewGuid():N}{Unfinished}");

    protected override string AsideFolder =>
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "portal-uploads")).FullName;

    protected override string AsidePattern => $"{Aside}*{Unfinished}";

    /// <summary>A bucket cannot be told that a file was sent again but by sending it again.</summary>
    protected override Task<bool> RefreshAsync(string name, CancellationToken ct) =>
        Task.FromResult(false);

    /// <summary>
    /// S3 has no condition for deleting: an upload of the same content between the two requests would be lost, a few milliseconds in
    /// a night. A bucket that keeps versions gives it back.
    /// </summary>
    protected override async Task<bool> RemoveOldAsync(
        string name,
        DateTimeOffset before,
        CancellationToken ct
    )
    {
        try
        {
            var found = await _client.GetObjectMetadataAsync(_options.Bucket, name, ct);
            if (found.LastModified?.ToUniversalTime() >= before.UtcDateTime)
            {
                return false;
            }
        }
        catch (AmazonS3Exception e) when (IsMissing(e))
        {
            return false;
        }

        return await RemoveAsync(name, ct);
    }

    /// <summary>In one request, of which S3 takes up to 5 GiB.</summary>
    protected override async Task<bool> PutAsync(string aside, string name, CancellationToken ct)
    {
        await _client.PutObjectAsync(RequestOf(aside, name), ct);
        return true;
    }

    /// <summary>Stores that do not know the condition write over what is there: the later of two is kept then.</summary>
    protected override async Task<bool> PutNewAsync(string aside, string name, CancellationToken ct)
    {
        var request = RequestOf(aside, name);
        request.IfNoneMatch = "*";
        try
        {
            await _client.PutObjectAsync(request, ct);
            return true;
        }
        catch (AmazonS3Exception e)
            when (e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    protected override async Task<Stream?> ReadAsync(string name, CancellationToken ct)
    {
        try
        {
            var answer = await _client.GetObjectAsync(_options.Bucket, name, ct);
            return answer.ResponseStream;
        }
        catch (AmazonS3Exception e) when (IsMissing(e))
        {
            return null;
        }
    }

    protected override async Task<bool> FindAsync(string name, CancellationToken ct)
    {
        try
        {
            await _client.GetObjectMetadataAsync(_options.Bucket, name, ct);
            return true;
        }
        catch (AmazonS3Exception e) when (IsMissing(e))
        {
            return false;
        }
    }

    protected override async Task<bool> RemoveAsync(string name, CancellationToken ct)
    {
        await _client.DeleteObjectAsync(_options.Bucket, name, ct);
        return true;
    }

    protected override async Task<bool> ProbeAsync(CancellationToken ct)
    {
        await _client.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = _options.Bucket, MaxKeys = 1 },
            ct
        );
        return true;
    }

    protected override bool IsFault(Exception exception) =>
        base.IsFault(exception)
        || exception
            is AmazonServiceException
                or AmazonClientException
                or HttpRequestException
                or TimeoutException;

    private PutObjectRequest RequestOf(string aside, string name) =>
        new()
        {
            BucketName = _options.Bucket,
            Key = name,
            FilePath = aside,
            ContentType = "application/octet-stream",
            // Signed as a whole: some stores keep the marks between signed pieces as if they were content.
            UseChunkEncoding = false,
        };

    /// <summary>A missing bucket is a fault, and no missing file.</summary>
    private static bool IsMissing(AmazonS3Exception e) =>
        e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode != "NoSuchBucket";
}
