using Hangfire;
using TradeSecretPilot.UseCases.Bundles;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>
/// Makes the bundles that people asked for. A bundle has a lease of its own and is repeated by the one who asked: Hangfire repeats
/// nothing.
/// </summary>
[Queue(JobQueues.Bundles)]
[AutomaticRetry(Attempts = 0)]
[KeepRuns]
public sealed class BundleJobs(BundleMaker maker)
{
    /// <returns>How many bundles were taken.</returns>
    [JobName("打包下载：生成排队中的压缩包", "Bundles: makes the zip files that wait")]
    public async Task<int> MakeAsync(CancellationToken ct)
    {
        var made = 0;
        while (await maker.MakeNextAsync(ct))
        {
            made++;
        }

        return made;
    }
}
