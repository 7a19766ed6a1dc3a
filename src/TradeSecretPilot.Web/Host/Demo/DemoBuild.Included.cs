using System.CommandLine;
using TradeSecretPilot.Demo.Rehearsals;
using TradeSecretPilot.Demo.World;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Demo;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Host.Demo;

/// <summary>A build that contains the demonstration: the only code of the portal that knows its assembly.</summary>
internal static class DemoBuild
{
    public static bool IsIncluded => true;

    public static IEnumerable<Command> Commands => [RehearseCommand.Create()];

    public static void Add(IServiceCollection services) =>
        services.AddDemonstration().AddSingleton<IDemonstration, RunningDemonstration>();

    public static void Map(IEndpointRouteBuilder app, Func<Task> prepareJobs) =>
        app.MapDemonstration(new DemoPortal(PortalPaths.SignIn, LocalUrl.Or, prepareJobs));

    public static Task PrepareAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<DemoControl>().PrepareAsync(ct);

    private sealed class RunningDemonstration(DemoControl control) : IDemonstration
    {
        public DateTimeOffset Now => control.Now;

        public Task<DateTimeOffset?> NextDeadlineAsync(CancellationToken ct) =>
            control.NextDeadlineAsync(ct);

        public async Task<IReadOnlyList<SampleAccount>> ListAccountsAsync(CancellationToken ct) =>
            [
                .. from row in await control.ListEntrancesAsync(ct)
                select new SampleAccount(row.AccountId, row.UserName, row.Role, row.Place),
            ];
    }
}
