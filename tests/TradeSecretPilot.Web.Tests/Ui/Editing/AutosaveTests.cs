using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Editing;

namespace TradeSecretPilot.Web.Tests.Ui.Editing;

public sealed class AutosaveTests : IAsyncDisposable
{
    private readonly HandClock _clock = new();
    private readonly Document _document = new();
    private readonly TypingBrowser _browser = new();
    private readonly DraftKeeper _keeper;
    private readonly Autosave _autosave;
    private int _told;

    public AutosaveTests()
    {
        _keeper = new DraftKeeper(_browser);
        _autosave = new Autosave(
            _document,
            _keeper,
            _clock,
            step => step(),
            () => { },
            NullLogger.Instance
        )
        {
            Saved = () => _told++,
        };
    }

    public async ValueTask DisposeAsync()
    {
        _autosave.Dispose();
        await _keeper.DisposeAsync();
    }

    [Fact]
    public async Task Touch_Pause_SavesOnce()
    {
        await StartAsync();
        Type("a");
        _clock.Advance(Autosave.Pause / 2);
        Type("ab");
        _clock.Advance(Autosave.Pause / 2);
        Assert.Equal(0, _document.Saves);

        _clock.Advance(Autosave.Pause / 2);

        Assert.Equal(1, _document.Saves);
        Assert.Equal(1, _told);
        Assert.Equal(SaveState.Saved, _autosave.State);
    }

    [Fact]
    public async Task Touch_TypingGoesOn_SavesAtTheLatestAfterTheLongestWait()
    {
        await StartAsync();
        for (var typed = TimeSpan.Zero; typed < Autosave.LongestWait; typed += Autosave.Pause / 2)
        {
            Type($"{typed}");
            _clock.Advance(Autosave.Pause / 2);
        }

        Assert.True(_document.Saves > 0);
    }

    [Fact]
    public async Task Touch_NothingIsSavedYet_SaysSaving()
    {
        await StartAsync();

        Type("a");

        Assert.Equal(SaveState.Saving, _autosave.State);
    }

    [Fact]
    public async Task Flush_BrowserHoldsWhatNeverArrived_SavesAndConfirmsIt()
    {
        await StartAsync();
        _browser.Pending.Add(new TypedField("text", "typed while the line was down", "", ""));

        Assert.True(await _autosave.FlushAsync());

        Assert.Equal("typed while the line was down", _document.Saved);
        Assert.Equal("text", Assert.Single(_browser.Confirmed).Key);
    }

    [Fact]
    public async Task Flush_TypedFurtherMeanwhile_ConfirmsOnlyWhatIsSaved()
    {
        await StartAsync();
        _document.Present = "one";
        _browser.Pending.Add(new TypedField("text", "one", "", ""));
        _document.WhileSaving = () => _document.Present = "one two";

        Assert.False(await _autosave.FlushAsync());

        Assert.Equal("one", Assert.Single(_browser.Confirmed).Value);
        Assert.Equal(SaveState.Saving, _autosave.State);
    }

    [Fact]
    public async Task Flush_BrowserDoesNotAnswer_SavesButIsNotSettled()
    {
        await StartAsync();
        _document.Present = "arrived";
        _browser.IsGone = true;

        Assert.False(await _autosave.FlushAsync());

        Assert.Equal("arrived", _document.Saved);
    }

    [Fact]
    public async Task Flush_FieldCannotHoldTheText_IsNotSettled()
    {
        await StartAsync();
        _browser.Pending.Add(new TypedField("text", Document.Impossible, "", ""));

        Assert.False(await _autosave.FlushAsync());

        Assert.Empty(_browser.Confirmed);
    }

    [Fact]
    public async Task Flush_DatabaseIsAway_TriesAgain()
    {
        await StartAsync();
        _document.Present = "kept";
        _document.WhileSaving = () => throw new TimeoutException();

        Assert.False(await _autosave.FlushAsync());
        Assert.Equal(SaveState.Interrupted, _autosave.State);

        _document.WhileSaving = null;
        _clock.Advance(Autosave.Again);
        Assert.Equal("kept", _document.Saved);
        Assert.Equal(SaveState.Saved, _autosave.State);
    }

