namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>
/// What the browser kept of earlier visits. What this window typed last goes back where the server still holds what it was typed on;
/// everything else is offered to the person.
/// </summary>
public sealed class KeptTexts(DraftKeeper keeper)
{
    private IReadOnlyList<string> _copies = [];

    /// <summary>What is offered, by field: the document does not hold it.</summary>
    public IReadOnlyDictionary<string, string> Offered { get; private set; } =
        new Dictionary<string, string>();

    /// <summary>Takes in what the browser kept.</summary>
    /// <returns>Something went back into the document, or is there already: worth saving and confirming.</returns>
    public async Task<bool> TakeAsync(IEditedDocument document, KeptTyping kept)
    {
        var offered = new Dictionary<string, string>();
        foreach (var (key, field) in kept.Left.SelectMany(c => c.Fields))
        {
            offered[key] = field.Value;
        }

        var contested = new List<string>();
        foreach (var field in kept.Own.Where(f => !document.IsSaved(f.Key, f.Value)))
        {
            if (document.IsSaved(field.Key, field.Base) || document.IsSaved(field.Key, field.Given))
            {
                document.Write(field.Key, field.Value);
            }
            else
            {
                offered[field.Key] = field.Value;
                contested.Add(field.Key);
            }
        }

        _copies = [.. kept.Left.Select(c => c.Key)];
        if (contested.Count > 0 && await keeper.SetAsideAsync(contested) is { } aside)
        {
            _copies = [.. _copies, aside];
        }

        Offered = offered
            .Where(f => document.Read(f.Key) is { } present && present != f.Value)
            .ToDictionary();
        if (Offered.Count == 0 && _copies.Count > 0)
        {
            await keeper.SettleAsync(_copies);
        }

        return kept.Own.Count > contested.Count;
    }

    /// <summary>Restores what is offered, or drops it.</summary>
    /// <param name="save">Whether the server holds everything then: until it does, the browser's copy is the only one.</param>
    public async Task SettleAsync(IEditedDocument? document, bool restore, Func<Task<bool>> save)
    {
        if (restore)
        {
            foreach (var (key, value) in Offered)
            {
                document?.Write(key, value);
            }
        }

        if (!restore || await save())
        {
            await keeper.SettleAsync(_copies);
        }

        Offered = new Dictionary<string, string>();
    }
}
