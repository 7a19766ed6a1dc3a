namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>
/// What an editor page edits: fields by key, as the page holds them and as the server does. The keys are those of the controls
/// (<c>data-field</c>); what has no key of its own, such as a row that was added, is saved with the whole.
/// </summary>
public interface IEditedDocument
{
    /// <summary>The page holds something that the server does not; what was only taken over from it is nothing of the kind.</summary>
    bool IsDirty { get; }

    /// <summary>The value of a field on the page; null when there is no such field.</summary>
    string? Read(string key);

    /// <summary>The server holds what this text means in the field.</summary>
    bool IsSaved(string key, string value);

    /// <summary>Changes a field on the page. A key nobody knows changes nothing; a text that the field cannot hold stays beside it as typed.</summary>
    void Write(string key, string value);

    /// <summary>Saves the page's present content on the version it was written on.</summary>
    /// <returns>When it was committed, UTC; or why it was not.</returns>
    Task<Result<DateTimeOffset>> SaveAsync();

    /// <summary>Somebody else saved: takes over what they wrote and puts what was written here on top of it.</summary>
    /// <returns>False when both changed the same passage, so that a person must choose.</returns>
    Task<bool> MergeAsync();

    /// <summary>Ends the choice that a merge left: what was written here on top of what somebody else saved, or that alone.</summary>
    /// <returns>False when there is none: it was made already.</returns>
    bool Choose(bool keepMine);
}
