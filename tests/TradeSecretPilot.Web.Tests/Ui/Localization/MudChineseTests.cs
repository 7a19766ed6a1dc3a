using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using MudBlazor;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Tests.Ui.Localization;

/// <summary>The component library speaks Chinese to the end, and its own English elsewhere.</summary>
public sealed partial class MudChineseTests
{
    private static readonly Dictionary<string, string> English = new ResourceManager(
        "MudBlazor.Resources.LanguageResource",
        typeof(MudDialog).Assembly
    )
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
        .Cast<DictionaryEntry>()
        .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    [Fact]
    public void Texts_EveryKeyOfTheLibrary_HasChinese()
    {
        Assert.True(English.Count > 100);
        Assert.Equal(
            English.Keys.Order(StringComparer.Ordinal),
            MudChinese.Texts.Keys.Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(MudChinese.Texts, t => string.IsNullOrWhiteSpace(t.Value));
    }

    [Fact]
    public void Texts_Formats_TakeTheSameArguments()
    {
        var wrong = English
            .Where(e => !Arguments(e.Value).SequenceEqual(Arguments(MudChinese.Texts[e.Key])))
            .Select(e => e.Key);

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("zh-CN", "下个月，6月", false)]
    [InlineData("en", "MudBaseDatePicker_NextMonth", true)]
    public void Indexer_InALanguage_SaysItsText(string culture, string text, bool isLeftToLibrary)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(culture);
        try
        {
            var said = new MudChinese()["MudBaseDatePicker_NextMonth", "6月"];
            Assert.Equal((text, isLeftToLibrary), (said.Value, said.ResourceNotFound));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IEnumerable<string> Arguments(string text) =>
        Argument().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Argument();
}
