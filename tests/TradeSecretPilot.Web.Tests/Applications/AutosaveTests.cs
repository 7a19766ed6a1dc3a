using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Applications;

public sealed class AutosaveTests
{
    private readonly HandClock _clock = new();
    private int _saves;

    [Fact]
    public void Touch_TypingGoesOn_SavesOnceAfterThePause()
    {
        using var autosave = new Autosave(_clock, () => _saves++);
        for (var i = 0; i < 5; i++)
        {
            autosave.Touch();
            _clock.Advance(Autosave.Pause / 2);
        }

        Assert.Equal(0, _saves);
        _clock.Advance(Autosave.Pause / 2);
        Assert.Equal(1, _saves);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, _saves);
    }

    [Fact]
    public void Pause_IsShortEnough_ToBeSavedWithinTwoSeconds() =>
        Assert.True(Autosave.Pause < TimeSpan.FromSeconds(1.5));

    [Fact]
    public void Retry_AfterAFailure_TriesAgain()
    {
        using var autosave = new Autosave(_clock, () => _saves++);
        autosave.Retry();

        _clock.Advance(Autosave.Again);

        Assert.Equal(1, _saves);
    }

    [Fact]
    public void Stop_NothingWaits_SavesNothing()
    {
        using var autosave = new Autosave(_clock, () => _saves++);
        autosave.Touch();
        autosave.Stop();

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, _saves);
    }
}
