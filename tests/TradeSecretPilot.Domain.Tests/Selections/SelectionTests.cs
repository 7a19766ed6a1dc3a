using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;

namespace TradeSecretPilot.Domain.Tests.Selections;

public sealed class SelectionTests
{
    private const string Number = "示例〔2022〕3号";

    private readonly Batch _batch = Some.Batch(BatchStage.Selecting);
    private readonly List<Application> _appraised = Some.Appraised(Enumerable.Range(1, 25));
    private readonly Selection _selection;

    public SelectionTests() => _selection = Selection.Begin(_batch.Id, Some.Now);

    [Theory]
    [InlineData(0, false)]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Propose_Seats_FifteenToTwenty(int count, bool within)
    {
        Choose(_appraised, Places(1, count));

        var result = _selection.Propose(_batch, Selection.StandingsOf(_appraised), "示例");

        Assert.Equal(within ? null : "Selection.OutsideSeats", result.Refusal?.Code);
        Assert.Equal(within ? SelectionStatus.Proposed : SelectionStatus.Draft, _selection.Status);
    }

    [Fact]
    public void Propose_SeatsAmended_JudgedByThem()
    {
        Choose(_appraised, Places(1, 11));
        _batch.AmendSeats(11, 11, "示例理由");

        Assert.Null(_selection.Propose(_batch, Selection.StandingsOf(_appraised), "示例").Refusal);

        _batch.AmendSeats(12, 15, "示例理由");
        Assert.Equal("Selection.OutsideSeats", Decide(_batch, _appraised).Refusal?.Code);
        Assert.Equal(BatchStage.Selecting, _batch.Stage);
    }

