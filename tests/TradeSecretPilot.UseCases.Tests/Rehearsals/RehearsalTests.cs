using TradeSecretPilot.Demo.Rehearsals;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rehearsals;

/// <summary>The whole first batch, from the call to the sixth report, through the same use cases as the pages.</summary>
public sealed class RehearsalTests(TestDatabases databases)
{
    private const int Applications = 96;
    private const int Periods = 6;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Rehearse_NinetySixApplications_KeepsEveryInvariant(DatabaseProvider provider)
    {
        await using var database = await databases.CreateAsync(provider);

        var summary = (
            await Rehearsal.RunAsync(
                new RehearsalOptions(database.Options, Applications),
                TextWriter.Null,
                TestContext.Current.CancellationToken
            )
        ).Value;

        Assert.Empty(summary.InvariantsBroken);
        Assert.Equal(Applications, summary.Applications.Created);
        Assert.InRange(summary.Late.Attempted, 1, int.MaxValue);
        Assert.Equal(summary.Late.Attempted, summary.Late.Refused);
        Assert.InRange(summary.DueActions.Done, 1, int.MaxValue);
        Assert.Equal(summary.DueActions.Expected, summary.DueActions.Done);
        Assert.Equal(0, summary.DueActions.Duplicates);
        Assert.InRange(summary.Applications.Selected, 15, 20);
        Assert.Equal(Periods * summary.Applications.Selected, summary.Obligations);
        Assert.True(summary.Audit.ChainValid);
    }
}