    [Fact]
    public async Task Flush_NoAnswer_SaysSoAfterAWhile()
    {
        await StartAsync();
        var answer = new TaskCompletionSource();
        _document.Present = "slow";
        _document.Answer = answer.Task;

        var saving = _autosave.FlushAsync();
        _clock.Advance(Autosave.Late);
        Assert.Equal(SaveState.Interrupted, _autosave.State);

        answer.SetResult();
        Assert.True(await saving);
        Assert.Equal(SaveState.Saved, _autosave.State);
    }

    [Fact]
    public async Task Flush_ColleagueSavedElsewhere_MergesAndSaves()
    {
        await StartAsync();
        _document.Present = "mine";
        _document.RefuseOnce(PlatformRefusals.ChangedMeanwhile());

        Assert.True(await _autosave.FlushAsync());

        Assert.Equal(1, _document.Merges);
        Assert.Equal("mine", _document.Saved);
    }

    [Fact]
    public async Task Follow_AnothersSaveTookOutWhatWasSavedHere_TellsAndPutsItBack()
    {
        await SaveTypedAsync("Mine。More of mine。");
        _document.Theirs = "Mine。Theirs。";

        await _autosave.FollowAsync();
        Assert.Equal("Mine。More of mine。", Assert.Single(_autosave.Lost).Value);
        Assert.Equal("Mine。Theirs。", _document.Present);

        _autosave.SettleLost(putBack: true);
        _clock.Advance(Autosave.Pause);
        Assert.Empty(_autosave.Lost);
        Assert.Equal("Mine。More of mine。Theirs。", _document.Saved);
    }

    [Theory]
    [InlineData("Mine。", "Mine。Theirs。", "they added")]
    [InlineData("", "", "its author deleted it before")]
    public async Task Follow_NothingOfMineIsTakenOut_TellsNothing(
        string present,
        string theirs,
        string why
    )
    {
        await SaveTypedAsync("Mine。");
        _document.Present = present;
        await _autosave.FlushAsync();
        _document.Theirs = theirs;

        await _autosave.FollowAsync();

        Assert.True(_autosave.Lost.Count == 0, why);
        Assert.Equal(SaveState.Saved, _autosave.State);
    }

    [Theory]
    [InlineData(true, SaveState.Conflict)]
    [InlineData(false, SaveState.Saved)]
    public async Task Follow_NotMerged_WaitsForAChoice_WhereSomethingWasTyped(
        bool types,
        SaveState expected
    )
    {
        await SaveTypedAsync("Mine。");
        _document.IsContested = true;
        _document.WhileMerging = types ? () => _document.Present = "Mine, changed。" : null;

        await _autosave.FollowAsync();

        Assert.Equal(expected, _autosave.State);
    }

    [Theory]
    [InlineData(true, "mine, typed on")]
    [InlineData(false, "theirs")]
    public async Task Choose_TypedOnWhileTheQuestionStood_IsPartOfTheChoice(
        bool keepMine,
        string expected
    )
    {
        await StartAsync();
        _document.Present = "mine";
        _document.Theirs = "theirs";
        _document.IsContested = true;
        _document.RefuseOnce(PlatformRefusals.ChangedMeanwhile());
        await _autosave.FlushAsync();
        _browser.Pending.Add(new TypedField("text", "mine, typed on", "", ""));

        await _autosave.ChooseAsync(keepMine);
        // The browser drops what it is told that the server holds.
        _browser.Pending.RemoveAll(p => _browser.Confirmed.Any(c => c.Value == p.Value));
        await _autosave.FlushAsync();

        Assert.Equal(expected, _document.Saved);
    }

    [Fact]
    public async Task Flush_SamePassage_WaitsForAChoice()
    {
        await StartAsync();
        _document.Present = "mine";
        _document.IsContested = true;
        _document.RefuseOnce(PlatformRefusals.ChangedMeanwhile());

        Assert.False(await _autosave.FlushAsync());
        Assert.Equal(SaveState.Conflict, _autosave.State);

        Assert.True(await _autosave.ChooseAsync(keepMine: true));
        Assert.False(await _autosave.ChooseAsync(keepMine: true));
        Assert.True(await _autosave.FlushAsync());
        Assert.Equal("mine", _document.Saved);
    }

