namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>
/// What people are told when something happens that concerns them. Each kind is a record of its stage, whose parameters are the
/// facts it tells.
/// </summary>
/// <param name="Text">The notice, and the subject and body of its mail.</param>
/// <param name="Link">Path within the portal where they act on it.</param>
internal abstract record Message(Term Text, string Link);
