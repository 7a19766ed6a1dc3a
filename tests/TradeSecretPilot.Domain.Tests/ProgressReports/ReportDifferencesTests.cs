using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;

namespace TradeSecretPilot.Domain.Tests.ProgressReports;

public sealed class ReportDifferencesTests
{
    private static readonly ReportContent Whole = new()
    {
        IsNil = true,
        Summary = "1",
        Areas = new Dictionary<TaskArea, string> { [TaskArea.Enforcement] = "2" },
        Figures = new Dictionary<string, Figure> { ["Complaints"] = new(3, 3) },
        Problems = "4",
        NextSteps = "5",
    };

    [Fact]
    public void Between_EveryPart_IsNamedInTheOrderOfTheReport() =>
        Assert.Equal(
            ["nil", "summary", "area-Enforcement", "figures", "problems", "nextSteps"],
            ReportDifferences.Between(ReportContent.Empty, Whole)
        );

    [Fact]
    public void Between_OneFigure_IsNamed()
    {
        var figures = new Dictionary<string, Figure> { ["Complaints"] = new(3, 4) };

        Assert.Equal(
            ["figures"],
            ReportDifferences.Between(Whole, Whole with { Figures = figures })
        );
    }

    [Fact]
    public void Between_SameText_Nothing() =>
        Assert.Empty(
            ReportDifferences.Between(
                Whole,
                ContentHash.Read<ReportContent>(ContentHash.Write(Whole))
            )
        );
}
