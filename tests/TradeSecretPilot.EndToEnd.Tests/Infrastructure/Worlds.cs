[assembly: AssemblyFixture(typeof(TradeSecretPilot.EndToEnd.Tests.Infrastructure.Worlds))]

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>Two demonstrations that tests may share as long as they only read; each starts when it is first asked for.</summary>
public sealed class Worlds : IAsyncDisposable
{
    private readonly Lazy<Task<PortalProcess>> _spring = new(() => PortalProcess.StartAsync());

    private readonly Lazy<Task<PortalProcess>> _winter = new(() =>
        PortalProcess.StartAsync(new Dictionary<string, string> { ["Demo:Day"] = "2022-12-20" })
    );

    /// <summary>20 April 2022: plans are written, reviewed and ranked.</summary>
    internal Task<PortalProcess> SpringAsync() => _spring.Value;

    /// <summary>20 December 2022: the list is published, pilots run, the first reports come in.</summary>
    internal Task<PortalProcess> WinterAsync() => _winter.Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var world in new[] { _spring, _winter }.Where(w => w.IsValueCreated))
        {
            await (await world.Value).DisposeAsync();
        }
    }
}
