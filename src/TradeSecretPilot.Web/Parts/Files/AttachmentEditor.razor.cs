using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Ui.Dialogs;

namespace TradeSecretPilot.Web.Parts.Files;

/// <summary>
/// 附件 of a plan or report under its author's hands: added, named and removed. They are saved with the content, by the
/// page's own autosave.
/// </summary>
public sealed partial class AttachmentEditor
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<Attachment> Attachments { get; set; }

    /// <summary>Changes the list as it is then: what is typed while a file is on its way stays.</summary>
    [Parameter, EditorRequired]
    public required Action<
        Func<IReadOnlyList<Attachment>, IReadOnlyList<Attachment>>
    > Change { get; set; }

    /// <summary>A file was added or removed: worth saving at once.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnRowsChanged { get; set; }

    /// <summary>Sends the keyboard to an anchor after the page shows it.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnFocus { get; set; }

    /// <summary>A file is on its way.</summary>
    [Parameter]
    public EventCallback<bool> IsBusyChanged { get; set; }

    /// <summary>Address beneath which each saved file is found by its id.</summary>
    [Parameter, EditorRequired]
    public required string FileBase { get; set; }

    /// <summary>Names the record in the browser's memory.</summary>
    [Parameter, EditorRequired]
    public required string Place { get; set; }

    /// <summary>What stands above the list, such as comments on it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    public required UploadFile UploadFile { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    private async Task<Refusal?> SendAsync(Upload upload, CancellationToken ct)
    {
        var taken = await UploadFile.ExecuteAsync(upload, ct);
        if (taken.Refusal is { } refusal)
        {
            return refusal;
        }

        // By the list as it is now: two may have been on their way at the same time.
        Refusal? twice = null;
        Change(files =>
        {
            var added = Attachment.Add(files, taken.Value);
            twice = added.Refusal;
            return twice is null ? added.Value : files;
        });
        if (twice is null)
        {
            await OnRowsChanged.InvokeAsync();
        }

        return twice;
    }

    private void Rename(Attachment file, ChangeEventArgs e) =>
        Change(files =>
            FileText.Write(files, FileText.KeyOf(file), e.Value as string ?? string.Empty)
        );

    private async Task RemoveAsync(Attachment file)
    {
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["删除附件“{0}”？", FileText.NameOf(file)],
                L["删除后这份附件不再随正文提交；已提交的版本中仍然保留。需要时可以重新上传。"],
                L["删除附件"]
            )
            {
                Records = [(file.FileName, FileText.Size(file.Bytes))],
                Danger = true,
            }
        );
        if (answer is not null)
        {
            Change(files => [.. files.Where(f => f.Id != file.Id)]);
            await OnRowsChanged.InvokeAsync();
            await OnFocus.InvokeAsync(FileText.Anchor);
        }
    }
}
