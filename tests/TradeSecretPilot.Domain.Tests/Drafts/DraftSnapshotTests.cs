using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Drafts;

namespace TradeSecretPilot.Domain.Tests.Drafts;

public sealed class DraftSnapshotTests
{
    private static readonly DateTimeOffset Now = new(2022, 4, 20, 1, 41, 36, TimeSpan.Zero);

    [Fact]
    public void IsDue_BeforeTheInterval_NotYet()
    {
        Assert.True(DraftSnapshot.IsDue(null, Now));
        Assert.False(
            DraftSnapshot.IsDue(Now - DraftSnapshot.Interval + TimeSpan.FromTicks(1), Now)
        );
        Assert.True(DraftSnapshot.IsDue(Now - DraftSnapshot.Interval, Now));
    }

    [Fact]
    public void Read_IsTheTextThatWasKept()
    {
        var plan = new WorkPlan
        {
            Foundation = "（示例）已建立联系点。",
            Measures = [new Measure { Id = Guid.CreateVersion7(), Title = "示例举措" }],
        };
        var snapshot = DraftSnapshot.Of(
            Guid.NewGuid(),
            Guid.NewGuid(),
            plan,
            ["foundation"],
            Now,
            "示例",
            Now
        );

        Assert.Empty(PlanDifferences.Between(plan, snapshot.Read<WorkPlan>()));

        snapshot.Continue(
            plan with
            {
                Phasing = "（示例）分两步。",
            },
            ["phasing"],
            Now.AddMinutes(1)
        );

        Assert.Equal(["phasing"], PlanDifferences.Between(plan, snapshot.Read<WorkPlan>()));
        Assert.Equal(Now.AddMinutes(1), snapshot.SavedAt);
    }
}
