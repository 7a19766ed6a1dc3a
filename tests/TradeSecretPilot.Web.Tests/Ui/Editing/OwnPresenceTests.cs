using System.Security.Claims;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Editing;

namespace TradeSecretPilot.Web.Tests.Ui.Editing;

public sealed class OwnPresenceTests
{
    private const string Record = "ApplicationEditor.示例";

    private readonly HandClock _clock = new();
    private readonly EditorPresence _presence;
    private int _drawn;
    private int _followed;

    public OwnPresenceTests() =>
        _presence = new EditorPresence(
            new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())),
            _clock,
            user => user.FindFirstValue(ClaimTypes.Name)!
        );

    [Fact]
    public async Task Touch_Section_IsToldToTheOthersWithTheNextBeat()
    {
        await using var zhou = Enter("周起草");
        await using var wu = Enter("吴审定");

        zhou.Touch("Measures");
        Beat();
        Beat();

        var other = Assert.Single(wu.Others);
        Assert.Equal(("周起草", "Measures"), (other.Name, other.Section));
        Assert.True(_drawn > 0);
        Assert.Equal("吴审定", Assert.Single(zhou.Others).Name);
    }

    [Fact]
    public async Task Others_OwnSecondWindowAndOtherRecords_AreNotThere()
    {
        var me = Guid.NewGuid();
        await using var first = Enter("周起草", me);
        await using var second = Enter("周起草", me);
        await using var elsewhere = Enter("吴审定", record: "ReportEditor.示例");

        Beat();

        Assert.Empty(first.Others);
        Assert.Empty(elsewhere.Others);
    }

    [Fact]
    public async Task Dispose_IsGoneAtOnce()
    {
        var zhou = Enter("周起草");
        await using var wu = Enter("吴审定");
        Beat();
        Assert.Single(wu.Others);

        await zhou.DisposeAsync();
        Beat();

        Assert.Empty(wu.Others);
    }

    [Fact]
    public async Task Beat_NothingTouchedForLong_IsNoWork()
    {
        await using var zhou = Enter("周起草");
        await using var wu = Enter("吴审定");
        for (var passed = TimeSpan.Zero; passed <= OwnPresence.Idle; passed += EditorPresence.Beat)
        {
            wu.Touch();
            Beat();
        }

        foreach (var _ in Enumerable.Range(0, 4))
        {
            wu.Touch();
            Beat();
        }

        Assert.Empty(wu.Others);
        Assert.Equal("吴审定", Assert.Single(zhou.Others).Name);
    }

    [Fact]
    public async Task Saved_IsToldToEveryOtherWindowOnce()
    {
        var me = Guid.NewGuid();
        await using var first = Enter("周起草", me);
        await using var second = Enter("周起草", me);
        Beat();
        Beat();
        Assert.Equal(0, _followed);

        second.Saved();
        Beat();
        Beat();

        Assert.Equal(1, _followed);
    }

    private void Beat() => _clock.Advance(EditorPresence.Beat);

    private OwnPresence Enter(string name, Guid? account = null, string record = Record) =>
        OwnPresence.Start(
            _presence,
            record,
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new Claim(
                            ClaimTypes.NameIdentifier,
                            (account ?? Guid.NewGuid()).ToString()
                        ),
                        new Claim(ClaimTypes.Name, name),
                    ],
                    "test"
                )
            ),
            _clock,
            () => _drawn++,
            () => _followed++,
            NullLogger.Instance
        );
}
