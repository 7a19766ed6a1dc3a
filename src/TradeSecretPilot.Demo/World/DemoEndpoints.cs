using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Demo.World;

/// <summary>The buttons of the demonstration; absent outside it.</summary>
public static class DemoEndpoints
{
    private static readonly TimeOnly Morning = new(9, 0, 30);

    /// <param name="portal">What the buttons need to know of the portal around them.</param>
    public static void MapDemonstration(this IEndpointRouteBuilder app, DemoPortal portal)
    {
        var group = app.MapGroup("/demo");
        group.MapPost(
            "/sign-in",
            (
                [FromForm] string account,
                [FromForm] string? returnUrl,
                SignInManager<Account> signIn,
                UserManager<Account> accounts
            ) => SignInAsync(account, portal.Local(returnUrl, "/inbox"), signIn, accounts)
        );
        group.MapPost(
            "/clock",
            (
                [FromForm] string move,
                [FromForm] string? date,
                [FromForm] string? returnUrl,
                DemoControl control,
                CancellationToken ct
            ) => MoveAsync(move, date, portal.Local(returnUrl, "/"), control, ct)
        );
        group.MapPost(
            "/reset",
            // A form, so that it comes with the token of a page of ours.
            (
                [FromForm] string reset,
                HttpContext http,
                SignInManager<Account> signIn,
                DemoControl control
            ) => ResetAsync(reset, http, portal, signIn, control)
        );
    }

    /// <summary>
    /// One-click sign-in, to the invented people of the sample world and to nobody else. The page offers some of them; the
    /// others stand behind it, since a batch is carried by more people than a page can show.
    /// </summary>
    private static async Task<IResult> SignInAsync(
        string account,
        string target,
        SignInManager<Account> signIn,
        UserManager<Account> accounts
    )
    {
        if (
            await accounts.FindByNameAsync(account) is not { DisabledAt: null } found
            || !SampleAccounts.Invented(found)
        )
        {
            return Results.NotFound();
        }

        await signIn.SignInAsync(found, isPersistent: false);
        return Results.LocalRedirect(target);
    }

    private static async Task<IResult> MoveAsync(
        string move,
        string? date,
        string back,
        DemoControl control,
        CancellationToken ct
    )
    {
        var today = BeijingTime.DayOf(control.Now);
        DateTimeOffset? target = move switch
        {
            "tomorrow" => BeijingTime.At(today.AddDays(1), Morning),
            "next" => await control.NextDeadlineAsync(ct) is { } next ? next.AddSeconds(10) : null,
            "date"
                when DateOnly.TryParseExact(
                    date,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) => BeijingTime.At(day, Morning),
            _ => null,
        };
        return target is { } instant && (await control.MoveToAsync(instant, ct)).Refusal is null
            ? Results.LocalRedirect(back)
            : Results.LocalRedirect(
                $"/demo/clock?returnUrl={Uri.EscapeDataString(back)}&refused=1"
            );
    }

    /// <summary>By somebody of the sample world, who has entered it: nobody resets it in passing.</summary>
    private static async Task<IResult> ResetAsync(
        string reset,
        HttpContext http,
        DemoPortal portal,
        SignInManager<Account> signIn,
        DemoControl control
    )
    {
        if (reset != "all")
        {
            return Results.BadRequest();
        }

        if (
            await signIn.UserManager.GetUserAsync(http.User) is not { DisabledAt: null } account
            || !SampleAccounts.Invented(account)
        )
        {
            return Results.Redirect(portal.SignIn);
        }

        await signIn.SignOutAsync();
        // Whoever leaves the page meanwhile leaves nobody half a world.
        await control.ResetAsync(CancellationToken.None);
        await portal.PrepareJobs();
        return Results.LocalRedirect(portal.SignIn);
    }
}

/// <summary>What the demonstration's buttons need to know of the portal around them.</summary>
/// <param name="SignIn">Path of the sign-in page.</param>
/// <param name="Local">The address when it is a path of this portal, otherwise the second one.</param>
/// <param name="PrepareJobs">Makes the tables of background jobs anew: they stood in the database that a reset drops.</param>
public sealed record DemoPortal(
    string SignIn,
    Func<string?, string, string> Local,
    Func<Task> PrepareJobs
);
