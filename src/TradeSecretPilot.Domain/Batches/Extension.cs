namespace TradeSecretPilot.Domain.Batches;

/// <summary>Whom an extension 延期 helps.</summary>
public enum ExtensionScope
{
    /// <summary>One application, granted by its province.</summary>
    Application = 1,

    /// <summary>One province, granted by SAMR.</summary>
    Province = 2,

    /// <summary>All provinces, granted by the working-group lead.</summary>
    Batch = 3,
}

/// <summary>
/// 延期: more time, granted by the level above, on record with its reason and shown beside the public date. There is no
/// other grace.
/// </summary>
public sealed class Extension
{
    private Extension() { }

    public Guid Id { get; private set; }

    public ExtensionScope Scope { get; private set; }

    public Guid BatchId { get; private set; }

    public string? ProvinceCode { get; private set; }

    public Guid? ApplicationId { get; private set; }

    /// <summary>The organisation that is helped, when it is one.</summary>
    public Guid? OrganizationId { get; private set; }

    /// <summary>UTC; the deadline before this extension.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>UTC; the deadline after it.</summary>
    public DateTimeOffset Until { get; private set; }

    public bool OnlyForBegunDrafts { get; private set; }

    public string Reason { get; private set; } = null!;

    public DateTimeOffset GrantedAt { get; private set; }

    public Guid GrantedBy { get; private set; }

    /// <summary>What every extension needs whatever it extends: a reason, and a day that is not over. Null when it has both.</summary>
    public static Refusal? Check(
        string? reason,
        int reasonMaxLength,
        DateTimeOffset until,
        DateTimeOffset now
    ) =>
        Reasons.Check(reason, reasonMaxLength)
        ?? (
            Deadline.HasPassed(until, now)
                ? BatchRefusals.ExtensionNotLater(new Deadline(now, now))
                : null
        );

    public static Extension ForBatch(
        Guid batchId,
        DateTimeOffset from,
        DateTimeOffset until,
        bool onlyForBegunDrafts,
        string reason,
        Guid grantedBy,
        DateTimeOffset now
    ) =>
        Grant(
            ExtensionScope.Batch,
            batchId,
            null,
            null,
            null,
            from,
            until,
            onlyForBegunDrafts,
            reason,
            grantedBy,
            now
        );

    public static Extension ForProvince(
        Guid batchId,
        string provinceCode,
        Guid organizationId,
        DateTimeOffset from,
        DateTimeOffset until,
        string reason,
        Guid grantedBy,
        DateTimeOffset now
    ) =>
        Grant(
            ExtensionScope.Province,
            batchId,
            provinceCode,
            null,
            organizationId,
            from,
            until,
            false,
            reason,
            grantedBy,
            now
        );

    public static Extension ForApplication(
        Guid batchId,
        Guid applicationId,
        string provinceCode,
        Guid organizationId,
        DateTimeOffset from,
        DateTimeOffset until,
        string reason,
        Guid grantedBy,
        DateTimeOffset now
    ) =>
        Grant(
            ExtensionScope.Application,
            batchId,
            provinceCode,
            applicationId,
            organizationId,
            from,
            until,
            false,
            reason,
            grantedBy,
            now
        );

    private static Extension Grant(
        ExtensionScope scope,
        Guid batchId,
        string? provinceCode,
        Guid? applicationId,
        Guid? organizationId,
        DateTimeOffset from,
        DateTimeOffset until,
        bool onlyForBegunDrafts,
        string reason,
        Guid grantedBy,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Scope = scope,
            BatchId = batchId,
            ProvinceCode = provinceCode,
            ApplicationId = applicationId,
            OrganizationId = organizationId,
            From = from,
            Until = until,
            OnlyForBegunDrafts = onlyForBegunDrafts,
            Reason = Reasons.Kept(reason),
            GrantedAt = now,
            GrantedBy = grantedBy,
        };
}
