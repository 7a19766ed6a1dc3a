using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Accessibility;

/// <summary>Every page on the desktop and on the phone, as the role with the fewest rights that sees all of it. Three classes, so that they run side by side.</summary>
public sealed class AccessibilityTests(Browser browser, Worlds worlds)
{
    public static TheoryData<string> Roles => [PageTour.Public, "Drafter", "LocalApprover"];

    [Fact(Timeout = Limits.OfATest)]
    public void Pages_All_AreVisitedByEveryRole()
    {
        Assert.Empty(PortalPages.All.Select(p => p.Pattern).Except(PageVisit.Patterns));
        Assert.Empty(PortalPages.Roles.Except(PageTour.Roles));
        Assert.Equal(
            PageTour.Roles.Append(PageTour.Public).Order(StringComparer.Ordinal),
            Roles
                .Concat(RegulatorAccessibilityTests.Roles)
                .Concat(NationalAccessibilityTests.Roles)
                .Select(r => r.Data)
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Roles))]
    public Task Pages_OfARole_AreAccessibleOnDesktopAndPhone(string role) =>
        new PageTour(browser, worlds).TakeAsync(role);
}

/// <inheritdoc cref="AccessibilityTests"/>
public sealed class RegulatorAccessibilityTests(Browser browser, Worlds worlds)
{
    public static TheoryData<string> Roles =>
        ["ProvincialReviewer", "ProvincialApprover", "SystemAdmin", "SecurityAdmin", "AuditAdmin"];

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Roles))]
    public Task Pages_OfARole_AreAccessibleOnDesktopAndPhone(string role) =>
        new PageTour(browser, worlds).TakeAsync(role);

    [Fact(Timeout = Limits.OfATest)]
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

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Roles))]
    public Task Pages_OfARole_AreAccessibleOnDesktopAndPhone(string role) =>
        new PageTour(browser, worlds).TakeAsync(role);
}

/// <summary>Every page, as everyone who may open it, on PostgreSQL, where data comes late.</summary>
public sealed class PostgreSqlPagesTests(Browser browser, Worlds worlds)
{
    public static TheoryData<string> Roles => [PageTour.Public, .. PageTour.Roles];

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Roles))]
    public Task Pages_OfARole_OpenWithoutAFault(string role) =>
        new PageTour(browser, worlds).TakeQuicklyAsync(role, Store.PostgreSql);
}
