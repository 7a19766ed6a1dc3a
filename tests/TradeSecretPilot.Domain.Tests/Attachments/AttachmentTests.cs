using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.Domain.Tests.Attachments;

public sealed class AttachmentTests
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0];

    [Theory]
    [InlineData("示例.pdf", "%PDF-1.7", true)]
    [InlineData("示例.PDF", "%PDF-1.7", true)]
    [InlineData("示例.pdf", "MZ\u0090\0\u0003", false)]
    [InlineData("示例.pdf", "%PD", false)]
    [InlineData("示例.exe", "%PDF-1.7", false)]
    [InlineData("示例.pdf.exe", "%PDF-1.7", false)]
    [InlineData("示例.html", "<html>", false)]
    [InlineData("示例.svg", "<svg", false)]
    [InlineData("示例", "%PDF-1.7", false)]
    public void Takes_EndingAndFirstBytes_BothMustAgree(string name, string head, bool taken) =>
        Assert.Equal(taken, FileKinds.Takes(name, System.Text.Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData("示例.docx", true)]
    [InlineData("示例.xlsx", true)]
    [InlineData("示例.docm", false)]
    [InlineData("示例.zip", false)]
    [InlineData("示例.jpg", false)]
    public void Takes_Package_OfficeDocumentsWithoutMacrosOnly(string name, bool taken) =>
        Assert.Equal(taken, FileKinds.Takes(name, Zip));

    [Fact]
    public void Add_AnotherFile_ComesLast()
    {
        var (first, second) = (Of("甲", 'A'), Of("乙", 'B'));

        Assert.Equal([first, second], Attachment.Add([first], second).Value);
    }

    [Fact]
    public void Add_TheSameFileUnderAnotherName_RefusedByTheNameItHas()
    {
        var refused = Attachment.Add([Of("会商纪要", 'A')], Of("副本", 'A'));

        Assert.Equal("Attachment.AlreadyAttached", refused.Refusal?.Code);
        Assert.Contains("会商纪要", refused.Refusal!.Zh, StringComparison.Ordinal);
        Assert.Contains("副本.pdf", refused.Refusal.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Heads_OfEveryKind_AreThoseThatAreTaken() =>
        Assert.All(
            FileKinds.Heads,
            h => Assert.True(FileKinds.Takes("示例" + h.Key, Convert.FromHexString(h.Value)))
        );

    [Theory]
    [InlineData("示例.pdf", true)]
    [InlineData("示例.jpeg", true)]
    [InlineData("示例.png", true)]
    [InlineData("示例.docx", false)]
    public void IsScan_PictureOrPdf(string name, bool scan) =>
        Assert.Equal(scan, FileKinds.IsScan(name));

    [Fact]
    public void Check_AsManyAsAllowed_Fits() =>
        Assert.Null(Attachment.Check(Some(Attachment.MaxCount)));

    [Fact]
    public void Check_OneMore_TooMany() =>
        Assert.Equal("Attachment.TooMany", Attachment.Check(Some(Attachment.MaxCount + 1))?.Code);

    private static readonly Func<Attachment, Attachment>[] Wrong =
    [
        a => a with { Id = Guid.Empty },
        a => a with { Title = new string('示', TextFault.DraftMaxLength + 1) },
        a => a with { FileName = new string('示', Attachment.FileNameMaxLength) + ".pdf" },
        a => a with { FileName = "示例.exe" },
        a => a with { Bytes = 0 },
        a => a with { Bytes = Attachment.MaxBytes + 1 },
        a => a with { Sha256 = "AB" },
    ];

    [Fact]
    public void Check_WhatNoUploadGives_Invalid() =>
        Assert.All(
            Wrong,
            change =>
                Assert.Equal("Attachment.Invalid", Attachment.Check([change(Some(1)[0])])?.Code)
        );

    [Fact]
    public void Check_SameTwice_Invalid()
    {
        var one = Some(1)[0];

        Assert.Equal("Attachment.Invalid", Attachment.Check([one, one])?.Code);
    }

    [Fact]
    public void Fingerprint_OfThePlan_ChangesWithAFile()
    {
        var plan = WorkPlan.Empty with { Attachments = Some(1) };
        var other = plan with
        {
            Attachments = [plan.Attachments[0] with { Sha256 = new string('B', 64) }],
        };

        Assert.NotEqual(ContentHash.Fingerprint(plan), ContentHash.Fingerprint(other));
    }

    private static List<Attachment> Some(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => new Attachment
                {
                    Id = Guid.NewGuid(),
                    Title = $"示例{i}",
                    FileName = $"示例{i}.pdf",
                    Bytes = Attachment.MaxBytes,
                    Sha256 = new string('A', 64),
                }),
        ];

    private static Attachment Of(string title, char content) =>
        new()
        {
            Id = Guid.NewGuid(),
            Title = title,
            FileName = title + ".pdf",
            Bytes = 10,
            Sha256 = new string(content, ContentHash.Length),
        };
}