    [Fact]
    public void Propose_AcrossTheLine_EachNeedsAReason()
    {
        // Places 1–14 and 18 instead of 15: two cross the line.
        int[] places = [.. Places(1, 14), 18];
        Choose(_appraised, places);

        Assert.Equal(
            [_appraised[14].Id, _appraised[17].Id],
            _selection.MovedAcrossTheLine(Selection.StandingsOf(_appraised))
        );
        AssertRefused("2个");

        Choose(_appraised, places, reasonsFor: [18]);
        AssertRefused("1个");

        Choose(_appraised, places, reasonsFor: [15, 18]);
        Assert.Null(_selection.Propose(_batch, Selection.StandingsOf(_appraised), "示例").Refusal);

        void AssertRefused(string count)
        {
            var refusal = _selection
                .Propose(_batch, Selection.StandingsOf(_appraised), "示例")
                .Refusal;
            Assert.Equal("Selection.ReasonsMissing", refusal?.Code);
            Assert.Contains(count, refusal!.Zh);
        }
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    public void Propose_TiedAtTheLine_AnyOfThemNeedsNoReason(int chosen)
    {
        // Fifteenth to seventeenth share place 15: one of them gets the last seat.
        var tied = Some.Appraised([.. Places(1, 14), 15, 15, 15, 18]);
        var selected = tied.Take(14).Append(tied[chosen - 1]).ToHashSet();
        _selection.Choose(
            Selection.StandingsOf(tied),
            [.. tied.Select(a => new SelectionChoice(a.Id, selected.Contains(a), null))],
            Some.Now
        );

        Assert.Empty(_selection.MovedAcrossTheLine(Selection.StandingsOf(tied)));
        Assert.Null(_selection.Propose(_batch, Selection.StandingsOf(tied), "示例").Refusal);
    }

    [Fact]
    public void Propose_SeatOfTheTiedGivenToALowerPlace_EachPassedOverNeedsAReason()
    {
        var tied = Some.Appraised([.. Places(1, 14), 15, 15, 17]);

        Select(tied[15]);
        Assert.Equal(
            [tied[14].Id, tied[16].Id],
            _selection.MovedAcrossTheLine(Selection.StandingsOf(tied))
        );

        Select();
        Assert.Equal(
            [tied[14].Id, tied[15].Id, tied[16].Id],
            _selection.MovedAcrossTheLine(Selection.StandingsOf(tied))
        );

        // The last place always gets a seat, and of the two who share place 15 those given here.
        void Select(params Application[] ofTheTied)
        {
            var selected = tied.Take(14).Append(tied[16]).Concat(ofTheTied).ToHashSet();
            _selection.Choose(
                Selection.StandingsOf(tied),
                [.. tied.Select(a => new SelectionChoice(a.Id, selected.Contains(a), null))],
                Some.Now
            );
        }
    }

    [Fact]
    public void Choose_UnknownTwiceOrTooLong_RefusedWithNothingChanged()
    {
        Choose(_appraised, Places(1, 15));
        var before = Some.Snapshot(_selection);
        var one = new SelectionChoice(_appraised[0].Id, true, null);
        SelectionChoice[][] lists =
        [
            [one, one],
            [new(Guid.NewGuid(), true, null)],
            [one with { Reason = new string('示', Selection.ReasonMaxLength + 1) }],
        ];

        Assert.All(
            lists,
            choices =>
                Assert.Equal(
                    "Selection.ChoicesOutdated",
                    _selection
                        .Choose(Selection.StandingsOf(_appraised), choices, Some.Now)
                        .Refusal?.Code
                )
        );
        Assert.Equal(before, Some.Snapshot(_selection));
    }

    [Fact]
    public void Choose_AfterTheProposal_MakesItADraftAgain()
    {
        Propose(15);

        Choose(_appraised, Places(1, 16));

        Assert.Equal(SelectionStatus.Draft, _selection.Status);
        Assert.Equal("Selection.NotProposed", Decide(_batch, _appraised).Refusal?.Code);
    }

    [Fact]
    public void Decide_Proposed_SettlesEveryApplication()
    {
        Propose(15);

        Assert.Null(Decide(_batch, _appraised).Refusal);

        Assert.Equal(BatchStage.Decided, _batch.Stage);
        Assert.Equal(
            (SelectionStatus.Decided, Number, 15),
            (_selection.Status, _selection.DecisionNumber, _selection.SelectedCount)
        );
        Assert.All(
            _appraised,
            a =>
                Assert.Equal(
                    a.AppraisalRank <= 15
                        ? ApplicationStatus.Selected
                        : ApplicationStatus.NotSelected,
                    a.Status
                )
        );
        Assert.All(_appraised, a => Assert.Null(a.AnnouncedAt));
        Assert.Equal("Selection.AlreadyDecided", Choose(_appraised, Places(1, 15)).Refusal?.Code);
        Assert.Equal(
            "Selection.AlreadyDecided",
            _selection.Propose(_batch, Selection.StandingsOf(_appraised), "示例").Refusal?.Code
        );
        Assert.Equal("Selection.AlreadyDecided", Decide(_batch, _appraised).Refusal?.Code);
    }

    [Fact]
    public void Decide_PlansSettledMeanwhile_RefusedWithNothingChanged()
    {
        Propose(15);
        _appraised[^1].ApplyDecision(false);
        var before = Some.Snapshot(_selection) + Some.Snapshot(_appraised);

        Assert.Equal("Selection.AlreadyDecided", Decide(_batch, _appraised).Refusal?.Code);

        Assert.Equal(before, Some.Snapshot(_selection) + Some.Snapshot(_appraised));
        Assert.Equal(BatchStage.Selecting, _batch.Stage);
    }

    [Fact]
    public void Decide_WithoutNumberOrInAnotherStage_RefusedWithNothingChanged()
    {
        Propose(15);
        var early = Some.Batch(BatchStage.Appraising);
        var before = Some.Snapshot(_selection) + Some.Snapshot(_appraised);

        Assert.Equal(
            "Selection.NumberInvalid",
            _selection.Decide(_batch, _appraised, " ", "示例", Some.Now).Refusal?.Code
        );
        Assert.Equal("Batch.WrongStage", Decide(early, _appraised).Refusal?.Code);

        Assert.Equal(before, Some.Snapshot(_selection) + Some.Snapshot(_appraised));
        Assert.Equal(BatchStage.Selecting, _batch.Stage);
    }

    private static IEnumerable<int> Places(int first, int count) => Enumerable.Range(first, count);

    private void Propose(int count)
    {
        Choose(_appraised, Places(1, count));
        Assert.Null(_selection.Propose(_batch, Selection.StandingsOf(_appraised), "示例").Refusal);
    }

    private Result Decide(Batch batch, List<Application> appraised) =>
        _selection.Decide(batch, appraised, $" {Number} ", "组长（示例）", Some.Now);

    private Result Choose(
        List<Application> appraised,
        IEnumerable<int> places,
        int[]? reasonsFor = null
    )
    {
        var selected = places.ToHashSet();
        return _selection.Choose(
            Selection.StandingsOf(appraised),
            [
                .. appraised.Select(a => new SelectionChoice(
                    a.Id,
                    selected.Contains(a.AppraisalRank!.Value),
                    reasonsFor?.Contains(a.AppraisalRank.Value) == true ? "示例理由" : " "
                )),
            ],
            Some.Now
        );
    }
}
