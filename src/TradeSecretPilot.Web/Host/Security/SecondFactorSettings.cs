using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Host.Security;

/// <summary>
/// <c>Security:SecondFactor</c>: for each role whether it needs a second factor (<c>Security:SecondFactor:Expert=true</c>). Roles that
/// are not named keep their default.
/// </summary>
public static class SecondFactorSettings
{
    public const string Section = "Security:SecondFactor";

    /// <param name="isDemonstration">
    /// Its invented people are entered with one click by everybody, so nobody needs one there unless the section says so.
    /// </param>
    /// <exception cref="SettingsException">A name is no role, or its value is neither true nor false.</exception>
    public static SecondFactorPolicy Read(IConfiguration configuration, bool isDemonstration)
    {
        var named = configuration.GetSection(Section).GetChildren().ToList();
        if (isDemonstration && named.Count == 0)
        {
            return SecondFactorPolicy.Off;
        }

        var required = isDemonstration ? [] : SecondFactorPolicy.Default.ToHashSet();
        foreach (var setting in named)
        {
            if (
                !Enum.TryParse<Role>(setting.Key, ignoreCase: true, out var role)
                || !Enum.IsDefined(role)
                || !bool.TryParse(setting.Value, out var isRequired)
            )
            {
                throw new SettingsException(
                    $"{Section}:{setting.Key} 不正确：名称须为角色（{Names}），值须为 true 或 false。",
                    $"{Section}:{setting.Key} is not right: its name is a role ({Names}), its value true or false."
                );
            }

            if (isRequired)
            {
                required.Add(role);
            }
            else
            {
                required.Remove(role);
            }
        }

        return SecondFactorPolicy.For(required);
    }

    private static string Names => string.Join(", ", Enum.GetNames<Role>());
}
