using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using TradeSecretPilot.Web.Account;
using TradeSecretPilot.Web.Hosting;

namespace TradeSecretPilot.Web.Layout;

/// <summary>Reads what the frame around a page shows.</summary>
public sealed class ShellSource(AuthenticationStateProvider authentication, IStringLocalizer texts)
{
    public async Task<ShellModel> LoadAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        if (user.AccountId() is null || user.Role() is not { } role)
        {
            return ShellModel.Empty;
        }

        var name = user.FindFirst(PortalClaims.DisplayName)?.Value ?? user.Identity!.Name!;
        return new ShellModel(null, new ShellPerson(name, texts[RoleWords.Of(role)], role));
    }

    /// <summary>The one-click entrances of the demonstration; none outside it.</summary>
    public Task<IReadOnlyList<DemoEntranceGroup>> LoadEntrancesAsync() =>
        Task.FromResult<IReadOnlyList<DemoEntranceGroup>>([]);
}
