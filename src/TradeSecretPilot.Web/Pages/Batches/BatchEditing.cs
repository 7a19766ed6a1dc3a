using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>
/// The settings of a batch while it is prepared. A batch that is not set up yet has nothing to be saved in: the browser keeps
/// what is typed until it is. Its criteria are one passage.
/// </summary>
public sealed class BatchEditing : IEditedDocument
{
    private readonly ConfigureBatch _configure;
    private readonly Func<Task<BatchView?>> _read;
    private BatchView? _batch;
    private BatchDraft _saved;
    private BatchView? _theirs;

    /// <param name="batch">Null while it is not set up.</param>
    /// <param name="draft">Its settings as they stand, or what a new batch begins with.</param>
    /// <param name="read">Reads it again; null when it is gone.</param>
    public BatchEditing(
        BatchView? batch,
        BatchDraft draft,
        ConfigureBatch configure,
        Func<Task<BatchView?>> read
    )
    {
        (_batch, _configure, _read) = (batch, configure, read);
        Draft = draft;
        _saved = draft.Copy();
    }

    /// <summary>Something was changed.</summary>
    public Action? Changed { get; set; }

    public BatchDraft Draft { get; private set; }

    /// <summary>The batch as it is saved; null while it is not set up. What is asked before an act is read from it.</summary>
    public BatchView? Batch => _batch;

    /// <summary>Row version to act on.</summary>
    public int Version => _batch?.Version ?? 0;

    /// <summary>The page holds something that is not set up or not saved.</summary>
    public bool HasUnsaved => !Draft.IsSame(_saved);

    /// <summary>Settings that the batch cannot have wait for their author.</summary>
    public bool IsDirty => _batch is not null && HasUnsaved && Draft.IsWhole;

    public string? Read(string key) => BatchFields.Of(Draft).GetValueOrDefault(key)?.Read();

    public bool IsSaved(string key, string value) =>
        BatchFields.Of(_saved).GetValueOrDefault(key) is { } field
        && field.Read() == field.Meaning(value);

    public void Write(string key, string value)
    {
        if (BatchFields.Of(Draft).GetValueOrDefault(key) is not { } field)
        {
            return;
        }

        Draft.Unread.Set(key, field.Write(value) ? null : value);
        Changed?.Invoke();
    }

    /// <summary>Goes on with what a lost circuit had not saved.</summary>
    public void Restore(BatchDraft typed)
    {
        Draft = typed;
        Changed?.Invoke();
    }

    /// <summary>The batch was set up with the present settings.</summary>
    public void Created() => _saved = Draft.Copy();

    public async Task<Result<DateTimeOffset>> SaveAsync()
    {
        var written = Draft.Copy();
        var saved = await _configure.ExecuteAsync(
            new(_batch!.Id, _batch.Version, written.ToSettings()),
            Acting.ToTheEnd
        );
        if (saved.Refusal is { } refusal)
        {
            return refusal;
        }

        // A later version is another's, which is yet to be merged.
        _batch =
            await _read() is { } present && present.Version == saved.Value.Version
                ? present
                : _batch with
                {
                    Version = saved.Value.Version,
                };
        _saved = written;
        return saved.Value.SavedAt;
    }

    public async Task<bool> MergeAsync()
    {
        if (await _read() is not { } theirs)
        {
            return false;
        }

        if (Draft.IsContested(_saved, BatchDraft.Of(theirs)))
        {
            _theirs = theirs;
            return false;
        }

        TakeOver(theirs, keepMine: true);
        return true;
    }

    /// <summary>Ends the choice between what is typed here and what a colleague saved.</summary>
    public bool Choose(bool keepMine)
    {
        if (_theirs is not { } theirs)
        {
            return false;
        }

        TakeOver(theirs, keepMine);
        _theirs = null;
        return true;
    }

    private void TakeOver(BatchView theirs, bool keepMine)
    {
        var present = BatchDraft.Of(theirs);
        if (keepMine)
        {
            Draft = present.Copy().Keep(Draft, _saved);
        }
        else
        {
            Draft = present.Copy();
        }

        (_batch, _saved) = (theirs, present);
        Changed?.Invoke();
    }
}
