using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Demo.World;
using TradeSecretPilot.Domain.Applications;

namespace TradeSecretPilot.Web.Tests.House.Planted;

/// <summary>A page against the rules: it holds an aggregate and a database, and knows the demonstration.</summary>
internal sealed class PlantedPage
{
    public Application? Shown { get; set; }

    public static bool IsOpen(DbContext db) => db.Database.CanConnect();

    public static DateOnly Day() => DemoWorld.FirstDay;
}
