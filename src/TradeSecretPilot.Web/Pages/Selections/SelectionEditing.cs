using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Selections;

/// <summary>
/// The working group's draft while it is put together. Fields: <c>reason:{application}</c>; the seats are saved with the whole.
/// </summary>
public sealed class SelectionEditing : IEditedDocument
{
    private const string Reason = "reason";

    private readonly Guid _batchId;
    private readonly GetSelection _read;
    private readonly SaveSelection _save;
    private readonly Func<Task> _saved;
    private Dictionary<Guid, ChoiceState> _kept;
    private GetSelection.View? _theirs;

    /// <param name="saved">Follows a save: line, balance and checks depend on the choice.</param>
    public SelectionEditing(
        Guid batchId,
        GetSelection.View view,
        GetSelection read,
        SaveSelection save,
        Func<Task> saved
    )
    {
        (_batchId, _read, _save, _saved) = (batchId, read, save, saved);
        Version = view.Version;
        _kept = ChoicesOf(view);
        Choices = new(_kept);
    }

    /// <summary>Something was chosen or typed.</summary>
    public Action? Changed { get; set; }

    /// <summary>What another window saved was taken over: what follows from the choice is in it.</summary>
    public Action<GetSelection.View>? TakenOver { get; init; }

    public Dictionary<Guid, ChoiceState> Choices { get; private set; }

    /// <summary>Row version to save on; null before the first save.</summary>
    public int? Version { get; private set; }

    public bool IsDirty => Choices.Any(c => c.Value != _kept.GetValueOrDefault(c.Key));

    public static string KeyOf(Guid application) => $"{Reason}:{application:N}";

    public void Select(Guid application, bool selected)
    {
        Choices[application] = Choices[application] with { Selected = selected };
        Changed?.Invoke();
    }

    public string? Read(string key) => ApplicationOf(key) is { } id ? Choices[id].Reason : null;

    public bool IsSaved(string key, string value) =>
        ApplicationOf(key) is { } id && _kept[id].Reason == Characters.Clean(value);

    public void Write(string key, string value)
    {
        if (ApplicationOf(key) is { } id)
        {
            Choices[id] = Choices[id] with { Reason = Characters.Clean(value) };
            Changed?.Invoke();
        }
    }

    /// <summary>Goes on with what a lost circuit had not saved.</summary>
    public void Continue(IReadOnlyDictionary<Guid, ChoiceState> choices)
    {
        foreach (var (id, choice) in choices.Where(c => Choices.ContainsKey(c.Key)))
        {
            Choices[id] = choice;
        }

        Changed?.Invoke();
    }

    public async Task<Result<DateTimeOffset>> SaveAsync()
    {
        var written = new Dictionary<Guid, ChoiceState>(Choices);
        var saved = await _save.ExecuteAsync(
            new(
                _batchId,
                [
                    .. written.Select(c => new SaveSelection.Choice(
                        c.Key,
                        c.Value.Selected,
                        c.Value.Reason
                    )),
                ],
                Version
            ),
            Acting.ToTheEnd
        );
        if (saved.Refusal is { } refusal)
        {
            return refusal;
        }

        (Version, _kept) = (saved.Value.Version, written);
        await _saved();
        return saved.Value.SavedAt;
    }

    public async Task<bool> MergeAsync()
    {
        var found = await _read.ExecuteAsync(new(_batchId), Acting.ToTheEnd);
        if (found.Refusal is not null)
        {
            return false;
        }

        if (ChoicesOf(found.Value).Any(c => IsContested(c.Key, c.Value)))
        {
            _theirs = found.Value;
            return false;
        }

        TakeOver(found.Value, keepMine: true);
        return true;
    }

    /// <summary>Ends the choice between this draft and what a colleague saved.</summary>
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

    private void TakeOver(GetSelection.View theirs, bool keepMine)
    {
        var other = ChoicesOf(theirs);
        Choices = other.ToDictionary(
            c => c.Key,
            c =>
                keepMine
                && Choices.GetValueOrDefault(c.Key) is { } mine
                && mine != _kept.GetValueOrDefault(c.Key)
                    ? mine
                    : c.Value
        );
        (Version, _kept) = (theirs.Version, other);
        TakenOver?.Invoke(theirs);
        Changed?.Invoke();
    }

    private bool IsContested(Guid id, ChoiceState theirs) =>
        ThreeWay.IsContested(_kept.GetValueOrDefault(id), Choices.GetValueOrDefault(id), theirs);

    private Guid? ApplicationOf(string key) =>
        key.Split(':') is [Reason, var text]
        && Guid.TryParseExact(text, "N", out var id)
        && Choices.ContainsKey(id)
            ? id
            : null;

    private static Dictionary<Guid, ChoiceState> ChoicesOf(GetSelection.View view) =>
        view.Rows.ToDictionary(
            r => r.ApplicationId,
            r => new ChoiceState(r.Selected, r.Reason ?? "")
        );
}
