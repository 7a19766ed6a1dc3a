using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>
/// Checklist, comments and opinion while they are being written: saved a second after the last change, tried again when the
/// save does not get through, and never over what a colleague saved meanwhile.
/// </summary>
public sealed class ReviewDraft : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly SaveReview _save;
    private readonly Func<Task> _changed;
    private readonly Guid _applicationId;
    private readonly Dictionary<ReviewCheck, ReviewFinding> _findings;
    private readonly List<ReturnComment> _comments;
    private IReadOnlyList<ReturnComment> _savedComments;
    private readonly SemaphoreSlim _saving = new(1, 1);
    private CancellationTokenSource _pause = new();
    private SaveReview.Seen? _seen;
    private bool _dirty;
    private bool _left;

    public ReviewDraft(GetReview.View review, SaveReview save, Func<Task> changed)
    {
        _save = save;
        _changed = changed;
        _applicationId = review.ApplicationId;
        _findings = new Dictionary<ReviewCheck, ReviewFinding>(review.Findings);
        _savedComments = review.Draft;
        _comments = [.. review.Draft];
        _seen = new SaveReview.Seen(review.SavedAt);
        Opinion = review.Opinion;
        SavedAt = review.SavedAt;
        State = SavedAt is null ? SaveState.Idle : SaveState.Saved;
    }

    public IReadOnlyDictionary<ReviewCheck, ReviewFinding> Findings => _findings;

    /// <summary>In the order in which they are numbered.</summary>
    public IReadOnlyList<ReturnComment> Comments => _comments;

    public string Opinion { get; private set; }

    public SaveState State { get; private set; }

    /// <summary>UTC; when the last save was committed.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Why the last save was refused, other than by a colleague's.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Checks without a finding.</summary>
    public int Open => Enum.GetValues<ReviewCheck>().Count(c => !_findings.ContainsKey(c));

    /// <summary>Why the plan cannot be recommended yet; null when it can.</summary>
    public Refusal? WhyNotRecommended =>
        Open > 0 ? ProvincialReviewRefusals.ChecklistOpen(Open)
        : _findings.ContainsValue(ReviewFinding.Fails) ? ProvincialReviewRefusals.ChecklistFailed()
        : string.IsNullOrWhiteSpace(Opinion) ? ProvincialReviewRefusals.OpinionMissing()
        : null;

    public void Find(ReviewCheck check, ReviewFinding finding)
    {
        _findings[check] = finding;
        Touch();
    }

    public void Write(string opinion)
    {
        Opinion = opinion;
        Touch();
    }

    public void Add(ReturnComment comment)
    {
        _comments.Add(comment);
        Touch();
    }

    public void Change(int index, ReturnComment comment)
    {
        _comments[index] = comment;
        Touch();
    }

    public void Remove(int index)
    {
        _comments.RemoveAt(index);
        Touch();
    }

    /// <summary>Saves what was not saved yet.</summary>
    /// <returns>Whether nothing is left to save.</returns>
    public async Task<bool> FlushAsync()
    {
        await _saving.WaitAsync();
        try
        {
            if (!_dirty)
            {
                return State != SaveState.Conflict;
            }

            _dirty = false;
            State = SaveState.Saving;
            await TellAsync();
            await SaveAsync();
        }
        finally
        {
            _saving.Release();
        }

        await TellAsync();
        return !_dirty && State == SaveState.Saved;
    }

    /// <summary>
    /// Settles a conflict: checklist and opinion are mine or the colleague's, the comments of both are kept.
    /// </summary>
    public Task<bool> SettleAsync(GetReview.View theirs, bool keepMine)
    {
        var comments = ReviewComments.Merge(_savedComments, _comments, theirs.Draft);
        _comments.Clear();
        _comments.AddRange(comments);
        if (!keepMine)
        {
            Opinion = theirs.Opinion;
            _findings.Clear();
            foreach (var (check, finding) in theirs.Findings)
            {
                _findings[check] = finding;
            }
        }

        _seen = new SaveReview.Seen(theirs.SavedAt);
        _dirty = true;
        return FlushAsync();
    }

    /// <summary>The page is left: no more saves on their own, but what is open can still be flushed.</summary>
    public void Dispose()
    {
        if (_left)
        {
            return;
        }

        _left = true;
        _pause.Cancel();
        _pause.Dispose();
    }

    private void Touch()
    {
        _dirty = true;
        if (State != SaveState.Conflict)
        {
            SaveAfter(Pause);
        }
    }

    private Task TellAsync() => _left ? Task.CompletedTask : _changed();

    private void SaveAfter(TimeSpan pause)
    {
        if (_left)
        {
            return;
        }

        _pause.Cancel();
        _pause.Dispose();
        _pause = new CancellationTokenSource();
        _ = SaveLaterAsync(pause, _pause.Token);
    }

    private async Task SaveLaterAsync(TimeSpan pause, CancellationToken ct)
    {
        try
        {
            // Real time, whatever the demonstration's clock says.
            await Task.Delay(pause, TimeProvider.System, ct);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await FlushAsync();
    }

    private async Task SaveAsync()
    {
        var findings = new Dictionary<ReviewCheck, ReviewFinding>(_findings);
        var comments = _comments.ToList();
        var input = new SaveReview.Input(_applicationId, findings, Opinion, comments)
        {
            Seen = _seen,
        };
        try
        {
            var result = await _save.ExecuteAsync(input, CancellationToken.None);
            Refusal = result.Refusal;
            if (result.Refusal is null)
            {
                SavedAt = result.Value.SavedAt;
                _seen = new SaveReview.Seen(SavedAt);
                _savedComments = comments;
                State = SaveState.Saved;
                return;
            }

            var taken = Refusal!.Code == PlatformRefusals.ChangedMeanwhile().Code;
            State = taken ? SaveState.Conflict : SaveState.Interrupted;
            Refusal = taken ? null : Refusal;
            _dirty = true;
        }
        catch (Exception e) when (e is not PermissionDeniedException)
        {
            // The database did not answer: what was written is kept and tried again.
            _dirty = true;
            State = SaveState.Interrupted;
            SaveAfter(RetryAfter);
        }
    }
}
