using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Documents;

namespace TradeSecretPilot.Web.Layout;

/// <summary>The name of every role, in Chinese, the key of its translation.</summary>
public static class RoleWords
{
    public static string Of(Role role) => OfficialWords.Of(role);
}
