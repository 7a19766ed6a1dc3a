using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Sample;
using TradeSecretPilot.Web.Hosting;

namespace TradeSecretPilot.Web.Demo;

/// <summary>The buttons of the demonstration; absent outside it.</summary>
public static class DemoEndpoints
{
    private static readonly TimeOnly Morning = new(9, 0, 30);

    public static void MapDemo(this WebApplication app)
    {
        if (app.Services.GetService<DemoControl>() is null)
        {
            return;
        }

        var group = app.MapGroup("/demo");
        group.MapPost("/sign-in", SignInAsync);
        group.MapPost("/clock", MoveAsync);
        group.MapPost("/reset", ResetAsync);
    }

    /// <summary>
    /// One-click sign-in, to the invented people of the sample world and to nobody else. The page offers some of them; the
    /// others stand behind it, since a batch is carried by more people than a page can show.
    /// </summary>
    private static async Task<IResult> SignInAsync(
        [FromForm] string account,
        [FromForm] string? returnUrl,
        SignInManager<PortalAccount> signIn,
        UserManager<PortalAccount> accounts
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
        return Results.LocalRedirect(LocalUrl.Or(returnUrl, "/inbox"));
    }

    private static async Task<IResult> MoveAsync(
        [FromForm] string move,
        [FromForm] string? date,
        [FromForm] string? returnUrl,
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
        var back = LocalUrl.Or(returnUrl);
        return target is { } instant && (await control.MoveToAsync(instant, ct)).Refusal is null
            ? Results.LocalRedirect(back)
            : Results.LocalRedirect(
                $"/demo/clock?returnUrl={Uri.EscapeDataString(back)}&refused=1"
            );
    }

    private static async Task<IResult> ResetAsync(
        SignInManager<PortalAccount> signIn,
        DemoControl control,
        CancellationToken ct
    )
    {
        await signIn.SignOutAsync();
        await control.ResetAsync(ct);
        return Results.LocalRedirect(SignInRateLimit.Path);
    }
}
