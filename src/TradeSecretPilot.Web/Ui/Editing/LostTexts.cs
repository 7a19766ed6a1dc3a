namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>
/// What this window wrote and saved, and a later save by somebody else took out again. Its author is told and can put it back; what
/// its author deletes is not lost.
/// </summary>
public sealed class LostTexts
{
    private readonly Dictionary<string, string> _own = [];
    private readonly Dictionary<string, string> _lost = [];
    private Dictionary<string, string> _before = [];

    /// <summary>What is lost, by field, as it was saved here.</summary>
    public IReadOnlyDictionary<string, string> All => _lost;

    /// <summary>The server holds what was typed here.</summary>
    public void Saved(IEditedDocument document, IEnumerable<TypedField> fields)
    {
        foreach (var field in fields)
        {
            _own[field.Key] = field.Value;
            if (
                _lost.TryGetValue(field.Key, out var lost)
                && !TextMerge.Loses(lost, lost, document.Read(field.Key) ?? "")
            )
            {
                // It stands again.
                _lost.Remove(field.Key);
            }
        }
    }

    /// <summary>Another's save is about to be taken over.</summary>
    public void Before(IEditedDocument document) =>
        _before = _own.Keys.ToDictionary(key => key, key => document.Read(key) ?? "");

    /// <summary>It was taken over: what stood here and was saved here stands no more.</summary>
    public void After(IEditedDocument document)
    {
        foreach (var (key, before) in _before)
        {
            var present = document.Read(key) ?? "";
            if (TextMerge.Loses(_own[key], before, present))
            {
                _lost[key] = TextMerge.PutBack(_own[key], _lost.GetValueOrDefault(key, ""));
            }

            _own[key] = present;
        }

        _before = [];
    }

    /// <summary>Its author has seen it.</summary>
    /// <param name="putBack">Beside what took its place, or in its place where there is room for one value only.</param>
    public void Settle(IEditedDocument document, bool putBack)
    {
        foreach (var (key, lost) in putBack ? _lost : [])
        {
            document.Write(key, TextMerge.PutBack(lost, document.Read(key) ?? ""));
        }

        _lost.Clear();
    }
}
