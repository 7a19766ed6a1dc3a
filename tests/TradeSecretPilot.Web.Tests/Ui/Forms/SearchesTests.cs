using TradeSecretPilot.Web.Ui.Forms;

namespace TradeSecretPilot.Web.Tests.Ui.Forms;

/// <summary>Fields that pick from records at hand find them as lists do.</summary>
public sealed class SearchesTests
{
    private static readonly string[] Provinces = ["浙江", "广东", "重庆", "ＡＢＣ 园区"];

    [Theory]
    [InlineData("zj", "浙江")]
    [InlineData("chongq", "重庆")]
    [InlineData("廣\u200b東", "广东")]
    [InlineData("园区 abc", "ＡＢＣ 园区")]
    [InlineData("%", null)]
    [InlineData("浙江 广东", null)]
    public async Task Among_Typed_Finds(string typed, string? expected)
    {
        var found = await Searches.Among(Provinces, p => p)(typed, CancellationToken.None);

        Assert.Equal(expected is null ? [] : [expected], found.Items);
    }

    [Fact]
    public async Task Among_NothingTyped_AllInTheirOrder()
    {
        var found = await Searches.Among(Provinces, p => p)(" \u3000", CancellationToken.None);

        Assert.Equal(Provinces, found.Items);
    }
}
