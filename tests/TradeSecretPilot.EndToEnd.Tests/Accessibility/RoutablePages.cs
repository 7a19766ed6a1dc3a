using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Accessibility;

/// <summary>A page of the portal with one of its addresses.</summary>
/// <param name="Pattern">As the page declares it: <c>/pilots/{id:guid}</c>.</param>
/// <param name="IsStatic">Rendered on the server only, so that it never says it is ready.</param>
/// <param name="IsPublic">Anyone may open it.</param>
/// <param name="Roles">Who else may, by the portal's own table.</param>
internal sealed record RoutablePage(
    string Pattern,
    bool IsStatic,
    bool IsPublic,
    IReadOnlySet<string> Roles
);

/// <summary>Reads pages and permissions out of the portal that the tests run.</summary>
internal static class RoutablePages
{
    private static readonly Lazy<IReadOnlyList<RoutablePage>> Read = new(ReadAll);

    public static IReadOnlyList<RoutablePage> All => Read.Value;

    public static IReadOnlyList<string> Roles =>
        [.. All.SelectMany(p => p.Roles).Distinct().Order(StringComparer.Ordinal)];

    private static List<RoutablePage> ReadAll()
    {
        var context = new PortalAssemblies();
        var web = context.LoadFromAssemblyPath(Repository.PortalAssembly);
        var permissions = RolesByPermission(context);
        return
        [
            .. from component in web.GetTypes()
            from route in component.GetCustomAttributes<RouteAttribute>(inherit: false)
            let policies = component
                .GetCustomAttributes<AuthorizeAttribute>()
                .Select(a => a.Policy)
                .OfType<string>()
            let isPublic = component.GetCustomAttribute<AllowAnonymousAttribute>() is not null
            let area = component.Namespace!.Split('.')[^1]
            orderby route.Template
            select new RoutablePage(
                route.Template,
                area is "Public" or "Account",
                isPublic,
                isPublic
                    ? new HashSet<string>()
                    : policies.Aggregate(
                        permissions["UsePortal"],
                        (roles, policy) => roles.Intersect(permissions[policy]).ToHashSet()
                    )
            ),
        ];
    }

    private static Dictionary<string, HashSet<string>> RolesByPermission(PortalAssemblies context)
    {
        var useCases = context.LoadFromAssemblyName(new AssemblyName("TradeSecretPilot.UseCases"));
        var domain = context.LoadFromAssemblyName(new AssemblyName("TradeSecretPilot.Domain"));
        var role = domain.GetType("TradeSecretPilot.Domain.Organizations.Role")!;
        var table = useCases
            .GetType("TradeSecretPilot.UseCases.Platform.Permissions")!
            .GetMethod("Of", [role])!;
        return (
            from one in Enum.GetValues(role).Cast<object>()
            from permission in ((IEnumerable)table.Invoke(null, [one])!).Cast<object>()
            group one.ToString()! by permission.ToString()!
        ).ToDictionary(g => g.Key, g => g.ToHashSet());
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
