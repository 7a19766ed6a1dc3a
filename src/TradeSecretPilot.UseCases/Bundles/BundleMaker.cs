using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>
/// Makes what waits in the queue of bundles. Each document is printed as the account that asked for it, by the same use case as
/// its page, so each document is authorised on its own.
/// </summary>
public sealed class BundleMaker(
    IServiceScopeFactory scopes,
    FileStore files,
    TimeProvider clock,
    HeavyWork heavy,
    ILogger<BundleMaker> logger
)
{
    /// <summary>Name of the job that makes them.</summary>
    public const string Job = "打包下载";

    /// <summary>Makes the next bundle.</summary>
    /// <returns>False when nothing waits.</returns>
    public async Task<bool> MakeNextAsync(CancellationToken ct)
    {
        if (await AsJobAsync((TakeBundle u) => u.ExecuteAsync(ct)) is not { } bundle)
        {
            return false;
        }

        var progress = new Progress();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var keeping = KeepAsync(bundle.BundleId, progress, over.Token);
        long? bytes = null;
        BundleFailure? failure = null;
        try
        {
            bytes = await files.WriteAsync(
                $"bundles/{bundle.BundleId:N}.zip",
                stream => WriteAsync(bundle, progress, stream, ct),
                ct
            );
        }
        catch (BundleGoneException)
        {
            logger.LogInformation("Bundle {Id} is no longer wanted", bundle.BundleId);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            logger.LogError(e, "Bundle {Id} could not be made", bundle.BundleId);
            failure = e switch
            {
                PermissionDeniedException => BundleFailure.NotAllowed,
                FileStoreException or IOException or UnauthorizedAccessException =>
                    BundleFailure.Storage,
                _ => BundleFailure.Unexpected,
            };
        }
        finally
        {
            await over.CancelAsync();
            await keeping;
        }

        await AsJobAsync(
            (FinishBundle u) => u.ExecuteAsync(new(bundle.BundleId, bytes, failure), ct)
        );
        return true;
    }

    /// <summary>Renews the lease while a document takes long; progress renews it as well.</summary>
    private async Task KeepAsync(Guid bundleId, Progress progress, CancellationToken over)
    {
        using var timer = new PeriodicTimer(TakeBundle.Lease / 4);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                await AsJobAsync(
                    (NoteBundleProgress u) =>
                        u.ExecuteAsync(new(bundleId, progress.Done, progress.Refused), over)
                );
            }
        }
        catch (OperationCanceledException)
        {
            // The bundle is made, or the process stops.
        }
        catch (Exception e)
        {
            // Another node may take the bundle over: that makes it twice, and harms nothing.
            logger.LogWarning(e, "The lease of bundle {Id} was not renewed", bundleId);
        }
    }

    private async Task WriteAsync(
        TakeBundle.View bundle,
        Progress progress,
        Stream stream,
        CancellationToken ct
    )
    {
        await using var archive = await ZipArchive.CreateAsync(
            stream,
            ZipArchiveMode.Create,
            leaveOpen: true,
            Encoding.UTF8,
            ct
        );
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var refusals = new StringBuilder();
        var refused = 0;
        foreach (var (item, i) in bundle.Items.Select((item, i) => (item, i)))
        {
            var printed = await PrintAsync(bundle, item, ct);
            if (printed.Refusal is { } refusal)
            {
                refused++;
                refusals.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"第{i + 1}件（{item}）：{refusal.Zh}"
                );
            }
            else
            {
                await AddAsync(
                    archive,
                    Unique(names, printed.Value.Name),
                    printed.Value.Content,
                    ct
                );
            }

            var isWanted = await AsJobAsync(
                (NoteBundleProgress u) => u.ExecuteAsync(new(bundle.BundleId, i + 1, refused), ct)
            );
            if (!isWanted)
            {
                throw new BundleGoneException();
            }

            (progress.Done, progress.Refused) = (i + 1, refused);
        }

        if (refused > 0)
        {
            await AddAsync(
                archive,
                "未能生成的文件.txt",
                [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(refusals.ToString())],
                ct
            );
        }
    }

    private async Task<Result<DocumentFile>> PrintAsync(
        TakeBundle.View bundle,
        Guid item,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentActor>().ActAsAccount(bundle.AccountId);
        var printer = services.GetServices<IBundlePrinter>().Single(p => p.Kind == bundle.Kind);
        return await heavy.RunAsync(turn => printer.PrintAsync(item, turn), ahead: null, ct);
    }

    private async Task<T> AsJobAsync<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(Job);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private async Task AddAsync(
        ZipArchive archive,
        string name,
        byte[] content,
        CancellationToken ct
    )
    {
        // A PDF is compressed already.
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        // A package keeps no zone: readers take it for the time on their wall, which is Beijing's.
        entry.LastWriteTime = clock.Now().ToOffset(BeijingTime.Offset);
        await using var stream = await entry.OpenAsync(ct);
        await stream.WriteAsync(content, ct);
    }

    private static string Unique(HashSet<string> names, string name)
    {
        var clean = string.Concat(name.Select(c => "\\/:*?\"<>|\n".Contains(c) ? '_' : c));
        var candidate = clean;
        for (var i = 2; !names.Add(candidate); i++)
        {
            candidate = string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileNameWithoutExtension(clean)}（{i}）{Path.GetExtension(clean)}"
            );
        }

        return candidate;
    }

    /// <summary>How far the bundle is, as last noted.</summary>
    private sealed class Progress
    {
        public int Done { get; set; }

        public int Refused { get; set; }
    }

    private sealed class BundleGoneException : Exception;
}
