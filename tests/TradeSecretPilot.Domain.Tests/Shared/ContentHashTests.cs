using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;

namespace TradeSecretPilot.Domain.Tests.Shared;

public sealed class ContentHashTests
{
    [Fact]
    public void Of_Text_IsSha256InUpperCase()
    {
        // The published example of FIPS 180.
        Assert.Equal(
            "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
            ContentHash.Of("abc")
        );
        Assert.Equal(ContentHash.Length, ContentHash.Of("商业秘密").Length);
    }

    [Fact]
    public void Read_WrittenPlan_GivesThePlanBack()
    {
        var plan = Some.CompletePlan() with { Foundation = "“示例”<b>&\n\t\\ 昇玥喆 😀" };

        var back = ContentHash.Read<WorkPlan>(ContentHash.Write(plan));

        Assert.Equal(plan.Foundation, back.Foundation);
        Assert.Equal(plan.Measures, back.Measures);
        Assert.Equal(plan.Support, back.Support);
        Assert.Equal(ContentHash.Write(plan), ContentHash.Write(back));
    }

    [Fact]
    public void Read_WrittenReport_GivesTheReportBack()
    {
        var report = Some.CompleteReport();

        var back = ContentHash.Read<ReportContent>(ContentHash.Write(report));

        Assert.Equal(report.Figures, back.Figures);
        Assert.Equal(report.Areas, back.Areas);
        Assert.Equal(ContentHash.Write(report), ContentHash.Write(back));
    }

    [Fact]
    public void Write_AnyOrderOfFigures_GivesTheSameText() =>
        Prop.ForAll(
                Gen.Shuffle(Indicators.All.Select(i => i.Code)).ToArbitrary(),
                codes =>
                {
                    var inOrder = Some.CompleteReport();
                    var shuffled = inOrder with
                    {
                        Figures = codes.ToDictionary(c => c, c => inOrder.Figures[c]),
                    };
                    return ContentHash.Write(shuffled) == ContentHash.Write(inOrder);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Write_AnyAmount_WithoutTrailingZerosAndExact() =>
        Prop.ForAll(
                (
                    from hundredths in Gen.Choose(0, int.MaxValue)
                    from zeros in Gen.Choose(0, 18)
                    select (Amount: hundredths / 100m, Zeros: zeros)
                ).ToArbitrary(),
                x =>
                {
                    // Adding a zero of a finer scale changes how the figure is held, not what it is.
                    var padded = x.Amount + new decimal(0, 0, 0, false, (byte)x.Zeros);
                    var text = ContentHash.Write(padded);
                    return text == ContentHash.Write(x.Amount)
                        && text == x.Amount.ToString("0.##", CultureInfo.InvariantCulture)
                        && ContentHash.Read<decimal>(text) == x.Amount;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Write_AnyCultureOfTheServer_GivesTheSameText(string culture)
    {
        var plan = Some.CompletePlan();
        var expected = ContentHash.Write(plan);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, ContentHash.Write(plan));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_OneCharacterChanged_GivesAnotherFingerprint()
    {
        var plan = Some.CompletePlan();
        WorkPlan[] others =
        [
            plan with
            {
                Foundation = plan.Foundation + " ",
            },
            plan with
            {
                Measures = [.. plan.Measures.Reverse()],
            },
            plan with
            {
                Support = [plan.Support[0] with { Funding = 100.51m }],
            },
        ];

        Assert.All(
            others,
            other => Assert.NotEqual(ContentHash.Fingerprint(plan), ContentHash.Fingerprint(other))
        );
    }
}
