using Microsoft.AspNetCore.Authorization;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>
/// Opens a page only to roles that hold the permission. The use cases behind the page check again; this keeps a page
/// from being shown in vain.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequirePermissionAttribute : AuthorizeAttribute
{
    public RequirePermissionAttribute(Permission permission)
    {
        Permission = permission;
        Policy = permission.ToString();
    }

    public Permission Permission { get; }
}

/// <summary>A policy of the same name for every permission.</summary>
public static class PermissionPolicies
{
    public static void AddPermissionPolicies(this IServiceCollection services)
    {
        var builder = services.AddAuthorizationBuilder();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            builder.AddPolicy(
                permission.ToString(),
                policy =>
                    policy.RequireAssertion(c =>
                        c.User.Role() is { } role && role.Holds(permission)
                    )
            );
        }
    }
}
