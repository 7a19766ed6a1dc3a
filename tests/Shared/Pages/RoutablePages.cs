using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace TradeSecretPilot.Testing;

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

/// <summary>Reads pages and permissions out of the portal's assemblies.</summary>
internal static class RoutablePages
{
    /// <summary>Account of each role in the sample world, as its name begins.</summary>
    public static readonly IReadOnlyDictionary<string, string> Accounts = new Dictionary<
        string,
        string
    >
    {
        ["Drafter"] = "drafter.",
        ["LocalApprover"] = "local.",
        ["ProvincialReviewer"] = "reviewer.",
        ["ProvincialApprover"] = "approver.",
        ["WorkingGroup"] = "wg",
        ["WorkingGroupLead"] = "lead",
        ["Expert"] = "expert.",
        ["SystemAdmin"] = "sysadmin",
        ["SecurityAdmin"] = "secadmin",
        ["AuditAdmin"] = "auditadmin",
    };

    public static IReadOnlyList<RoutablePage> Read(Assembly web, Assembly useCases, Assembly domain)
    {
        var permissions = RolesByPermission(useCases, domain);
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

    private static Dictionary<string, HashSet<string>> RolesByPermission(
        Assembly useCases,
        Assembly domain
    )
    {
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
}
