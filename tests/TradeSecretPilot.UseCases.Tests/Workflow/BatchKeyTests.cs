using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Tests.Workflow;

/// <summary>A list shows the batch that it is asked for, and never another one in its place.</summary>
public sealed class BatchKeyTests(TestDatabases databases)
{
    private const int Running = 1;
    private const int Open = 5;
    private const int Preparing = 6;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("3", 3)]
    [InlineData("-1", 0)]
    [InlineData("first", 0)]
    [InlineData("99999999999", 0)]
    public void Parse_Address_NamesItsBatch_OrNone(string? text, int? number) =>
        Assert.Equal(number is { } n ? BatchKey.OfNumber(n) : null, BatchKey.Parse(text));

    [Fact]
    public async Task Lists_NumberOfABatch_ShowThatBatch_AlsoAnEarlierOne()
    {
        await using var world = await databases.CreateWorldAsync(
            UseCases.Platform.Database.DatabaseProvider.Sqlite
        );
        var cast = world.Cast;
        var region = cast.A[0].Drafter;
        foreach (var (number, batch) in new[] { (Running, cast.Running), (Open, cast.Open) })
        {
            var key = BatchKey.OfNumber(number);
            var own = await world.AsAsync(
                region,
                (ListApplications u) => u.ExecuteAsync(new() { Batch = key }, Ct)
            );
            Assert.Equal(batch, own.Batch?.Id);
            Assert.Equal(cast.Application(batch, cast.A[0]), Assert.Single(own.Page.Items).Id);
            var call = await world.AsAsync(
                cast.ProvinceA.Approver,
                (GetProvincialCall u) => u.ExecuteAsync(new(key), Ct)
            );
            Assert.Equal(batch, call.Value.Batch.Id);
        }

        var pilots = await world.AsAsync(
            cast.Lead,
            (ListPilots u) => u.ExecuteAsync(new(BatchKey.OfNumber(Running)), Ct)
        );
        Assert.NotEmpty(pilots.Items);
        Assert.All(pilots.Items, p => Assert.Equal(Running, p.BatchNumber));
        var reports = await world.AsAsync(
            cast.Lead,
            (ListReports u) => u.ExecuteAsync(new() { Batch = BatchKey.OfNumber(Running) }, Ct)
        );
        Assert.NotEmpty(reports.Items);
        Assert.All(reports.Items, r => Assert.Equal(Running, r.BatchNumber));
        var matrix = await world.AsAsync(
            cast.Lead,
            (GetReportMatrix u) => u.ExecuteAsync(new(BatchKey.OfNumber(Running)), Ct)
        );
        Assert.Equal(cast.Running, matrix.Value.BatchId);
    }

    [Theory]
    [InlineData(Preparing)]
    [InlineData(0)]
    [InlineData(99)]
    public async Task Lists_BatchThatIsNotForTheReader_ShowNone(int number)
    {
        await using var world = await databases.CreateWorldAsync(
            UseCases.Platform.Database.DatabaseProvider.Sqlite
        );
        var (cast, key) = (world.Cast, BatchKey.OfNumber(number));
        foreach (var reader in new[] { cast.A[0].Drafter, cast.ProvinceA.Reviewer })
        {
            var list = await world.AsAsync(
                reader,
                (ListApplications u) => u.ExecuteAsync(new() { Batch = key }, Ct)
            );
            Assert.Null(list.Batch);
            Assert.Empty(list.Page.Items);
            var pilots = await world.AsAsync(
                reader,
                (ListPilots u) => u.ExecuteAsync(new(key), Ct)
            );
            Assert.Empty(pilots.Items);
        }

        var call = await world.AsAsync(
            cast.ProvinceA.Reviewer,
            (GetProvincialCall u) => u.ExecuteAsync(new(key), Ct)
        );
        Assert.Equal("Batch.NotFound", call.Refusal?.Code);
        var matrix = await world.AsAsync(
            cast.ProvinceA.Reviewer,
            (GetReportMatrix u) => u.ExecuteAsync(new(key), Ct)
        );
        Assert.NotNull(matrix.Refusal);
    }
}
