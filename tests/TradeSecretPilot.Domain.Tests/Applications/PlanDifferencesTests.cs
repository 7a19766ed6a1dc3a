using System.Reflection;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.Domain.Tests.Applications;

public sealed class PlanDifferencesTests
{
    private static readonly WorkPlan Whole = new()
    {
        Foundation = "1",
        Advantages = "2",
        Approach = "3",
        Phasing = "4",
        Leadership = "5",
        Safeguards = "6",
        Measures = [new Measure { Id = Guid.CreateVersion7() }],
        Support = [new SupportLine { Year = 2023 }],
        Attachments = [new Attachment { Id = Guid.CreateVersion7() }],
    };

    [Fact]
    public void Between_EveryPart_IsNamed() =>
        Assert.Equal(
            typeof(WorkPlan)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(p => p.Name)
                .Where(n => n != nameof(WorkPlan.Schema))
                .Select(n => $"{char.ToLowerInvariant(n[0])}{n[1..]}")
                .Order(StringComparer.Ordinal),
            PlanDifferences.Between(WorkPlan.Empty, Whole).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Between_SameText_Nothing() =>
        Assert.Empty(
            PlanDifferences.Between(Whole, ContentHash.Read<WorkPlan>(ContentHash.Write(Whole)))
        );
}
