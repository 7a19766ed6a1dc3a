using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Parts.Access;

/// <summary>Where somebody who is not signed in sets a password by a link: the job 登录 acts for them, as it does for signing in.</summary>
public sealed class LinkedPassword(IServiceScopeFactory scopes, IHttpContextAccessor http)
{
    /// <param name="userName">As it was typed.</param>
    /// <param name="code">Of the link or letter.</param>
    /// <param name="password">The new one.</param>
    /// <returns>Why it was not set; null when it was.</returns>
    public async Task<Refusal?> SetAsync(string? userName, string? code, string? password)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(RecordSignIn.Job);
        var address = http.HttpContext?.Connection.RemoteIpAddress?.ToString();
        var set = await scope
            .ServiceProvider.GetRequiredService<SetPasswordByLink>()
            .ExecuteAsync(new(userName, code, password, address), Acting.ToTheEnd);
        return set.Refusal;
    }
}
