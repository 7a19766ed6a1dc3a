using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace TradeSecretPilot.Web.Tests.Infrastructure;

/// <summary>
/// bUnit asks for a version of AngleSharp.Diffing that not every package source carries. The older one beside these tests serves it
/// (see the project file); what bUnit compares markup with is the same in both.
/// </summary>
internal static class AssemblyRedirect
{
    private const string Redirected = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void Install() =>
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == Redirected
                ? context.LoadFromAssemblyPath(
                    Path.Combine(AppContext.BaseDirectory, "compat", $"{Redirected}.dll")
                )
                : null;
}
