using System.Threading.RateLimiting;
using TradeSecretPilot.Web.Pages.Account;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Host.Security;

/// <summary>
/// Slows down guessing: whatever asks for a secret is counted per address and per account, whatever its outcome. The lockout of
/// an account is separate.
/// </summary>
public static class SignInRateLimit
{
    private const int MaxAccountLength = 256;

    /// <summary>The pages on which a secret is given.</summary>
    private static readonly string[] Secrets =
    [
        PortalPaths.SignIn,
        PortalPaths.Password,
        PortalPaths.SecondFactor,
        PortalPaths.OpenAccount,
        PortalPaths.Passkeys,
        PortalPaths.Details,
        PortalPaths.ConfirmMail,
    ];

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddSignInRateLimit(
        this IServiceCollection services,
        HostingSettings settings
    ) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Limiter(http => "ip:" + http.Connection.RemoteIpAddress, settings.SignInPerAddress),
                Limiter(AccountOf, settings.SignInPerAccount)
            );
        });

    /// <summary>Reads the sign-in form before the limiter, which cannot wait for it.</summary>
    public static void UseSignInRateLimit(this IApplicationBuilder app)
    {
        app.Use(
            async (context, next) =>
            {
                if (IsAttempt(context) && context.Request.HasFormContentType)
                {
                    await context.Request.ReadFormAsync(context.RequestAborted);
                }

                await next(context);
            }
        );
        app.UseRateLimiter();
    }

    private static bool IsAttempt(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && Secrets.Any(page => context.Request.Path.StartsWithSegments(page));

    private static string? AccountOf(HttpContext context)
    {
        if (
            context.User.AccountId() is { } signedIn
            && !context.Request.Path.StartsWithSegments(PortalPaths.SignIn)
        )
        {
            return $"signed-in:{signedIn:N}";
        }

        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        var account = context
            .Request.Form[SignIn.AccountField]
            .ToString()
            .Trim()
            .ToUpperInvariant();
        return account.Length is 0 or > MaxAccountLength ? null : "account:" + account;
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(
        Func<HttpContext, string?> key,
        int permits
    ) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            IsAttempt(context) && key(context) is { } partition
                ? RateLimitPartition.GetFixedWindowLimiter(
                    partition,
                    _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = permits,
                        Window = Window,
                    }
                )
                : RateLimitPartition.GetNoLimiter("")
        );
}
