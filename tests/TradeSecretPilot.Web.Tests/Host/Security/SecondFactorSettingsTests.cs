using Microsoft.Extensions.Configuration;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Host.Security;

namespace TradeSecretPilot.Web.Tests.Host.Security;

/// <summary>Which roles need a second factor, as it is configured.</summary>
public sealed class SecondFactorSettingsTests
{
    [Fact]
    public void Read_Nothing_IsTheDefaultInProduction_AndNobodyInTheDemonstration()
    {
        Assert.Equal(SecondFactorPolicy.Default, RequiredBy(Read(isDemonstration: false)));
        Assert.Same(SecondFactorPolicy.Off, Read(isDemonstration: true));
    }

    [Fact]
    public void Read_Roles_AddsAndTakesAway()
    {
        var policy = Read(isDemonstration: false, ("Expert", "true"), ("AuditAdmin", "false"));

        Assert.True(policy.IsRequiredOf(Role.Expert));
        Assert.False(policy.IsRequiredOf(Role.AuditAdmin));
        Assert.True(policy.IsRequiredOf(Role.SystemAdmin));
    }

    [Fact]
    public void Read_ARoleInTheDemonstration_IsThatOneAlone() =>
        Assert.Equal(
            new HashSet<Role> { Role.SystemAdmin },
            RequiredBy(Read(isDemonstration: true, ("SystemAdmin", "true")))
        );

    [Theory]
    [InlineData("Nobody", "true")]
    [InlineData("12", "true")]
    [InlineData("Expert", "yes")]
    public void Read_WhatIsNoRoleOrNoAnswer_StopsTheStart(string role, string value) =>
        Assert.Throws<SettingsException>(() => Read(isDemonstration: false, (role, value)));

    private static HashSet<Role> RequiredBy(SecondFactorPolicy policy) =>
        [.. Enum.GetValues<Role>().Where(policy.IsRequiredOf)];

    private static SecondFactorPolicy Read(
        bool isDemonstration,
        params (string Role, string Value)[] settings
    ) =>
        SecondFactorSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(s =>
                        KeyValuePair.Create(
                            $"{SecondFactorSettings.Section}:{s.Role}",
                            (string?)s.Value
                        )
                    )
                )
                .Build(),
            isDemonstration
        );
}
