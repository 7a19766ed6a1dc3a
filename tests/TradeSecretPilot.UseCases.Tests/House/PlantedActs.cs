using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;

namespace TradeSecretPilot.UseCases.Tests.House;

/// <summary>An act against the rules: it asks for a foreign service, does two things and can be inherited from.</summary>
public class PlantedTwoActs(Random random) : IPlantedLonely
{
    /// <summary>A record that hands out an aggregate.</summary>
    public sealed record View(IReadOnlyList<Application> Applications);

    public int ExecuteAsync() => random.Next();

    public int UndoAsync() => -random.Next();
}

/// <summary>An interface for one class alone.</summary>
public interface IPlantedLonely;

/// <summary>A database that everybody sees.</summary>
public sealed class PlantedContext : DbContext;
