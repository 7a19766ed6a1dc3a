using System.Reflection;

namespace TradeSecretPilot.Domain.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void Domain_References_StayWithinTheBaseLibraries()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        Assert.All(
            typeof(Refusal).Assembly.GetReferencedAssemblies(),
            reference =>
            {
                Assert.StartsWith("System.", reference.Name);
                Assert.True(
                    System.IO.File.Exists(Path.Combine(runtime, reference.Name + ".dll")),
                    $"{reference.Name} is not part of the runtime."
                );
            }
        );
    }

    [Fact]
    public void Aggregates_Properties_AreNotSettableFromOutside() =>
        Assert.All(
            typeof(Aggregate)
                .Assembly.GetTypes()
                .Where(t => t.IsSubclassOf(typeof(Aggregate)))
                .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance)),
            property => Assert.Null(property.GetSetMethod())
        );
}
