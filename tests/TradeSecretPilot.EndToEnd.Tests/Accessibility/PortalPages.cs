using System.Reflection;
using System.Runtime.Loader;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Accessibility;

/// <summary>The pages of the portal that the tests run, read out of its own folder.</summary>
internal static class PortalPages
{
    private static readonly Lazy<IReadOnlyList<RoutablePage>> Read = new(ReadAll);

    public static IReadOnlyList<RoutablePage> All => Read.Value;

    public static IReadOnlyList<string> Roles =>
        [.. All.SelectMany(p => p.Roles).Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<RoutablePage> ReadAll()
    {
        var context = new PortalAssemblies();
        return RoutablePages.Read(
            context.LoadFromAssemblyPath(Repository.PortalAssembly),
            context.LoadFromAssemblyName(new AssemblyName("TradeSecretPilot.UseCases")),
            context.LoadFromAssemblyName(new AssemblyName("TradeSecretPilot.Domain"))
        );
    }

    /// <summary>The portal's assemblies from its own folder, on the framework of the tests.</summary>
    private sealed class PortalAssemblies : AssemblyLoadContext
    {
        private readonly AssemblyDependencyResolver _resolver = new(Repository.PortalAssembly);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            _resolver.ResolveAssemblyToPath(assemblyName) is { } path
                ? LoadFromAssemblyPath(path)
                : null;
    }
}
