using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>Saving, what the browser kept, and what somebody else saved meanwhile.</summary>
public sealed partial class ApplicationEditor
{
    private readonly SemaphoreSlim _saving = new(1, 1);
    private Autosave? _autosave;
    private DraftKeeper? _keeper;
    private bool _reveal;

    private SaveState State { get; set; }

    private DateTimeOffset? SavedAt { get; set; }

    /// <summary>What an earlier visit left unsaved and the plan does not hold.</summary>
    private Dictionary<string, string>? Kept { get; set; }

    /// <summary>What somebody else saved, while it is being compared.</summary>
    private GetApplication.View? Theirs { get; set; }

    /// <summary>My plan, when theirs was taken instead.</summary>
    private WorkPlan? SetAside { get; set; }

    private void OnChanged()
    {
        if (State != SaveState.Conflict)
        {
            _autosave?.Touch();
        }
    }

    private async Task OfferAsync(KeptDraft? draft)
    {
        if (draft is null)
        {
            return;
        }

        Kept = draft
            .Fields.Where(f =>
                f.Value != Editing!.Read(f.Key)
                && !ReferenceEquals(PlanFields.Write(Editing.Plan, f.Key, f.Value), Editing.Plan)
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
            Editing!.Replace(
                Kept!.Aggregate(
                    Editing.Plan,
                    (plan, field) => PlanFields.Write(plan, field.Key, field.Value)
                )
            );
            await FlushAsync();
        }

        // Not before it is saved: until then the browser's copy is the only one.
        if (!restore || Editing!.IsDirty == false)
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
            var plan = editing.Plan;
            var saved = await SaveWorkPlan.ExecuteAsync(
                new SaveWorkPlan.Input(Id, editing.Version, plan),
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

            editing.WasSaved(plan, saved.Value);
            SavedAt = saved.Value.SavedAt;
            Now = Clock.Now();
            State = SaveState.Saved;
            if (_keeper is not null)
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
            Logger.LogWarning(e, "The plan of application {Application} was not saved", Id);
            State = SaveState.Interrupted;
            _autosave?.Retry();
        }
        finally
        {
            _saving.Release();
            StateHasChanged();
        }
    }

    private WorkPlan MergedWith(GetApplication.View theirs) =>
        PlanMerge.Merge(Editing!.Saved, Editing.Plan, theirs.Plan);

    private async Task CompareAsync()
    {
        State = SaveState.Conflict;
        var found = await GetApplication.ExecuteAsync(
            new GetApplication.Input(Id),
            CancellationToken.None
        );
        Refusal = found.Refusal;
        Theirs = found.Refusal is null ? found.Value : null;
        _reveal = true;
    }

    private async Task ResolveAsync(bool keepMine)
    {
        var theirs = Theirs!;
        var merged = MergedWith(theirs);
        Theirs = null;
        Refusal = null;
        State = SaveState.Idle;
        SetAside = keepMine ? null : merged;
        View = theirs;
        Editing!.ContinueOn(theirs, keepMine ? merged : theirs.Plan);
        if (keepMine)
        {
            await FlushAsync();
        }
        else
        {
            _autosave?.Stop();
        }
    }

    private void PutBack()
    {
        Editing!.Replace(SetAside!);
        SetAside = null;
    }
}
