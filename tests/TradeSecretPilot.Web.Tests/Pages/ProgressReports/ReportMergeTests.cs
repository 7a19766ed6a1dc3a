using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Web.Pages.ProgressReports;
using TradeSecretPilot.Web.Parts.Files;

namespace TradeSecretPilot.Web.Tests.Pages.ProgressReports;

public sealed class ReportMergeTests
{
    private static readonly Attachment First = Of(1, "甲");
    private static readonly Attachment Second = Of(2, "乙");
    private static readonly ReportContent Start = new()
    {
        Summary = "进展",
        Attachments = [First, Second],
    };

    [Fact]
    public void Merge_NothingOfMine_IsTheirsItself_SoThatNothingIsLeftToSave()
    {
        var theirs = Start with { Summary = "对方的" };

        Assert.Same(theirs, ReportMerge.Of(Start, Start, theirs).Content);
    }

    [Fact]
    public void Merge_BothAddedAFile_KeepsBothAndTheTexts()
    {
        var (mine, theirs) = (Of(3, "我的"), Of(4, "对方的"));

        var merged = Merge(
            Start,
            Start with
            {
                Summary = "我的进展",
                Attachments = [First, Second, mine],
            },
            Start with
            {
                NextSteps = "对方的打算",
                Attachments = [First, Second, theirs],
            }
        );

        Assert.Equal([First, Second, theirs, mine], merged.Attachments);
        Assert.Equal("我的进展", merged.Summary);
        Assert.Equal("对方的打算", merged.NextSteps);
    }

    [Fact]
    public void Merge_IRemovedWhatTheyLeft_ItGoes_RenamedStays()
    {
        var renamed = Second with { Title = "乙（改名）" };

        Assert.Equal(
            [Second],
            Merge(Start, Start with { Attachments = [Second] }, Start).Attachments
        );
        Assert.Equal(
            [First, renamed],
            ReportMerge
                .Of(
                    Start,
                    Start with
                    {
                        Attachments = [First],
                    },
                    Start with
                    {
                        Attachments = [First, renamed],
                    }
                )
                .Content.Attachments
        );
    }

    [Fact]
    public void Title_IsAFieldOfTheReport()
    {
        var written = ReportFields.Write(Start, FileText.KeyOf(First), "新名");

        Assert.Equal("新名", ReportFields.Read(written, FileText.KeyOf(First)));
        Assert.Equal([First with { Title = "新名" }, Second], written.Attachments);
        Assert.Contains(FileText.KeyOf(Second), ReportFields.KeysOf(Start));
        Assert.Same(Start, ReportFields.Write(Start, FileText.KeyOf(Of(9, "")), "无此文件"));
    }

    private static Attachment Of(byte number, string title) =>
        new()
        {
            Id = new Guid(number, 0, 0, new byte[8]),
            Title = title,
            FileName = $"{number}.pdf",
            Bytes = 1,
            Sha256 = new string('A', 64),
        };

    private static ReportContent Merge(
        ReportContent start,
        ReportContent mine,
        ReportContent theirs
    ) => ReportMerge.Of(start, mine, theirs).Content;
}