    [Fact]
    public async Task Dispose_SomethingWaits_SavesNothingOnItsOwn()
    {
        await StartAsync();
        Type("a");

        _autosave.Dispose();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, _document.Saves);
    }

    private async Task SaveTypedAsync(string text)
    {
        await StartAsync();
        _browser.Pending.Add(new TypedField("text", text, "", ""));
        await _autosave.FlushAsync();
        _browser.Pending.Clear();
    }

    private Task<KeptTyping?> StartAsync() =>
        _keeper.StartAsync(default, "record", DotNetObjectReference.Create(this));

    private void Type(string text)
    {
        _document.Present = text;
        _autosave.Touch();
    }

    private sealed class Document : IEditedDocument
    {
        public const string Impossible = "no figure";

        private Refusal? _refusal;
        private bool _waits;

        public string Present { get; set; } = "";

        public string Saved { get; private set; } = "";

        public int Saves { get; private set; }

        public int Merges { get; private set; }

        public bool IsContested { get; set; }

        /// <summary>What somebody else saved.</summary>
        public string? Theirs { get; set; }

        public Action? WhileSaving { get; set; }

        public Action? WhileMerging { get; set; }

        public Task Answer { get; set; } = Task.CompletedTask;

        public bool IsDirty => Present != Saved;

        public void RefuseOnce(Refusal refusal) => _refusal = refusal;

        public string? Read(string key) => Present;

        public bool IsSaved(string key, string value) => Saved == value;

        public void Write(string key, string value) =>
            Present = value == Impossible ? Present : value;

        public async Task<Result<DateTimeOffset>> SaveAsync()
        {
            Saves++;
            var written = Present;
            WhileSaving?.Invoke();
            await Answer;
            if (_refusal is { } refusal)
            {
                _refusal = null;
                return refusal;
            }

            Saved = written;
            return DateTimeOffset.UnixEpoch;
        }

        public Task<bool> MergeAsync()
        {
            Merges++;
            WhileMerging?.Invoke();
            _waits = IsContested;
            if (Theirs is { } theirs && !IsContested)
            {
                Present = Saved = theirs;
            }

            return Task.FromResult(!IsContested);
        }

        public bool Choose(bool keepMine)
        {
            if (!_waits)
            {
                return false;
            }

            _waits = false;
            Saved = Theirs ?? Saved;
            Present = keepMine ? Present : Saved;
            return true;
        }
    }

    /// <summary>A browser in which something is typed.</summary>
    private sealed class TypingBrowser : IJSRuntime, IJSObjectReference
    {
        public List<TypedField> Pending { get; } = [];

        public List<TypedField> Confirmed { get; } = [];

        public bool IsGone { get; set; }

        public ValueTask<TValue> InvokeAsync<
            [DynamicallyAccessedMembers(
                DynamicallyAccessedMemberTypes.PublicConstructors
                    | DynamicallyAccessedMemberTypes.PublicFields
                    | DynamicallyAccessedMemberTypes.PublicProperties
            )]
                TValue
        >(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public ValueTask<TValue> InvokeAsync<
            [DynamicallyAccessedMembers(
                DynamicallyAccessedMemberTypes.PublicConstructors
                    | DynamicallyAccessedMemberTypes.PublicFields
                    | DynamicallyAccessedMemberTypes.PublicProperties
            )]
                TValue
        >(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            if (IsGone)
            {
                throw new JSDisconnectedException("gone");
            }

            object? answer = identifier switch
            {
                "import" => this,
                "start" => new KeptTyping([], []),
                "pending" => Pending.ToArray(),
                _ => null,
            };
            if (identifier == "confirm")
            {
                Confirmed.AddRange((IEnumerable<TypedField>)args![0]!);
            }

            return ValueTask.FromResult((TValue)answer!);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
