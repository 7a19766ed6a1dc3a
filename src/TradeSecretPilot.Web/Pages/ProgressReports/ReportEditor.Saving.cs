using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>Saving, what the browser kept, and what somebody else saved meanwhile.</summary>
public sealed partial class ReportEditor
{
    private readonly SemaphoreSlim _saving = new(1, 1);
    private Autosave? _autosave;
    private DraftKeeper? _keeper;

    private SaveState State { get; set; }

    private DateTimeOffset? SavedAt { get; set; }

    /// <summary>What an earlier visit left unsaved and the report does not hold.</summary>
    private Dictionary<string, string>? Kept { get; set; }

    /// <summary>What somebody else saved, while it is being compared.</summary>
    private GetReportDraft.View? Theirs { get; set; }

    private ReportContent KeptContent =>
        Kept!.Aggregate(
            Editing!.Content,
            (content, kept) => ReportFields.Write(content, kept.Key, kept.Value)
        );

    private void OnChanged()
    {
        if (State != SaveState.Conflict)
        {
            _autosave?.Touch();
        }

        StateHasChanged();
    }

    private async Task OfferAsync(KeptDraft? draft)
    {
        if (draft is null)
        {
            return;
        }

        Kept = draft
            .Fields.Where(f =>
                ReportFields.KeysOf(Editing!.Content).Contains(f.Key)
                && f.Value != Editing!.Read(f.Key)
            )
            .ToDictionary(f => f.Key, f => f.Value);
        if (Kept.Count == 0)
        {
            await _keeper!.SettleAsync();
        }
    }

    private async Task SettleKeptAsync(bool restore)
    {
        if (restore)
        {
            Editing!.Replace(KeptContent);
            await FlushAsync();
        }

        // Not before it is saved: until then the browser's copy is the only one.
        if (!restore || !Editing!.IsDirty)
        {
            await _keeper!.SettleAsync();
        }

        Kept = null;
    }

    /// <summary>Saves what is not saved yet, now.</summary>
    private async Task FlushAsync()
    {
        _autosave?.Stop();
        await SaveAsync();
    }

    private async Task SaveOrReportAsync()
    {
        try
        {
            await SaveAsync();
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }

    private async Task SaveAsync()
    {
        await _saving.WaitAsync();
        try
        {
            if (Editing is not { IsDirty: true } editing || State == SaveState.Conflict)
            {
                return;
            }

            State = SaveState.Saving;
            StateHasChanged();
            // The mark comes back after everything typed before it, so that what is saved covers it.
            var mark = _keeper is null ? 0 : await _keeper.MarkAsync();
            var content = editing.Content;
            var saved = await SaveReport.ExecuteAsync(
                new SaveReport.Input(Id, editing.Version, content),
                CancellationToken.None
            );
            Refusal = saved.Refusal;
            if (saved.Refusal is { } refusal)
            {
                State = refusal.Code.EndsWith("ChangedMeanwhile", StringComparison.Ordinal)
                    ? SaveState.Conflict
                    : SaveState.Idle;
                return;
            }

            editing.WasSaved(content, saved.Value);
            (SavedAt, Now, State) = (saved.Value.SavedAt, Clock.Now(), SaveState.Saved);
            if (_keeper is not null && editing.Invalid == 0)
            {
                await _keeper.SavedAsync(mark);
            }

            if (editing.IsDirty)
            {
                _autosave?.Touch();
            }
        }
        catch (Exception e) when (e is not PermissionDeniedException)
        {
            // The database or the connection is away for a moment: the typing stays, and is tried again.
            Logger.LogWarning(e, "Report {Report} was not saved", Id);
            State = SaveState.Interrupted;
            _autosave?.Retry();
        }
        finally
        {
            _saving.Release();
            StateHasChanged();
        }
    }

    private ReportContent MergedWith(GetReportDraft.View theirs) =>
        ReportFields.Merge(Editing!.Saved, Editing.Content, theirs.Content);

    private async Task CompareAsync()
    {
        State = SaveState.Conflict;
        var found = await GetReportDraft.ExecuteAsync(
            new GetReportDraft.Input(Id),
            CancellationToken.None
        );
        Refusal = found.Refusal;
        Theirs = found.Refusal is null ? found.Value : null;
    }

    private async Task ResolveAsync(bool keepMine)
    {
        var theirs = Theirs!;
        var merged = MergedWith(theirs);
        (Theirs, Refusal, State, View) = (null, null, SaveState.Idle, theirs);
        Editing!.ContinueOn(theirs, keepMine ? merged : theirs.Content);
        if (keepMine)
        {
            await FlushAsync();
        }
        else
        {
            _autosave?.Stop();
            await _keeper!.SavedAsync(await _keeper.MarkAsync());
        }
    }
}
