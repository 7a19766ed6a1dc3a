using System.Globalization;
using System.Text;

namespace TradeSecretPilot.EndToEnd.Tests.Resilience;

/// <summary>
/// Rounds of a drill and what they take at random: one round in the suite, <c>DRILL_ROUNDS=20</c> in the long form, and
/// <c>DRILL_SEED</c> repeats one.
/// </summary>
internal sealed class Drill
{
    private static readonly int Seed = Setting("DRILL_SEED", Environment.TickCount);

    public static int Rounds { get; } = Setting("DRILL_ROUNDS", 1);

    public Random Random { get; } = new(Seed);

    /// <summary>Writes into the test's output what repeats it.</summary>
    public static void Tell() =>
        TestContext.Current.TestOutputHelper?.WriteLine($"DRILL_SEED={Seed}");

    /// <summary>Words that no other round writes.</summary>
    public string Words(int round)
    {
        var words = new StringBuilder(
            string.Create(CultureInfo.InvariantCulture, $"（示例）第{round}轮，")
        );
        for (var i = Random.Next(20, 60); i > 0; i--)
        {
            words.Append((char)Random.Next('一', '一' + 500));
        }

        return words.Append('。').ToString();
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : otherwise;
}
