using System.Text.RegularExpressions;
using Bunit;
using Microsoft.JSInterop;
using MudBlazor;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Forms;

namespace TradeSecretPilot.Web.Tests.Ui.Controls;

/// <summary>The library comes with its first control, and wears our tokens.</summary>
public sealed partial class ControlLoadingTests : ControlContext
{
    [Fact]
    public void Page_WithoutControls_LoadsAndDrawsNothingOfTheLibrary()
    {
        Assert.Equal("", Host.Markup.Trim());
        Assert.Empty(JSInterop.Invocations);
    }

    [Fact]
    public void Ask_FirstDialog_LoadsItsFilesOfThePresentVersion()
    {
        _ = On(d => d.AskAsync(new Confirmation("撤回申报？", "不能再申报。", "撤回申报")));

        var version = typeof(MudDialog).Assembly.GetName().Version!.ToString(3);
        var files = Assert.Single(JSInterop.Invocations["load"]).Arguments;
        Assert.Equal($"/_content/MudBlazor/MudBlazor.min.css?v={version}", files[0]);
        Assert.Equal($"/_content/MudBlazor/MudBlazor.min.js?v={version}", files[2]);
    }

    [Fact]
    public void Load_Fails_SaysSo_AndCanBeTriedAgain()
    {
        var module = JSInterop.SetupModule("/js/controls.js");
        module.Setup<bool>("load", _ => true).SetException(new JSException("Not loaded"));
        var input = Draw<DateInput>(p =>
            p.Add(d => d.Field, new FieldContext("day", new Dictionary<string, object>()))
        );
        Assert.Contains("控件没有载入", input.Markup, StringComparison.Ordinal);

        module.Setup<bool>("load", _ => true).SetResult(true);
        input.Find(".notice .btn").Click();

        Assert.NotNull(input.Find("input#day"));
    }

    /// <summary>No theme is held per circuit, so our sheet must set whatever a theme would.</summary>
    [Fact]
    public void Look_EveryVariableOfATheme_IsSet()
    {
        var theme = Render<MudThemeProvider>().Markup;
        var ours = Variable().Matches(Sheet("mud.css")).Select(m => m.Groups[1].Value).ToHashSet();

        var missing = Variable()
            .Matches(theme)
            .Select(m => m.Groups[1].Value)
            .Where(name => !ours.Contains(name))
            .Distinct();

        Assert.Empty(missing);
    }

    [Fact]
    public void Look_ColourComponents_AreThoseOfTheTokens()
    {
        foreach (var (name, token) in Tokens)
        {
            var tokens = HexOf(token).Matches(Sheet("tokens.css"));
            var components = ComponentsOf(name).Matches(Sheet("mud.css"));
            Assert.Equal(
                tokens.Select(m => Components(m.Groups[1].Value)),
                components.Select(m => m.Groups[1].Value)
            );
        }
    }

    private static readonly (string Name, string Token)[] Tokens =
    [
        ("primary", "accent-ink"),
        ("secondary", "ink-3"),
        ("success", "ok-mark"),
        ("warning", "warn-mark"),
        ("error", "danger-ink"),
        ("text-primary", "ink-1"),
        ("text-secondary", "ink-3"),
        ("text-disabled", "ink-4"),
        ("surface", "surface"),
        ("divider", "line-2"),
    ];

    private static Regex HexOf(string token) =>
        new($"^ +--{token}: #([0-9a-f]{{6}});", RegexOptions.Multiline);

    private static Regex ComponentsOf(string name) => new($"--mud-palette-{name}-rgb: ([0-9,]+);");

    private static string Components(string hex) =>
        string.Join(',', Convert.FromHexString(hex).Select(b => $"{b}"));

    private static string Sheet(string name) =>
        File.ReadAllText(
            Path.Combine(Localization.TranslationTests.Web.FullName, "wwwroot", "css", name)
        );

    [GeneratedRegex(@"(--mud-[\w-]+)\s*:")]
    private static partial Regex Variable();
}
