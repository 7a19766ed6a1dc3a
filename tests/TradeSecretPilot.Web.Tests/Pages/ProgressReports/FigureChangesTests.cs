using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.Web.Pages.ProgressReports;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Tests.Pages.ProgressReports;

/// <summary>What a filled-in template makes of the figures that are there.</summary>
public sealed class FigureChangesTests
{
    private readonly ReportEditing _editing = Editing(
        new() { ["Guidelines"] = new(2, 7), ["BenchmarkEnterprises"] = new(3, 3) },
        before: 5
    );

    [Fact]
    public void Of_SameFigures_ChangesNothing() =>
        Assert.Empty(
            FigureChanges
                .Of(
                    _editing,
                    [new(4, "Guidelines", 2, null), new(5, "BenchmarkEnterprises", 3, null)]
                )
                .Changed
        );

    [Fact]
    public void Of_NewValue_CumulativeFollows()
    {
        var changes = FigureChanges.Of(
            _editing,
            [new(4, "Guidelines", 4, null), new(5, "BenchmarkEnterprises", 6, null)]
        );

        Assert.Equal(new Figure(4, 9), changes.Content.Figures["Guidelines"]);
        Assert.Equal(new Figure(6, 6), changes.Content.Figures["BenchmarkEnterprises"]);
        Assert.Equal(
            [("Guidelines", new Figure(2, 7)), ("BenchmarkEnterprises", new Figure(3, 3))],
            changes.Changed.Select(c => (c.Indicator.Code, c.Before!))
        );
    }

    [Fact]
    public void Of_CumulativeByHand_IsTaken() =>
        Assert.Equal(
            new Figure(2, 20),
            FigureChanges.Of(_editing, [new(4, "Guidelines", 2, 20)]).Content.Figures["Guidelines"]
        );

    [Fact]
    public void Of_IndicatorsLeftEmpty_StayAsTheyAre()
    {
        var changes = FigureChanges.Of(_editing, [new(4, "CasesOpened", 0, null)]);

        Assert.Equal(new Figure(0, 5), changes.Content.Figures["CasesOpened"]);
        Assert.Equal(new Figure(2, 7), changes.Content.Figures["Guidelines"]);
        Assert.Null(Assert.Single(changes.Changed).Before);
    }

    [Fact]
    public void Take_WhatWasTypedWrong_GivesWay()
    {
        var touched = 0;
        _editing.Changed = () => touched++;
        _editing.Unread.Set(ReportFields.PeriodOf("Guidelines"), "约4");
        _editing.Unread.Set(ReportFields.PeriodOf("CasesOpened"), "约5");

        _editing.Take(
            FigureChanges.Of(_editing, [new(4, "Guidelines", 4, null)]).Content,
            ["Guidelines"]
        );

        // What was typed for another indicator is still there to be corrected.
        Assert.Equal([ReportFields.PeriodOf("CasesOpened")], _editing.Unread.Keys);
        Assert.True(_editing.IsDirty);
        Assert.Equal(4, touched);
        Assert.Equal("4", _editing.Read(ReportFields.PeriodOf("Guidelines")));
    }

    internal static ReportEditing Editing(Dictionary<string, Figure> figures, decimal? before) =>
        new(
            new GetReportDraft.View
            {
                ObligationId = Guid.Parse("0189f7a0-0000-7000-8000-000000000009"),
                RowVersion = 1,
                PilotId = Guid.NewGuid(),
                RegionName = "示例市",
                Ordinal = 2,
                PeriodStartsOn = new DateOnly(2023, 1, 1),
                DueOn = new DateOnly(2023, 6, 30),
                OpensAt = DateTimeOffset.UnixEpoch,
                DueAt = DateTimeOffset.UnixEpoch,
                Status = ReportStatus.Due,
                Content = new ReportContent { Figures = figures },
                SavedAt = null,
                SavedBy = null,
                VersionNumber = 0,
                NationalNote = null,
                ProvincialNote = null,
                Figures =
                [
                    .. Indicators.All.Select(i => new GetReportDraft.FigureLine(
                        i.Code,
                        figures.GetValueOrDefault(i.Code),
                        1,
                        before
                    )),
                ],
                Gaps = [],
                MayFile = false,
            },
            null!,
            null!
        );
}
