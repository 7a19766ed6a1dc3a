using Bunit;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Files;

namespace TradeSecretPilot.Web.Tests.Ui.Files;

/// <summary>Sending files as the sender meets it: confirmed first, each refusal in its place, nothing lost silently.</summary>
public sealed class FileUploadTests : ChineseContext
{
    private readonly List<(string Name, byte[] Content, bool HasNoSecrets)> _kept = [];
    private readonly List<bool> _busy = [];

    [Fact]
    public void Unconfirmed_NoFileCanBeChosen()
    {
        var upload = Upload(KeepAsync);

        Assert.True(upload.Find("input[type=file]").HasAttribute("disabled"));
        Assert.Contains("先勾选上面的确认", upload.Markup, StringComparison.Ordinal);

        upload.Find(".check input").Change(true);

        Assert.False(upload.Find("input[type=file]").HasAttribute("disabled"));
        Assert.Equal(FileKinds.Accepted, upload.Find("input[type=file]").GetAttribute("accept"));
        Assert.Contains("单个不超过50 MB", upload.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_Arrived_AreTaken_ThenConfirmedAnew()
    {
        var upload = Upload(KeepAsync);
        upload.Find(".check input").Change(true);
        Sent.Send(upload, ("甲.pdf", [1, 2, 3]), ("乙.pdf", [4]));

        Assert.Equal(["甲.pdf", "乙.pdf"], _kept.Select(k => k.Name));
        Assert.Equal([1, 2, 3], _kept[0].Content);
        Assert.All(_kept, k => Assert.True(k.HasNoSecrets));
        Assert.Contains("已上传：甲.pdf、乙.pdf", upload.Markup, StringComparison.Ordinal);
        Assert.Equal([true, false], _busy);
        Assert.True(upload.Find("input[type=file]").HasAttribute("disabled"));
    }

    [Fact]
    public void OnItsWay_AnotherCanBeChosen()
    {
        var upload = Upload(KeepAsync);
        upload.Find(".check input").Change(true);
        SentFiles.Count(upload, 1);

        Assert.False(upload.Find("input[type=file]").HasAttribute("disabled"));
        Assert.Equal([true], _busy);
    }

    [Theory]
    [InlineData(UploadNewsKind.TooLarge, "Attachment.TooLarge")]
    [InlineData(UploadNewsKind.WrongKind, "Attachment.KindNotTaken")]
    [InlineData(UploadNewsKind.Empty, "Attachment.Empty")]
    [InlineData(UploadNewsKind.TooMany, "Attachment.TooMany")]
    public void NotSent_RefusedInPlainWords_WithItsName(UploadNewsKind kind, string code)
    {
        var upload = Upload((_, _) => throw new InvalidOperationException("It was read."));
        SentFiles.Fail(upload, "大.pdf", kind);

        var refusal = upload.Find("[data-refusal]");
        Assert.Equal(code, refusal.GetAttribute("data-refusal"));
        Assert.Contains("大.pdf", refusal.TextContent);
    }

    [Fact]
    public void RefusedByTheServer_ItsWordsAreShown()
    {
        var upload = Upload(KeepAsync);
        SentFiles.Fail(
            upload,
            "甲.pdf",
            UploadNewsKind.Refused,
            new UploadNews.Words("Upload.TooMany", "同时上传的文件太多。", "Too many.")
        );

        Assert.Contains("同时上传的文件太多。", upload.Find("[data-refusal]").TextContent);
        Assert.Empty(_kept);
    }

    [Fact]
    public void OneRefused_OthersAreKept_AndTheConfirmationStays()
    {
        var upload = Upload(
            (u, ct) =>
                u.FileName == "乙.pdf"
                    ? Task.FromResult<Refusal?>(AttachmentRefusals.KindNotTaken(u.FileName))
                    : KeepAsync(u, ct)
        );
        upload.Find(".check input").Change(true);
        Sent.Send(upload, ("甲.pdf", [1]), ("乙.pdf", [2]), ("丙.pdf", [3]));

        Assert.Equal(["甲.pdf", "丙.pdf"], _kept.Select(k => k.Name));
        Assert.Equal(
            "Attachment.KindNotTaken",
            Assert.Single(upload.FindAll("[data-refusal]")).GetAttribute("data-refusal")
        );
        Assert.False(upload.Find("input[type=file]").HasAttribute("disabled"));
    }

    /// <summary>The answer was lost with the line, so the browser tells it once more.</summary>
    [Fact]
    public void ToldTwice_TakenOnce()
    {
        var upload = Upload(KeepAsync);
        var news = Sent.Arrived(upload, "甲.pdf", [1]);

        Assert.Equal(UploadAnswer.Settled, SentFiles.Tell(upload, news));
        Assert.Equal(UploadAnswer.Settled, SentFiles.Tell(upload, news));

        Assert.Single(_kept);
        Assert.Equal(1, Sent.Opened);
    }

    [Fact]
    public void StoreAway_AskedAgainLater_ThenTaken()
    {
        var isAway = true;
        var upload = Upload(
            (u, ct) =>
                isAway
                    ? Task.FromResult<Refusal?>(PlatformRefusals.FilesUnavailable())
                    : KeepAsync(u, ct)
        );
        var news = Sent.Arrived(upload, "甲.pdf", [1]);

        Assert.Equal(UploadAnswer.Later, SentFiles.Tell(upload, news));
        Assert.Empty(upload.FindAll("[data-refusal]"));
        isAway = false;

        Assert.Equal(UploadAnswer.Settled, SentFiles.Tell(upload, news));
        Assert.Single(_kept);
    }

    /// <summary>Objects of a page that resumed may have the numbers that others had before.</summary>
    [Fact]
    public void NewsOfAnotherControl_NothingIsDone()
    {
        var upload = Upload(KeepAsync);
        var news = Sent.Arrived(upload, "甲.pdf", [1]) with { Place = "elsewhere" };

        Assert.Equal(UploadAnswer.NotMine, SentFiles.Tell(upload, news));
        Assert.Empty(_kept);
    }

    [Fact]
    public void ActFails_SaysWhichFile_AndCanBeTriedAgain()
    {
        var upload = Upload((_, _) => throw new IOException("The disk is full."));
        upload.Find(".check input").Change(true);
        Sent.Send(upload, ("甲.pdf", [1]));

        Assert.Contains("“甲.pdf”没有上传完", upload.Find(".notice").TextContent);
        Assert.Equal([true, false], _busy);
        Assert.False(upload.Find("input[type=file]").HasAttribute("disabled"));
    }

    [Fact]
    public void Interrupted_NamesTheFile()
    {
        var upload = Upload(KeepAsync);
        SentFiles.Fail(upload, "甲.pdf", UploadNewsKind.Lost);

        Assert.Contains("“甲.pdf”没有上传完", upload.Find(".notice").TextContent);
    }

    private IRenderedComponent<FileUpload> Upload(
        Func<Upload, CancellationToken, Task<Refusal?>> send
    ) =>
        Render<FileUpload>(p =>
            p.Add(u => u.Text, "上传附件")
                .Add(u => u.Accept, FileKinds.Accepted)
                .Add(u => u.Kinds, "PDF")
                .Add(u => u.Multiple, true)
                .Add(u => u.Room, 20)
                .Add(u => u.Place, "here")
                .Add(u => u.Send, send)
                .Add(u => u.IsBusyChanged, _busy.Add)
        );

    private async Task<Refusal?> KeepAsync(Upload upload, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await upload.Content.CopyToAsync(content, ct);
        _kept.Add((upload.FileName, content.ToArray(), upload.HasNoSecrets));
        return null;
    }
}
