using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Accessibility;

/// <summary>Every page, as everyone who may open it, on the desktop and on the phone. Three classes, so that they run side by side.</summary>
public sealed class AccessibilityTests(Browser browser, Worlds worlds)
{
    public static TheoryData<string> Roles => [PageTour.Public, "Drafter", "LocalApprover"];

    [Fact]
    public void Pages_All_AreVisitedByEveryRole()
    {
        Assert.Empty(RoutablePages.All.Select(p => p.Pattern).Except(PageVisit.Patterns));
        Assert.Empty(RoutablePages.Roles.Except(PageTour.Roles));
        Assert.Equal(
            PageTour.Roles.Append(PageTour.Public).Order(StringComparer.Ordinal),
            Roles
                .Concat(RegulatorAccessibilityTests.Roles)
                .Concat(NationalAccessibilityTests.Roles)
                .Select(r => r.Data)
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public Task Pages_OfARole_AreAccessibleOnDesktopAndPhone(string role) =>
        new PageTour(browser, worlds).TakeAsync(role);
}

/// <inheritdoc cref="AccessibilityTests"/>
public sealed class RegulatorAccessibilityTests(Browser browser, Worlds worlds)
{
    public static TheoryData<string> Roles =>
        ["ProvincialReviewer", "ProvincialApprover", "SystemAdmin", "SecurityAdmin", "AuditAdmin"];

    [Theory]
    [MemberData(nameof(Roles))]
    public Task Pages_OfARole_AreAccessibleOnDesktopAndPhone(string role) =>
        new PageTour(browser, worlds).TakeAsync(role);

    [Fact]
    public async Task Pages_InTheDark_AreAccessible()
    {
        var tour = new PageTour(browser, worlds);
        await tour.TakeInTheDarkAsync(
            false,
            "ProvincialReviewer",
            "/inbox",
            "/applications",
            "/ranking"
        );
        await tour.TakeInTheDarkAsync(false, "Drafter", "/applications");
        await tour.TakeInTheDarkAsync(true, "WorkingGroup", "/selection", "/national", "/reports");
    }
}

/// <inheritdoc cref="AccessibilityTests"/>
public sealed class NationalAccessibilityTests(Browser browser, Worlds worlds)
{
    public static TheoryData<string> Roles => ["WorkingGroup", "WorkingGroupLead", "Expert"];

    [Theory]
    [MemberData(nameof(Roles))]
    public Task Pages_OfARole_AreAccessibleOnDesktopAndPhone(string role) =>
        new PageTour(browser, worlds).TakeAsync(role);
}
