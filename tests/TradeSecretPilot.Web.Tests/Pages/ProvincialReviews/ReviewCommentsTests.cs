using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Pages.ProvincialReviews;

namespace TradeSecretPilot.Web.Tests.Pages.ProvincialReviews;

public sealed class ReviewCommentsTests
{
    private static readonly ReturnComment First = new("foundation", "甲");
    private static readonly ReturnComment Second = new("support", "乙");
    private static readonly ReturnComment Mine = new("approach", "我的");
    private static readonly ReturnComment Theirs = new("phasing", "同事的");

    [Fact]
    public void Merge_BothAdded_KeepsBoth() =>
        Assert.Equal(
            [First, Theirs, Mine],
            ReviewComments.Merge([First], [First, Mine], [First, Theirs])
        );

    [Fact]
    public void Merge_EitherRemoved_StaysRemoved()
    {
        Assert.Equal([Second], ReviewComments.Merge([First, Second], [Second], [First, Second]));
        Assert.Equal([Second], ReviewComments.Merge([First, Second], [First, Second], [Second]));
    }

    [Fact]
    public void Merge_IReworded_ReplacesWhatIReworded()
    {
        var reworded = First with { Text = "甲，改" };

        Assert.Equal(
            [Second, Theirs, reworded],
            ReviewComments.Merge([First, Second], [reworded, Second], [First, Second, Theirs])
        );
    }

    [Fact]
    public void Merge_BothReworded_KeepsBothWordings()
    {
        var (mine, theirs) = (First with { Text = "甲，我改" }, First with { Text = "甲，同事改" });

        Assert.Equal([theirs, mine], ReviewComments.Merge([First], [mine], [theirs]));
    }
}
