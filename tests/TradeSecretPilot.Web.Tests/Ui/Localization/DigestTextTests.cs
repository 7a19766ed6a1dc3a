using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Tests.Ui.Localization;

public sealed class DigestTextTests : ChineseContext
{
    private const string Root = "BE76E0A2C20CDF132FDFAB4D94CF2753FBC278B0AC94C491C879B7F0AEFC1234";

    [Theory]
    [InlineData("", "")]
    [InlineData("共12条，没有指纹。", "共12条，没有指纹。")]
    [InlineData($"12 · {Root}", $"12 · <code>{Root}</code>")]
    [InlineData($"根{Root}，签名{Root}=。", $"根<code>{Root}</code>，签名<code>{Root}=</code>。")]
    [InlineData("a < b & SB-20220419-0000-000000", "a &lt; b &amp; SB-20220419-0000-000000")]
    public void Text_NamesADigest_ItIsReadLetterByLetter(string text, string expected) =>
        Assert.Equal(expected, Render<DigestText>(p => p.Add(d => d.Text, text)).Markup);
}
