using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>Language and appearance: two cookies, two forms. The server writes the page accordingly, so nothing flickers.</summary>
public static class Preferences
{
    public const string Light = "light";
    public const string Dark = "dark";
    public const string ChineseName = "中文";
    public const string EnglishName = "English";

    private const string ThemeCookie = "tsp.theme";
    private static readonly string[] Cultures = ["zh-CN", "en"];
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>light or dark.</summary>
    public static string ThemeOf(HttpRequest request) =>
        request.Cookies[ThemeCookie] == Dark ? Dark : Light;

    public static void AddPreferences(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Cultures[0]);
            options.SupportedCultures = options.SupportedUICultures = [
                .. Cultures.Select(CultureInfo.GetCultureInfo),
            ];
            // The browser's language does not decide: the portal is Chinese until somebody chooses English.
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });

    public static void MapPreferences(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/preferences");
        group.MapPost(
            "/culture",
            (HttpContext http, [FromForm] string culture, [FromForm] string? returnUrl) =>
            {
                if (Cultures.Contains(culture))
                {
                    var value = CookieRequestCultureProvider.MakeCookieValue(
                        new RequestCulture(culture)
                    );
                    Keep(http, CookieRequestCultureProvider.DefaultCookieName, value);
                }

                return Results.LocalRedirect(LocalUrl.Or(returnUrl));
            }
        );
        group.MapPost(
            "/theme",
            (HttpContext http, [FromForm] string theme, [FromForm] string? returnUrl) =>
            {
                Keep(http, ThemeCookie, theme == Dark ? Dark : Light);
                return Results.LocalRedirect(LocalUrl.Or(returnUrl));
            }
        );
    }

    private static void Keep(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(
            name,
            value,
            new CookieOptions
            {
                MaxAge = Kept,
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            }
        );
}
