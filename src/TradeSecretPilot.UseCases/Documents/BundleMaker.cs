using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Bundles;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Selections;

namespace TradeSecretPilot.UseCases.Documents;

/// <summary>
/// Makes what waits in the queue of bundles. Each document is printed as the account that asked for it, by the same use case as
/// its page, so nobody gets by the dozen what they may not have singly.
/// </summary>
public sealed class BundleMaker(
    IServiceScopeFactory scopes,
    FileStore files,
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

        long? bytes = null;
        try
        {
            bytes = await files.WriteAsync(
                $"bundles/{bundle.BundleId:N}.zip",
                stream => WriteAsync(bundle, stream, ct),
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
        }

        await AsJobAsync((FinishBundle u) => u.ExecuteAsync(new(bundle.BundleId, bytes), ct));
        return true;
    }

    private async Task WriteAsync(TakeBundle.View bundle, Stream stream, CancellationToken ct)
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
        services.GetRequiredService<CurrentActor>().BecomeAccount(bundle.AccountId);
        return await (
            bundle.Kind switch
            {
                BundleKind.Applications => services
                    .GetRequiredService<PrintApplication>()
                    .ExecuteAsync(new(item), ct),
                BundleKind.Reviews => services
                    .GetRequiredService<PrintReview>()
                    .ExecuteAsync(new(item), ct),
                BundleKind.ScoreSheets => services
                    .GetRequiredService<PrintScoreSheet>()
                    .ExecuteAsync(new(item), ct),
                BundleKind.OutcomeLetters => services
                    .GetRequiredService<PrintOutcomeLetter>()
                    .ExecuteAsync(new(item), ct),
                _ => services.GetRequiredService<PrintReport>().ExecuteAsync(new(item), ct),
            }
        );
    }

    private async Task<T> AsJobAsync<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeJob(Job);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private static async Task AddAsync(
        ZipArchive archive,
        string name,
        byte[] content,
        CancellationToken ct
    )
    {
        // A PDF is compressed already.
        await using var entry = await archive
            .CreateEntry(name, CompressionLevel.Fastest)
            .OpenAsync(ct);
        await entry.WriteAsync(content, ct);
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

    private sealed class BundleGoneException : Exception;
}
