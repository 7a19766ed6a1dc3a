using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>Sends a visitor without the right to the page to sign in, or, signed in already, to a plain refusal.</summary>
public sealed class RedirectToSignIn : ComponentBase
{
    /// <summary>Of a visitor whose session has ended under an open page: why, as the sign-in page is asked to say.</summary>
    public const string EndedClaim = "tsp:ended";

    private const string Ended = "ended";

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? AuthenticationState { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var user = AuthenticationState is null ? null : (await AuthenticationState).User;
        var why = user?.FindFirstValue(EndedClaim) ?? Ended;
        var target = user?.Identity is { IsAuthenticated: true }
            ? "/account/denied"
            : $"/account/sign-in?{(RendererInfo.IsInteractive ? $"reason={why}&" : "")}returnUrl={Uri.EscapeDataString("/" + Navigation.ToBaseRelativePath(Navigation.Uri))}";
        Navigation.NavigateTo(target, forceLoad: true);
    }
}
