using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Pages.Applications;

namespace TradeSecretPilot.Web.Tests.Pages.Applications;

public sealed class PlanFieldsTests
{
    private static readonly Guid Id = Guid.Parse("0189f7a0-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("title", "制定指引")]
    [InlineData("subtask", "CaseHandling")]
    [InlineData("start", "2022-07")]
    [InlineData("target", "指引1件")]
    public void Write_MeasureField_ReadsBack(string field, string value)
    {
        var key = PlanFields.MeasureKey(Id, field);

        var plan = PlanFields.Write(WorkPlan.Empty, key, value);

        Assert.Equal(value, PlanFields.Read(plan, key));
        Assert.Equal(Id, Assert.Single(plan.Measures).Id);
    }

    [Fact]
    public void Write_SupportFunding_KeepsDecimals()
    {
        var plan = PlanFields.Write(WorkPlan.Empty, "support:City-2023:funding", "12.5");

        Assert.Equal(12.5m, Assert.Single(plan.Support).Funding);
        Assert.Equal("12.5", PlanFields.Read(plan, "support:City-2023:funding"));
    }

    [Theory]
    [InlineData("support:City-2023:staff", "-5")]
    [InlineData("support:City-2023:staff", "12.5")]
    [InlineData("support:City-2023:funding", "1,2")]
    [InlineData("support:City-2023:funding", "0.005")]
    [InlineData("support:City-2023:funding", "500元")]
    [InlineData("measure:0189f7a0000070008000000000000001:start", "7月")]
    public void Write_NoValueOfTheField_ChangesNothing(string key, string value)
    {
        Assert.NotNull(PlanFields.WhyNot(key, value));
        Assert.Same(WorkPlan.Empty, PlanFields.Write(WorkPlan.Empty, key, value));
    }

    [Theory]
    [InlineData("support:City-2023:staff", "１２００", "1200")]
    [InlineData("support:City-2023:staff", "12人", "12")]
    [InlineData("support:City-2023:funding", " 1,200.50 ", "1200.5")]
    [InlineData("measure:0189f7a0000070008000000000000001:start", "2022年7月", "2022-07")]
    [InlineData("foundation", "\uf0b7 已有站点12个", "• 已有站点12个")]
    public void Write_AsPeopleWriteIt_IsTheValue(string key, string value, string expected)
    {
        Assert.Null(PlanFields.WhyNot(key, value));
        Assert.Equal(expected, PlanFields.Read(PlanFields.Write(WorkPlan.Empty, key, value), key));
    }

    [Theory]
    [InlineData("unknown", "x")]
    [InlineData("measure:nonsense:title", "x")]
    [InlineData("support:Nowhere-1:staff", "3")]
    public void Write_UnknownKey_ChangesNothing(string key, string value) =>
        Assert.Same(WorkPlan.Empty, PlanFields.Write(WorkPlan.Empty, key, value));

    [Fact]
    public void KeyOf_MeasureAnchor_FollowsTheMeasure()
    {
        var plan = new WorkPlan
        {
            Measures = [new Measure { Id = Guid.NewGuid() }, new Measure { Id = Id }],
        };

        Assert.Equal(
            PlanFields.MeasureKey(Id, "target"),
            PlanFields.KeyOf(plan, "measure-2-target")
        );
        Assert.Null(PlanFields.KeyOf(plan, "measure-3-target"));
    }
}
