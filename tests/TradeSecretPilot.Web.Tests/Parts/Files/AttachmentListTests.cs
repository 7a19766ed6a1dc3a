using Bunit;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Pages.Applications;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Parts.Plans;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Parts.Files;

/// <summary>附件 and 盖章件 as they are read.</summary>
public sealed class AttachmentListTests : ChineseContext
{
    private static readonly Attachment First = Of(1, "会商机制", "会商机制.pdf");
    private static readonly Attachment Second = Of(2, "", "投入说明.xlsx");

    [Fact]
    public void Document_WithFiles_LinksEachToItsReader()
    {
        var document = Render<PlanDocument>(p =>
            p.Add(d => d.Plan, new WorkPlan { Attachments = [First, Second] })
                .Add(d => d.FileBase, "/documents/applications/1/files/2")
        );

        Assert.Equal(
            [
                $"/documents/applications/1/files/2/{First.Id}",
                $"/documents/applications/1/files/2/{Second.Id}",
            ],
            document.FindAll(".files a").Select(a => a.GetAttribute("href"))
        );
        Assert.All(document.FindAll(".files a"), a => Assert.True(a.HasAttribute("download")));
        Assert.Contains("投入说明", document.FindAll(".files b")[1].TextContent);
        Assert.Contains("共2个附件", document.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_FilesChanged_SaysWhichCameAndWent()
    {
        var third = Of(3, "新增材料", "新增材料.pdf");
        var document = Render<PlanDocument>(p =>
            p.Add(
                    d => d.Plan,
                    new WorkPlan { Attachments = [First with { Title = "会商办法" }, third] }
                )
                .Add(d => d.Previous, new WorkPlan { Attachments = [First, Second] })
                .Add(d => d.Part, PlanPart.Attachments)
        );

        var rows = document.FindAll(".files li");
        Assert.Equal(3, rows.Count);
        Assert.Equal("机制", rows[0].QuerySelector("del")!.TextContent);
        Assert.Contains("本版新增", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("本版已删除", rows[2].TextContent, StringComparison.Ordinal);
        Assert.Equal("投入说明", rows[2].QuerySelector("del")!.TextContent);
    }

    [Fact]
    public void Document_WithoutFiles_MentionsThemInTheirOwnTabOnly()
    {
        Assert.DoesNotContain(
            "附件",
            Render<PlanDocument>(p => p.Add(d => d.Plan, WorkPlan.Empty)).Markup,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "本版没有附件",
            Render<PlanDocument>(p =>
                p.Add(d => d.Plan, WorkPlan.Empty).Add(d => d.Part, PlanPart.Attachments)
            ).Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Title_WrittenByItsKey_BringsNoFile()
    {
        var plan = new WorkPlan { Attachments = [First] };

        Assert.Equal(
            "会商办法",
            PlanFields.Read(
                PlanFields.Write(plan, FileText.KeyOf(First), "会商办法"),
                FileText.KeyOf(First)
            )
        );
        Assert.Same(plan, PlanFields.Write(plan, FileText.KeyOf(Second), "投入"));
        Assert.Equal(FileText.Anchor, PlanFields.AnchorOf(plan, FileText.KeyOf(First)));
    }

    [Fact]
    public void SealedCopies_OneMatchesOneIsVoid_EachSaysSo()
    {
        SealedCopyView[] copies = [Copy("新.pdf", isVoid: false), Copy("旧.pdf", isVoid: true)];
        var list = Render<SealedCopyList>(p =>
            p.Add(l => l.Copies, copies).Add(l => l.Now, DateTimeOffset.UnixEpoch)
        );

        var rows = list.FindAll("li");
        Assert.Equal("与现文本一致", rows[0].QuerySelector(".chip")!.TextContent);
        Assert.Equal("已失效", rows[1].QuerySelector(".chip")!.TextContent);
        Assert.Contains("盖章后文本又有修改", rows[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("盖章后文本又有修改", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            $"/documents/sealed/{copies[0].Id}",
            Render<SealedMark>(p => p.Add(m => m.Copies, copies)).Find("a").GetAttribute("href")
        );
        Assert.Equal(
            "未上传盖章件",
            Render<SealedMark>(p => p.Add(m => m.Copies, [])).Find("span").TextContent
        );
    }

    private static SealedCopyView Copy(string name, bool isVoid) =>
        new(
            Guid.NewGuid(),
            new string('A', 64),
            name,
            1024,
            DateTimeOffset.UnixEpoch,
            "示例审定人",
            isVoid
        );

    private static Attachment Of(byte number, string title, string fileName) =>
        new()
        {
            Id = new Guid(number, 0, 0, new byte[8]),
            Title = title,
            FileName = fileName,
            Bytes = 2048,
            Sha256 = new string('A', 64),
        };
}
