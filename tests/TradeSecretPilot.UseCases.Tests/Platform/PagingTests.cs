using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

public sealed class PagingTests(TestDatabases databases)
{
    [Theory]
    [InlineData(1, 45, 1)]
    [InlineData(3, 45, 3)]
    [InlineData(4, 45, 3)]
    [InlineData(int.MaxValue, 45, 3)]
    [InlineData(-7, 45, 1)]
    [InlineData(5, 0, 1)]
    public void Within_OutOfRange_IsTheNearestPage(int asked, int total, int shown) =>
        Assert.Equal(shown, new Paging(asked).Within(total).Number);

    [Theory]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public async Task List_BeyondItsEnd_ShowsItsLastPage(int page)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var (notices, _) = await world.AsAsync(
            world.Cast.WorkingGroup,
            (ListNotices act) =>
                act.ExecuteAsync(
                    new(Paging: new Paging(page, Paging.MaxSize)),
                    TestContext.Current.CancellationToken
                )
        );
        Assert.True(notices.Total is > 0 and <= Paging.MaxSize);
        Assert.Equal(notices.Total, notices.Items.Count);
        Assert.Equal(1, notices.Paging.Number);
    }
}
