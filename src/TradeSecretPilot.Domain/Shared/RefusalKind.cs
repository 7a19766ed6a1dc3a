namespace TradeSecretPilot.Domain.Shared;

/// <summary>What sort of refusal it is: decides the HTTP status, and whether a page asks to compare or to reload.</summary>
public enum RefusalKind
{
    /// <summary>Something in the input is wrong or missing; it can be corrected and sent again.</summary>
    InvalidInput = 1,

    /// <summary>The record does not exist within the actor's remit. A foreign record is never "forbidden".</summary>
    NotFound,

    /// <summary>The record is in a state in which the act is not possible, now or any more.</summary>
    WrongState,

    /// <summary>A deadline has passed.</summary>
    TooLate,

    /// <summary>Somebody changed the record since the actor read it; the act was about another version.</summary>
    ChangedMeanwhile,

    /// <summary>The same was done before, or its unique name is taken.</summary>
    AlreadyDone,

    /// <summary>A part of the portal does not answer at present; the same act may succeed later.</summary>
    Unavailable,
}
