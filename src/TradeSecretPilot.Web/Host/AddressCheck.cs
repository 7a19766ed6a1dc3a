using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Primitives;

namespace TradeSecretPilot.Web.Host;

/// <summary>
/// Answers 400 when a page's address holds a number, a key or a yes-or-no that is none: the page would fail on it, which would read
/// as a fault of the portal.
/// </summary>
public static class AddressCheck
{
    private static readonly ConcurrentDictionary<
        Type,
        IReadOnlyList<(string Name, Type Type)>
    > Known = new();

    public static void UseAddressCheck(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page
                    && !IsReadable(context.Request.Query, page.Type)
                )
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );

    /// <summary>Whether every query value that the page takes can be read as what the page takes it for.</summary>
    public static bool IsReadable(IQueryCollection query, Type page) =>
        Known
            .GetOrAdd(page, ParametersOf)
            .All(p => !query.TryGetValue(p.Name, out var values) || IsReadable(values, p.Type));

    private static IReadOnlyList<(string Name, Type Type)> ParametersOf(Type page) =>
        [
            .. from property in page.GetProperties(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
            )
            let query = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
            where query is not null
            select (query.Name ?? property.Name, property.PropertyType),
        ];

    private static bool IsReadable(StringValues values, Type type)
    {
        var value = values.ToString();
        var plain = Nullable.GetUnderlyingType(type);
        if (value.Length == 0 && plain is not null)
        {
            return true;
        }

        return (plain ?? type) switch
        {
            var t when t == typeof(int) => int.TryParse(
                value,
                NumberStyles.Integer,
                CultureInfo.InvariantCulture,
                out _
            ),
            var t when t == typeof(Guid) => Guid.TryParse(value, out _),
            var t when t == typeof(bool) => bool.TryParse(value, out _),
            _ => true,
        };
    }
}
