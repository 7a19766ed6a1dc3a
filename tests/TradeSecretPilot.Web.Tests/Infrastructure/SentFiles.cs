using Bunit;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.Web.Ui.Files;

namespace TradeSecretPilot.Web.Tests.Infrastructure;

/// <summary>Files that a browser has sent, told to a control as js/upload.js tells them.</summary>
internal sealed class SentFiles
{
    private readonly Dictionary<Guid, (string Name, byte[] Content)> _sent = [];

    /// <summary>How often one was opened.</summary>
    public int Opened { get; private set; }

    public Task<Result<Upload>> OpenAsync(Guid upload, CancellationToken ct)
    {
        Opened++;
        return Task.FromResult<Result<Upload>>(
            _sent.TryGetValue(upload, out var file)
                ? new Upload(file.Name, new MemoryStream(file.Content), HasNoSecrets: true)
                : UploadRefusals.NotFound()
        );
    }

    /// <summary>Sends files at once.</summary>
    public void Send(
        IRenderedComponent<FileUpload> control,
        params (string Name, byte[] Content)[] files
    )
    {
        Count(control, files.Length);
        foreach (var (i, file) in files.Index())
        {
            Tell(control, Arrived(control, file.Name, file.Content));
            Count(control, files.Length - 1 - i);
        }
    }

    /// <summary>The browser will not send it, or could not.</summary>
    public static void Fail(
        IRenderedComponent<FileUpload> control,
        string name,
        UploadNewsKind kind,
        UploadNews.Words? words = null
    )
    {
        Count(control, 1);
        Tell(
            control,
            new UploadNews(
                control.Instance.Place,
                Guid.NewGuid().ToString(),
                name,
                kind,
                null,
                words
            )
        );
        Count(control, 0);
    }

    /// <summary>The news of a file that has arrived.</summary>
    public UploadNews Arrived(IRenderedComponent<FileUpload> control, string name, byte[] content)
    {
        var upload = Guid.NewGuid();
        _sent[upload] = (name, content);
        return new UploadNews(
            control.Instance.Place,
            upload.ToString(),
            name,
            UploadNewsKind.Sent,
            upload
        );
    }

    public static UploadAnswer Tell(IRenderedComponent<FileUpload> control, UploadNews news) =>
        control.InvokeAsync(() => control.Instance.HearAsync(news)).GetAwaiter().GetResult();

    public static void Count(IRenderedComponent<FileUpload> control, int underWay) =>
        control
            .InvokeAsync(() => control.Instance.CountAsync(control.Instance.Place, underWay))
            .GetAwaiter()
            .GetResult();
}
