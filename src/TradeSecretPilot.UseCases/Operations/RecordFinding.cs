namespace TradeSecretPilot.UseCases.Operations;

/// <summary>What a record is not as it must be.</summary>
public enum RecordFault
{
    /// <summary>A frozen text does not have the fingerprint that was written beside it.</summary>
    TextChanged = 1,

    /// <summary>The numbers of the versions are not 1 to the number that the record names.</summary>
    VersionsMissing = 2,

    /// <summary>A version has no receipt, or one of another fingerprint.</summary>
    ReceiptDiffers = 3,

    /// <summary>A receipt is of a version that is not there.</summary>
    VersionOfReceiptMissing = 4,

    /// <summary>The figures that are added up are not those of the latest filed version.</summary>
    FiguresDiffer = 5,

    /// <summary>A text or sealed copy names a file that is not there.</summary>
    FileMissing = 6,

    /// <summary>A file does not have the fingerprint that it is kept under.</summary>
    FileChanged = 7,

    /// <summary>Something that fell due was noted under a key that is not its own.</summary>
    DueKeyDiffers = 8,

    /// <summary>The audit chain is broken.</summary>
    AuditBroken = 9,
}

/// <summary>One thing that was found.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Subject">The record by its kind and id, or the file by its fingerprint.</param>
public sealed record RecordFinding(RecordFault Fault, string Subject);
