namespace TradeSecretPilot.UseCases.Platform;

/// <summary>What a session did to one record; becomes an audit row and, with an audience, a timeline entry.</summary>
/// <param name="SubjectId">The record.</param>
internal sealed record ActRecord(Act Act, Guid SubjectId)
{
    /// <summary>As the act is stored.</summary>
    public string Code => Acts.CodeOf(Act);

    public string? Note { get; init; }

    /// <summary>The local government the record belongs to, when it belongs to one.</summary>
    public Guid? OwnerId { get; init; }

    public string? ProvinceCode { get; init; }

    public Audience Audience { get; init; }

    /// <summary>Rows and digests of its own, in place of those that the session changed.</summary>
    public string? Rows { get; init; }
}
