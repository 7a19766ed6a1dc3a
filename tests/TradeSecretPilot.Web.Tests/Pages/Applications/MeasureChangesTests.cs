using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.Web.Pages.Applications;

namespace TradeSecretPilot.Web.Tests.Pages.Applications;

/// <summary>What a filled-in template makes of the measures that are there.</summary>
public sealed class MeasureChangesTests
{
    private static readonly Measure First = Measure("甲");
    private static readonly Measure Second = Measure("乙");
    private static readonly Measure Third = Measure("丙");

    [Fact]
    public void Of_SameRows_ChangesNothing()
    {
        var changes = Changes([First, Second], Row(First), Row(Second));

        Assert.Equal([First, Second], changes.Measures);
        Assert.Empty(changes.Added);
        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Removed);
        Assert.False(changes.Reordered);
    }

    [Fact]
    public void Of_AddedChangedRemoved_EachByItsIdentifier()
    {
        var changes = Changes(
            [First, Second],
            Row(First with { Title = "甲，改名", Target = "指引2件" }),
            Row(Third, isNew: true)
        );

        Assert.Equal(
            ("甲", "甲，改名"),
            Assert.Single(changes.Changed) is var (b, a) ? (b.Title, a.Title) : default
        );
        Assert.Equal("丙", Assert.Single(changes.Added).Title);
        Assert.Equal([Second], changes.Removed);
        Assert.Equal(First.Id, changes.Measures[0].Id);
        Assert.NotEqual(Guid.Empty, changes.Measures[1].Id);
        Assert.Distinct(changes.Measures.Select(m => m.Id));
    }

    [Fact]
    public void Of_RowWithoutIdentifier_IsKnownByItsTitle()
    {
        // Copied into a sheet of somebody's own, without the hidden column.
        var changes = Changes(
            [First, Second],
            Row(First with { Target = "指引2件" }, isNew: true),
            Row(Second, isNew: true)
        );

        Assert.Equal([First.Id, Second.Id], changes.Measures.Select(m => m.Id));
        Assert.Equal("指引2件", Assert.Single(changes.Changed).After.Target);
        Assert.Empty(changes.Removed);
    }

    [Fact]
    public void Of_TitleThatTwoHave_StandsForNeither()
    {
        var twin = Measure("甲");
        var changes = Changes([First, twin], Row(First, isNew: true));

        Assert.Single(changes.Added);
        Assert.Equal([First, twin], changes.Removed);
    }

    [Fact]
    public void Of_IdentifierOfAnotherPlan_IsANewMeasure()
    {
        var changes = Changes([First], Row(First), Row(Third));

        Assert.NotEqual(Third.Id, Assert.Single(changes.Added).Id);
    }

    [Fact]
    public void Of_OtherOrder_IsSaid()
    {
        var changes = Changes([First, Second, Third], Row(Third), Row(First), Row(Second));

        Assert.True(changes.Reordered);
        Assert.Equal([Third, First, Second], changes.Measures);
        Assert.False(Changes([First, Second, Third], Row(First), Row(Third)).Reordered);
    }

    [Fact]
    public void Of_WhatACellCannotHold_IsNoChange()
    {
        var typed = First with { Innovation = "第一行\r\n第二行\u200b ", Title = " 甲 " };
        var changes = Changes(
            [typed],
            Row(typed with { Innovation = "第一行\n第二行", Title = "甲" })
        );

        Assert.Equal([typed], changes.Measures);
        Assert.Empty(changes.Changed);
    }

    private static Measure Measure(string title) =>
        new()
        {
            Id = Guid.NewGuid(),
            Title = title,
            Target = "指引1件",
        };

    private static ImportedMeasure Row(Measure measure, bool isNew = false) =>
        new(
            new MeasureLine(4, isNew ? null : measure.Id, measure with { Id = Guid.Empty }),
            Guid.NewGuid()
        );

    private static MeasureChanges Changes(Measure[] present, params ImportedMeasure[] rows) =>
        MeasureChanges.Of(present, rows);
}
