using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Documents;

/// <summary>Sending files as the sender meets it: confirmed first, each refusal in its place, nothing lost silently.</summary>
public sealed class FileUploadTests : ChineseContext
{
    private readonly List<(string Name, byte[] Content, bool HasNoSecrets)> _kept = [];
    private readonly List<bool> _busy = [];

    public FileUploadTests() => Services.AddLogging();

    [Fact]
    public void Unconfirmed_NoFileCanBeChosen()
    {
        var upload = Upload(KeepAsync);

        Assert.True(upload.Find("input[type=file]").HasAttribute("disabled"));
        Assert.Contains("先勾选上面的确认", upload.Markup, StringComparison.Ordinal);

        upload.Find(".check input").Change(true);

        Assert.False(upload.Find("input[type=file]").HasAttribute("disabled"));
        Assert.Equal(FileKinds.Accepted, upload.Find("input[type=file]").GetAttribute("accept"));
    }

    [Fact]
    public void Several_SentOneAfterAnother_ThenConfirmedAnew()
    {
        var upload = Upload(KeepAsync);
        Choose(upload, ("甲.pdf", [1, 2, 3]), ("乙.pdf", [4]));

        Assert.Equal(["甲.pdf", "乙.pdf"], _kept.Select(k => k.Name));
        Assert.Equal([1, 2, 3], _kept[0].Content);
        Assert.All(_kept, k => Assert.True(k.HasNoSecrets));
        Assert.Contains("已上传：甲.pdf、乙.pdf", upload.Markup, StringComparison.Ordinal);
        Assert.Equal([true, false], _busy);
        Assert.True(upload.Find("input[type=file]").HasAttribute("disabled"));
    }

    [Fact]
    public void TooLarge_RefusedInPlainWords_AndNotRead()
    {
        var upload = Upload((_, _) => throw new InvalidOperationException("It was read."));
        Choose(upload, ("大.pdf", new byte[Attachment.MaxBytes + 1]));

        var refusal = upload.Find("[data-refusal]");
        Assert.Equal("Attachment.TooLarge", refusal.GetAttribute("data-refusal"));
        Assert.Contains(AttachmentRefusals.TooLarge().Zh, refusal.TextContent);
        Assert.Contains("大.pdf", refusal.TextContent);
    }

    [Fact]
    public void GreatestSize_IsSent()
    {
        var upload = Upload(KeepAsync);
        Choose(upload, ("恰好.pdf", new byte[Attachment.MaxBytes]));

        Assert.Equal(Attachment.MaxBytes, Assert.Single(_kept).Content.Length);
    }

    [Fact]
    public void OneRefused_OthersAreKept_AndTheConfirmationStays()
    {
        var upload = Upload(
            (u, ct) =>
                u.FileName == "乙.exe"
                    ? Task.FromResult<Refusal?>(AttachmentRefusals.KindNotTaken(u.FileName))
                    : KeepAsync(u, ct)
        );
        Choose(upload, ("甲.pdf", [1]), ("乙.exe", [2]), ("丙.pdf", [3]));

        Assert.Equal(["甲.pdf", "丙.pdf"], _kept.Select(k => k.Name));
        Assert.Equal(
            "Attachment.KindNotTaken",
            Assert.Single(upload.FindAll("[data-refusal]")).GetAttribute("data-refusal")
        );
        Assert.False(upload.Find("input[type=file]").HasAttribute("disabled"));
    }

    [Fact]
    public void MoreThanThereIsRoomFor_NoneIsSent()
    {
        var upload = Upload(KeepAsync, room: 1);
        Choose(upload, ("甲.pdf", [1]), ("乙.pdf", [2]));

        Assert.Empty(_kept);
        Assert.Equal(
            "Attachment.TooMany",
            upload.Find("[data-refusal]").GetAttribute("data-refusal")
        );
    }

    [Fact]
    public void Interrupted_SaysWhichFile_AndCanBeTriedAgain()
    {
        var upload = Upload((_, _) => throw new IOException("The line is dead."));
        Choose(upload, ("甲.pdf", [1]));

        Assert.Contains("“甲.pdf”没有上传完", upload.Find(".notice").TextContent);
        Assert.Equal([true, false], _busy);
        Assert.False(upload.Find("input[type=file]").HasAttribute("disabled"));
    }

    [Fact]
    public void PageLostMeanwhile_ComesBack_NamesTheFile()
    {
        JSInterop.Setup<string?>("sessionStorage.getItem", "tsp.upload.here").SetResult("甲.pdf");

        Assert.Contains("“甲.pdf”没有上传完", Upload(KeepAsync).Find(".notice").TextContent);
        JSInterop.VerifyInvoke("sessionStorage.removeItem");
    }

    private IRenderedComponent<FileUpload> Upload(
        Func<Upload, CancellationToken, Task<Refusal?>> send,
        int room = 20
    ) =>
        Render<FileUpload>(p =>
            p.Add(u => u.Text, "上传附件")
                .Add(u => u.Accept, FileKinds.Accepted)
                .Add(u => u.Kinds, "PDF")
                .Add(u => u.Multiple, true)
                .Add(u => u.Room, room)
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

    private static void Choose(
        IRenderedComponent<FileUpload> upload,
        params (string Name, byte[] Content)[] files
    )
    {
        upload.Find(".check input").Change(true);
        upload
            .FindComponent<InputFile>()
            .UploadFiles([
                .. files.Select(f => InputFileContent.CreateFromBinary(f.Content, f.Name)),
            ]);
    }
}
