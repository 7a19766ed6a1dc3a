using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>
/// Checklist, comments and opinion while they are being written, never over what a colleague saved meanwhile. Fields:
/// <c>opinion</c>, <c>check:{name}</c>, <c>note:{index}:{anchor}</c>.
/// </summary>
public sealed class ReviewEditing : IEditedDocument
{
    public const string OpinionKey = "opinion";

    private const string Check = "check";
    private const string Note = "note";

    private readonly GetReview _read;
    private readonly SaveReview _save;
    private readonly Guid _applicationId;
    private readonly Dictionary<ReviewCheck, ReviewFinding> _findings;
    private readonly List<ReturnComment> _comments;
    private Snapshot _saved;
    private int _version;
    private int? _adopted;

    public ReviewEditing(GetReview.View review, GetReview read, SaveReview save)
    {
        (_read, _save, _applicationId) = (read, save, review.ApplicationId);
        (_version, _saved) = (review.Version, Snapshot.Of(review));
        _findings = new(_saved.Findings);
        _comments = [.. _saved.Comments];
        Opinion = _saved.Opinion;
    }

    /// <summary>Something was written.</summary>
    public Action? Changed { get; set; }

    public IReadOnlyDictionary<ReviewCheck, ReviewFinding> Findings => _findings;

    /// <summary>In the order in which they are numbered.</summary>
    public IReadOnlyList<ReturnComment> Comments => _comments;

    public string Opinion { get; private set; }

    public bool IsDirty =>
        Opinion != _saved.Opinion
        || _findings.Count != _saved.Findings.Count
        || _findings.Any(f => Of(_saved.Findings, f.Key) != f.Value)
        || !_comments.SequenceEqual(_saved.Comments);

    /// <summary>What the page shows and the server holds, once everything is saved.</summary>
    public Seen Seen => ReviewSeen.Of(_version, _saved.SavedAt);

    /// <summary>What a colleague saved, while a passage that both changed waits for a choice.</summary>
    public GetReview.View? Theirs { get; private set; }

    /// <summary>Checks without a finding.</summary>
    public int Open => Enum.GetValues<ReviewCheck>().Count(c => !_findings.ContainsKey(c));

    /// <summary>Why the plan cannot be recommended yet; null when it can.</summary>
    public Refusal? WhyNotRecommended =>
        Open > 0 ? ProvincialReviewRefusals.ChecklistOpen(Open)
        : _findings.ContainsValue(ReviewFinding.Fails) ? ProvincialReviewRefusals.ChecklistFailed()
        : string.IsNullOrWhiteSpace(Opinion) ? ProvincialReviewRefusals.OpinionMissing()
        : Characters.Excess(Opinion, ProvincialReview.OpinionMaxLength) > 0
            ? ProvincialReviewRefusals.OpinionTooLong()
        : null;

    /// <summary>What is written and not saved; null when everything is.</summary>
    public UnsavedReview? Unsaved =>
        IsDirty ? new UnsavedReview(_applicationId, Opinion, _findings, _comments) : null;

    public static string KeyOf(ReviewCheck check) => $"{Check}:{check}";

    public static string KeyOf(int comment, string anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"{Note}:{comment}:{anchor}");

    /// <summary>The check that a key stands for; null when it stands for something else.</summary>
    public static ReviewCheck? CheckOf(string key) =>
        key.Split(':') is [Check, var name] && Enum.TryParse<ReviewCheck>(name, out var check)
            ? check
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

    /// <summary>The comment that the browser had and the server had not received; asked for once.</summary>
    public int? TakeAdopted()
    {
        var adopted = _adopted;
        _adopted = null;
        return adopted;
    }

    /// <summary>Goes on with what a lost circuit had not saved; comments that both have stand once.</summary>
    public void Continue(UnsavedReview unsaved)
    {
        Opinion = unsaved.Opinion;
        foreach (var (check, finding) in unsaved.Findings)
        {
            _findings[check] = finding;
        }

        _comments.AddRange(unsaved.Comments.Except(_comments).ToList());
        Touch();
    }

    string? IEditedDocument.Read(string key) => Read(key, Opinion, _findings, _comments);

    public bool IsSaved(string key, string value) =>
        Read(key, _saved.Opinion, _saved.Findings, _saved.Comments) == Characters.Clean(value);

