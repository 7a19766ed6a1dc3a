using System.CommandLine;

namespace TradeSecretPilot.Web.Host.Demo;

/// <summary>A build without the demonstration, as production is published.</summary>
internal static class DemoBuild
{
    public static bool IsIncluded => false;

    public static IEnumerable<Command> Commands => [];

    public static void Add(IServiceCollection services) { }

    public static void Map(IEndpointRouteBuilder app, Func<Task> prepareJobs) { }

    public static Task PrepareAsync(IServiceProvider services, CancellationToken ct) =>
        Task.CompletedTask;
}
