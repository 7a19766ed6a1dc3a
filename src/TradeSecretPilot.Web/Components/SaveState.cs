namespace TradeSecretPilot.Web.Components;

/// <summary>Where the autosave of an editor stands.</summary>
public enum SaveState
{
    /// <summary>Nothing to say yet.</summary>
    Idle,
    Saving,
    Saved,

    /// <summary>The last attempt did not reach the server; typing goes on being kept and is tried again.</summary>
    Interrupted,

    /// <summary>Somebody else changed the same part.</summary>
    Conflict,
}
