namespace TradeSecretPilot.Web.Ui.Forms;

/// <summary>
/// What stands in fields of figures and is none, by the keys of the fields. It stays on screen as typed, is never sent as a
/// value, and keeps the form from being submitted.
/// </summary>
public sealed class UnreadTexts
{
    private readonly Dictionary<string, string> _texts = [];

    /// <summary>A text was added or taken away.</summary>
    public Action? Changed { get; set; }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    public string? Of(string key) => _texts.GetValueOrDefault(key);

    /// <param name="text">Null once the field can be read.</param>
    public void Set(string key, string? text)
    {
        if (_texts.GetValueOrDefault(key) == text)
        {
            return;
        }

        if (text is null)
        {
            _texts.Remove(key);
        }
        else
        {
            _texts[key] = text;
        }

        Changed?.Invoke();
    }

    /// <summary>The field has another key from now on.</summary>
    public void Move(string from, string to)
    {
        if (from != to && _texts.Remove(from, out var text))
        {
            _texts[to] = text;
        }
    }

    /// <summary>The fields were filled anew, or are gone.</summary>
    public void Drop(Func<string, bool> keys)
    {
        foreach (var key in _texts.Keys.Where(keys).ToList())
        {
            Set(key, null);
        }
    }
}
