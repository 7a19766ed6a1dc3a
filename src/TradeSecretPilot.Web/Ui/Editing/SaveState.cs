namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>Where the autosave of an editor stands, as the server knows it; what has not reached it the browser adds.</summary>
public enum SaveState
{
    /// <summary>Nothing to say yet.</summary>
    Idle,
    Saving,
    Saved,

    /// <summary>There is no answer, or the last attempt failed; it is tried again.</summary>
    Interrupted,

    /// <summary>Somebody else changed the same passage.</summary>
    Conflict,
}
