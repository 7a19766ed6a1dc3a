using System.Reflection;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>The places of the source tree that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Artifacts { get; } = Path.Combine(Root, "artifacts");

    public static string PortalProject { get; } = Path.Combine(Root, "src", "TradeSecretPilot.Web");

    /// <summary>Debug or Release, as the tests were built.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    public static string PortalAssembly { get; } =
        Path.Combine(
            PortalProject,
            "bin",
            Configuration,
            Metadata("TargetFramework"),
            "TradeSecretPilot.Web.dll"
        );

    private static string Metadata(string key) =>
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}
