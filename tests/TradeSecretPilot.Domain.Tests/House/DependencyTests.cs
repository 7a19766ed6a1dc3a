using System.Reflection;

namespace TradeSecretPilot.Domain.Tests.House;

/// <summary>What the domain may lean on and let others touch, each rule beside the offence planted against it.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Domain = typeof(Refusal).Assembly;

    [Fact]
    public void References_OfTheDomain_StayWithinTheBaseLibraries() =>
        Assert.Empty(BeyondTheBase(Domain));

    [Fact]
    public void References_PlantedTestLibrary_Found() =>
        Assert.Contains("xunit.v3.assert", BeyondTheBase(typeof(DependencyTests).Assembly));

    [Fact]
    public void Aggregates_Properties_AreNotSettableFromOutside() =>
        Assert.Empty(Settable(Domain.GetTypes()));

    [Fact]
    public void Aggregates_PlantedPublicSetter_Found() =>
        Assert.Equal(
            [$"{nameof(PlantedAggregate)}.{nameof(PlantedAggregate.Status)}"],
            Settable([typeof(PlantedAggregate)])
        );

    private static IEnumerable<string> BeyondTheBase(Assembly assembly)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return assembly
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name =>
                !name.StartsWith("System.", StringComparison.Ordinal)
                || !File.Exists(Path.Combine(runtime, name + ".dll"))
            );
    }

    private static IEnumerable<string> Settable(IEnumerable<Type> types) =>
        from type in types
        where type.IsSubclassOf(typeof(Aggregate))
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.GetSetMethod() is not null
        select $"{type.Name}.{property.Name}";

    /// <summary>An aggregate that anybody changes past its acts.</summary>
    private sealed class PlantedAggregate : Aggregate
    {
        public int Status { get; set; }
    }
}
