using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Antiforgery;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>后台任务: Hangfire's dashboard, for the system administrator.</summary>
public static class JobsDashboard
{
    private const int PollMilliseconds = 5000;
    private const string Script = "dashboard.js";

    /// <summary>Adds a script that gives the times of Chinese pages in Chinese.</summary>
    public static IGlobalConfiguration UseChineseTimes(this IGlobalConfiguration configuration) =>
        configuration.UseDashboardJavaScript(typeof(JobsDashboard).Assembly, Script);

    public static void MapJobsDashboard(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapHangfireDashboard(
                PortalPaths.Jobs,
                new DashboardOptions
                {
                    Authorization = [new JobsDashboardGuard()],
                    AsyncAuthorization = [new JobsDashboardGuard()],
                    AppPath = "/admin/operations",
                    DashboardTitle = "后台任务",
                    DisplayStorageConnectionString = false,
                    FaviconPath = "/favicon.svg",
                    StatsPollingInterval = PollMilliseconds,
                }
            )
            .RequireAuthorization(nameof(Permission.ManageJobs));
}

/// <summary>
/// Admits users who hold the permission by the cookie, and by the one door, which re-reads the account: a disabled or locked one is
/// refused at its next click. What is commanded by hand is recorded before it is carried out.
/// </summary>
public sealed class JobsDashboardGuard
    : IDashboardAuthorizationFilter,
        IDashboardAsyncAuthorizationFilter
{
    private const string JobsField = "jobs[]";

    /// <summary>A button of the dashboard that would take a deadline's job out of the schedule until the next start.</summary>
    private const string RemoveFromSchedule = "/recurring/remove";

    public bool Authorize(DashboardContext context)
    {
        var user = context.GetHttpContext().User;
        return user.Role() is { } role && role.Holds(Permission.ManageJobs) && user.Gate() is null;
    }

    public async Task<bool> AuthorizeAsync(DashboardContext context)
    {
        var http = context.GetHttpContext();
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            if (!HttpMethods.IsPost(http.Request.Method) || IsPoll(http.Request))
            {
                await http
                    .RequestServices.GetRequiredService<GetJobsAccess>()
                    .ExecuteAsync(http.RequestAborted);
                return true;
            }

            if (http.Request.Path.Value!.EndsWith(RemoveFromSchedule, StringComparison.Ordinal))
            {
                return false;
            }

            var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
            if (!await antiforgery.IsRequestValidAsync(http))
            {
                return false;
            }

            var recorded = await http
                .RequestServices.GetRequiredService<CommandJobs>()
                .ExecuteAsync(await CommandOfAsync(http.Request), http.RequestAborted);
            return recorded.Refusal is null;
        }
        catch (PermissionDeniedException)
        {
            return false;
        }
    }

    /// <summary>The figures of the page's head, asked for every few seconds.</summary>
    private static bool IsPoll(HttpRequest request) =>
        request.Path.Value?.EndsWith("/stats", StringComparison.Ordinal) == true;

    private static async Task<CommandJobs.Input> CommandOfAsync(HttpRequest request)
    {
        var command = request.Path.Value?.Trim('/') ?? "";
        if (!request.HasFormContentType)
        {
            return new(command, []);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return new(command, [.. form[JobsField].OfType<string>()]);
    }
}