    void IEditedDocument.Write(string key, string value)
    {
        switch (key.Split(':', 3))
        {
            case [OpinionKey]:
                Write(Characters.Clean(value));
                break;
            case [Check, _]
                when CheckOf(key) is { } check
                    && Enum.TryParse<ReviewFinding>(value, out var finding):
                Find(check, finding);
                break;
            case [Note, var number, var anchor] when IndexOf(number) is { } index:
                Adopt(index, new ReturnComment(anchor, Characters.Clean(value)));
                break;
        }
    }

    public async Task<Result<DateTimeOffset>> SaveAsync()
    {
        var written = new Snapshot(Opinion, new(_findings), [.. _comments], null);
        var saved = await _save.ExecuteAsync(
            new SaveReview.Input(
                _applicationId,
                written.Findings,
                written.Opinion,
                written.Comments,
                Seen
            ),
            Acting.ToTheEnd
        );
        if (saved.Refusal is { } refusal)
        {
            return refusal;
        }

        _saved = written with { SavedAt = saved.Value.SavedAt };
        return saved.Value.SavedAt;
    }

    public async Task<bool> MergeAsync()
    {
        var found = await _read.ExecuteAsync(new GetReview.Input(_applicationId), Acting.ToTheEnd);
        if (found.Refusal is not null)
        {
            return false;
        }

        var theirs = found.Value;
        var opinion = TextMerge.Of(_saved.Opinion, Opinion, theirs.Opinion);
        if (opinion is null || Enum.GetValues<ReviewCheck>().Any(c => IsContested(c, theirs)))
        {
            Theirs = theirs;
            return false;
        }

        TakeOver(theirs, opinion, keepMine: true);
        return true;
    }

    /// <summary>Ends the choice: checklist and opinion are mine or the colleague's, the comments of both are kept.</summary>
    public bool Choose(bool keepMine)
    {
        if (Theirs is not { } theirs)
        {
            return false;
        }

        TakeOver(theirs, keepMine ? Opinion : theirs.Opinion, keepMine);
        return true;
    }

    private void TakeOver(GetReview.View theirs, string opinion, bool keepMine)
    {
        foreach (var check in Enum.GetValues<ReviewCheck>())
        {
            var mine = Of(_findings, check);
            var pick =
                keepMine && mine != Of(_saved.Findings, check) ? mine : Of(theirs.Findings, check);
            if (pick is { } finding)
            {
                _findings[check] = finding;
            }
            else
            {
                _findings.Remove(check);
            }
        }

        var comments = ReviewComments.Merge(_saved.Comments, _comments, theirs.Draft);
        _comments.Clear();
        _comments.AddRange(comments);
        (Theirs, _version, _saved) = (null, theirs.Version, Snapshot.Of(theirs));
        Write(opinion);
    }

    private bool IsContested(ReviewCheck check, GetReview.View theirs) =>
        ThreeWay.IsContested(
            Of(_saved.Findings, check),
            Of(_findings, check),
            Of(theirs.Findings, check)
        );

    private void Adopt(int index, ReturnComment comment)
    {
        if (index < _comments.Count)
        {
            Change(index, comment);
        }
        else if (_comments.Count < ReturnComment.MaxComments && comment.Text.Length > 0)
        {
            Add(comment);
            index = _comments.Count - 1;
        }

        _adopted = index;
    }

    private void Touch() => Changed?.Invoke();

    private static string? Read(
        string key,
        string opinion,
        IReadOnlyDictionary<ReviewCheck, ReviewFinding> findings,
        IReadOnlyList<ReturnComment> comments
    ) =>
        key.Split(':', 3) switch
        {
            [OpinionKey] => opinion,
            [Check, _] when CheckOf(key) is { } check => Of(findings, check)?.ToString() ?? "",
            [Note, var number, _] when IndexOf(number) is { } index => comments
                .ElementAtOrDefault(index)
                ?.Text
                ?? "",
            _ => null,
        };

    private static int? IndexOf(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    private static ReviewFinding? Of(
        IReadOnlyDictionary<ReviewCheck, ReviewFinding> findings,
        ReviewCheck check
    ) => findings.TryGetValue(check, out var finding) ? finding : null;

    /// <summary>A review as the server has it.</summary>
    /// <param name="SavedAt">UTC; null when nothing was saved yet.</param>
    private sealed record Snapshot(
        string Opinion,
        Dictionary<ReviewCheck, ReviewFinding> Findings,
        IReadOnlyList<ReturnComment> Comments,
        DateTimeOffset? SavedAt
    )
    {
        public static Snapshot Of(GetReview.View review) =>
            new(review.Opinion, new(review.Findings), review.Draft, review.SavedAt);
    }
}
