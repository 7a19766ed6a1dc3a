using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>Sends a visitor without the right to the page to sign in, or, signed in already, to a plain refusal.</summary>
public sealed class RedirectToSignIn : ComponentBase
{
    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? AuthenticationState { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var signedIn =
            AuthenticationState is not null
            && (await AuthenticationState).User.Identity is { IsAuthenticated: true };
        var target = signedIn
            ? "/account/denied"
            : $"/account/sign-in?{(RendererInfo.IsInteractive ? "reason=ended&" : "")}returnUrl={Uri.EscapeDataString("/" + Navigation.ToBaseRelativePath(Navigation.Uri))}";
        Navigation.NavigateTo(target, forceLoad: true);
    }
}
