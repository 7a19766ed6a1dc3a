using Microsoft.AspNetCore.Components.Authorization;

namespace TradeSecretPilot.Web.Layout;

/// <summary>Reads what the frame around a page shows.</summary>
public sealed class ShellSource(AuthenticationStateProvider authentication)
{
    public async Task<ShellModel> LoadAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return user.Identity is { IsAuthenticated: true, Name: { } name }
            ? new ShellModel(null, new ShellPerson(name, "", default))
            : ShellModel.Empty;
    }
}
