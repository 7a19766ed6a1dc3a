using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;

namespace TradeSecretPilot.Domain.ProgressReports;

/// <summary>
/// The duty to report on one half-year, created at the launch from the calendar, with the report that answers it. Lists
/// start from obligations, so a report nobody began is visible as missing. The due date never moves.
/// </summary>
public sealed class ReportObligation : Aggregate
{
    public const int NoteMaxLength = 1000;

    /// <summary>Days before the last day from which a report can be filed. Portal setting.</summary>
    public const int OpensDaysBefore = 30;

    private ReportObligation() { }

    public Guid PilotId { get; private set; }

    public Guid BatchId { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string ProvinceCode { get; private set; } = null!;

    public string RegionName { get; private set; } = null!;

    /// <summary>1 to 6.</summary>
    public int Ordinal { get; private set; }

    public DateOnly PeriodStartsOn { get; private set; }

    /// <summary>30 June or 31 December.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>UTC; filing at or after it is late, but never refused.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>UTC; the report can be filed from here on.</summary>
    public DateTimeOffset OpensAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public ReportStatus Status { get; private set; }

    /// <summary>The report as it is being written. Addressees see filed versions only.</summary>
    public ReportContent Content { get; private set; } = ReportContent.Empty;

    /// <summary>What is missing in the report before it can be filed; kept so that lists need not read the report.</summary>
    public int GapCount { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    public string? SavedBy { get; private set; }

    /// <summary>Number of the latest filed version; 0 before the first.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>UTC; the first filing, which decides whether the report was late.</summary>
    public DateTimeOffset? FiledAt { get; private set; }

    public DateTimeOffset? LastFiledAt { get; private set; }

    public bool IsLate { get; private set; }

    public bool IsNil { get; private set; }

    public AcknowledgementStatus National { get; private set; } = AcknowledgementStatus.Pending;

    public DateTimeOffset? NationalAt { get; private set; }

    public string? NationalNote { get; private set; }

    public AcknowledgementStatus Provincial { get; private set; } = AcknowledgementStatus.Pending;

    public DateTimeOffset? ProvincialAt { get; private set; }

    public string? ProvincialNote { get; private set; }

    /// <summary>The obligations of a whole pilot, one for each report period of its batch.</summary>
    public static IReadOnlyList<ReportObligation> Of(
        Pilot pilot,
        Batch batch,
        DateTimeOffset now
    ) => [.. batch.ReportPeriods.Select(period => For(pilot, period, now))];

    private static ReportObligation For(Pilot pilot, ReportPeriod period, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            PilotId = pilot.Id,
            BatchId = pilot.BatchId,
            OrganizationId = pilot.OrganizationId,
            ProvinceCode = pilot.ProvinceCode,
            RegionName = pilot.RegionName,
            Ordinal = period.Ordinal,
            PeriodStartsOn = period.StartsOn,
            DueOn = period.DueOn,
            DueAt = period.DueAt,
            OpensAt = BeijingTime.StartOf(period.DueOn.AddDays(-OpensDaysBefore)),
            CreatedAt = now,
            Status = ReportStatus.NotDue,
            GapCount = ReportRules.Gaps(ReportContent.Empty).Count,
        };

    /// <summary>Keeps the report as it stands; incomplete drafts always save.</summary>
    public Result Edit(ReportContent content, string editor, DateTimeOffset now)
    {
        if (Refuse(ReportAct.Edit) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (ReportRules.CheckLimits(content) is { } beyondLimits)
        {
            return beyondLimits;
        }

        // With tables of its own: what a caller still holds must not reach into a filed version.
        Content = content.Clean();
        GapCount = ReportRules.Gaps(Content).Count;
        SavedAt = now;
        SavedBy = editor;
        return Result.Done;
    }

    /// <summary>报送: files the report as the next version to both addressees.</summary>
    public Result<ReportVersion> File(string filedBy, DateTimeOffset now)
    {
        if (Refuse(ReportAct.File) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (now < OpensAt)
        {
            return ReportRefusals.TooEarly(OpensAt);
        }

        if (ReportRules.Gaps(Content) is { Count: > 0 } gaps)
        {
            return ReportRefusals.Incomplete(gaps);
        }

        if (FiledAt is null)
        {
            FiledAt = now;
            IsLate = Deadline.HasPassed(DueAt, now);
        }

        Status = ReportStatus.Filed;
        LastFiledAt = now;
        IsNil = Content.IsNil;
        VersionNumber++;
        National = Reopened(National);
        Provincial = Reopened(Provincial);
        return ReportVersion.Of(this, filedBy, now);
    }

    /// <summary>签收 by one addressee.</summary>
    public Result Acknowledge(Addressee addressee, DateTimeOffset now)
    {
        if (Refuse(ReportAct.Acknowledge) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (Of(addressee) != AcknowledgementStatus.Pending)
        {
            return ReportRefusals.AlreadyAnswered(Of(addressee));
        }

        Answer(addressee, AcknowledgementStatus.Acknowledged, null, now);
        if (
            National == AcknowledgementStatus.Acknowledged
            && Provincial == AcknowledgementStatus.Acknowledged
        )
        {
            Status = ReportStatus.Acknowledged;
        }

        return Result.Done;
    }

    /// <summary>要求补充材料 by one addressee.</summary>
    public Result RequestSupplement(Addressee addressee, string note, DateTimeOffset now)
    {
        if (Refuse(ReportAct.RequestSupplement) is { } wrongStatus)
        {
            return wrongStatus;
        }

        if (Of(addressee) != AcknowledgementStatus.Pending)
        {
            return ReportRefusals.AlreadyAnswered(Of(addressee));
        }

        if (Reasons.Check(note, NoteMaxLength) is { } noNote)
        {
            return noNote;
        }

        Answer(addressee, AcknowledgementStatus.SupplementRequested, Reasons.Kept(note), now);
        Status = ReportStatus.Supplement;
        return Result.Done;
    }

    /// <summary>The filing window opened.</summary>
    public Result FallDue(DateTimeOffset now) =>
        now < OpensAt ? ReportRefusals.TooEarly(OpensAt) : Move(ReportAct.FallDue);

    /// <summary>The due instant passed without a report.</summary>
    public Result GoMissing(DateTimeOffset now) =>
        Deadline.HasPassed(DueAt, now)
            ? Move(ReportAct.GoMissing)
            : ReportRefusals.NotYetOverdue(DueAt);

    public AcknowledgementStatus Of(Addressee addressee) =>
        addressee == Addressee.National ? National : Provincial;

    private static AcknowledgementStatus Reopened(AcknowledgementStatus status) =>
        status == AcknowledgementStatus.SupplementRequested
            ? AcknowledgementStatus.Pending
            : status;

    private void Answer(
        Addressee addressee,
        AcknowledgementStatus status,
        string? note,
        DateTimeOffset now
    )
    {
        if (addressee == Addressee.National)
        {
            (National, NationalAt, NationalNote) = (status, now, note);
        }
        else
        {
            (Provincial, ProvincialAt, ProvincialNote) = (status, now, note);
        }
    }

    private Result Move(ReportAct act)
    {
        if (Refuse(act) is { } refusal)
        {
            return refusal;
        }

        Status = ReportLifecycle.Table.Next(Status, act)!.Value;
        return Result.Done;
    }

    private Refusal? Refuse(ReportAct act) =>
        ReportLifecycle.Table.Permits(Status, act) ? null : ReportRefusals.WrongStatus(Status, act);
}
