using System.Text.Json.Serialization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Receipts;

namespace TradeSecretPilot.Domain.Selections;

public enum SelectionStatus
{
    /// <summary>The working group is drafting.</summary>
    Draft = 1,

    /// <summary>Waiting for the lead.</summary>
    Proposed = 2,

    /// <summary>Decided by the lead.</summary>
    Decided = 3,
}

/// <summary>遴选: which appraised applications of a batch become pilots (四（二）).</summary>
public sealed class Selection : Aggregate
{
    public const int ReasonMaxLength = 300;
    public const int DecisionNumberMaxLength = 60;

    private Selection() { }

    public Guid BatchId { get; private set; }

    public SelectionStatus Status { get; private set; }

    public IReadOnlyList<SelectionChoice> Choices { get; private set; } = [];

    public DateTimeOffset SavedAt { get; private set; }

    public string? ProposedBy { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Number of the decision record.</summary>
    public string? DecisionNumber { get; private set; }

    public int SelectedCount => Choices.Count(c => c.Selected);

    public static Selection Begin(Guid batchId, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            BatchId = batchId,
            Status = SelectionStatus.Draft,
            SavedAt = now,
        };

    /// <summary>Keeps the draft. Seats and reasons are judged when it is proposed.</summary>
    /// <param name="appraised">The ranking.</param>
    /// <param name="choices">The choice for each of them.</param>
    /// <param name="now">UTC.</param>
    public Result Choose(
        IReadOnlyList<Standing> appraised,
        IReadOnlyList<SelectionChoice> choices,
        DateTimeOffset now
    )
    {
        if (Status == SelectionStatus.Decided)
        {
            return SelectionRefusals.AlreadyDecided();
        }

        var known = appraised.Select(a => a.ApplicationId).ToHashSet();
        if (
            choices.DistinctBy(c => c.ApplicationId).Count() != choices.Count
            || !choices.All(c => known.Contains(c.ApplicationId))
            || choices.Any(c => Characters.Excess(c.Reason ?? "", ReasonMaxLength) > 0)
        )
        {
            return SelectionRefusals.ChoicesOutdated();
        }

        Choices =
        [
            .. choices.Select(c =>
                c with
                {
                    Reason = c.Reason is { } reason ? Characters.Clean(reason) : null,
                }
            ),
        ];
        Status = SelectionStatus.Draft;
        SavedAt = now;
        return Result.Done;
    }

    /// <summary>Puts the draft before the lead.</summary>
    public Result Propose(Batch batch, IReadOnlyList<Standing> appraised, string proposedBy)
    {
        if (RefuseProposal(batch, appraised) is { } refusal)
        {
            return refusal;
        }

        Status = SelectionStatus.Proposed;
        ProposedBy = proposedBy;
        return Result.Done;
    }

    /// <summary>The lead's decision: settles every appraised application.</summary>
    public Result Decide(
        Batch batch,
        IReadOnlyList<Application> appraised,
        string decisionNumber,
        string decidedBy,
        DateTimeOffset now
    )
    {
        if (Status != SelectionStatus.Proposed)
        {
            return Status == SelectionStatus.Decided
                ? SelectionRefusals.AlreadyDecided()
                : SelectionRefusals.NotProposed();
        }

        // Read before another decision was saved, while the plans were read after it.
        if (appraised.Any(a => a.Status != ApplicationStatus.Appraised))
        {
            return SelectionRefusals.AlreadyDecided();
        }

        if (RefuseProposal(batch, StandingsOf(appraised)) is { } refusal)
        {
            return refusal;
        }

        decisionNumber = Characters.Clean(decisionNumber).Trim();
        if (!Characters.Fits(decisionNumber, DecisionNumberMaxLength))
        {
            return SelectionRefusals.NumberInvalid(DecisionNumberMaxLength);
        }

        if (batch.Decide().Refusal is { } wrongStage)
        {
            return wrongStage;
        }

        var selected = Choices.Where(c => c.Selected).Select(c => c.ApplicationId).ToHashSet();
        foreach (var application in appraised)
        {
            application.ApplyDecision(selected.Contains(application.Id));
        }

        Status = SelectionStatus.Decided;
        DecisionNumber = decisionNumber;
        DecidedBy = decidedBy;
        DecidedAt = now;
        return Result.Done;
    }

    /// <summary>The receipt by which a printed decision record is verified.</summary>
    /// <param name="organizationId">The national regulator.</param>
    /// <param name="now">UTC.</param>
    public Receipt IssueReceipt(Guid organizationId, DateTimeOffset now) =>
        Receipt.Issue(
            ReceiptKind.Decision,
            Id,
            1,
            ContentHash.Fingerprint(new DecisionText(DecisionNumber, Choices)),
            organizationId,
            null,
            now
        );

    /// <summary>
    /// Applications that the choice moves across the line the appraisal alone would draw: each needs a reason.
    /// </summary>
    public IReadOnlyList<Guid> MovedAcrossTheLine(IReadOnlyList<Standing> standings)
    {
        var selected = Choices.Where(c => c.Selected).Select(c => c.ApplicationId).ToHashSet();
        var byPlace = standings.OrderBy(s => s.Place).ToList();
        var line =
            selected.Count == 0 || byPlace.Count == 0
                ? 0
                : byPlace[Math.Min(selected.Count, byPlace.Count) - 1].Place;
        var lowest = byPlace
            .Where(s => selected.Contains(s.ApplicationId))
            .Select(s => s.Place)
            .DefaultIfEmpty()
            .Max();
        // Those who share the last place are equal: choosing among them is no departure from the ranking. Passing one of
        // them over for a lower place is.
        return
        [
            .. byPlace
                .Where(s =>
                    selected.Contains(s.ApplicationId)
                        ? s.Place > line
                        : s.Place <= line && s.Place < lowest
                )
                .Select(s => s.ApplicationId),
        ];
    }

    /// <summary>Why the draft cannot go before the lead, or be decided; null when it can.</summary>
    public Refusal? RefuseProposal(Batch batch, IReadOnlyList<Standing> standings)
    {
        if (Status == SelectionStatus.Decided)
        {
            return SelectionRefusals.AlreadyDecided();
        }

        if (SelectedCount < batch.MinSeats || SelectedCount > batch.MaxSeats)
        {
            return SelectionRefusals.OutsideSeats(SelectedCount, batch.MinSeats, batch.MaxSeats);
        }

        var reasons = Choices
            .Where(c => !string.IsNullOrWhiteSpace(c.Reason))
            .Select(c => c.ApplicationId)
            .ToHashSet();
        var unexplained = MovedAcrossTheLine(standings).Count(id => !reasons.Contains(id));
        return unexplained > 0 ? SelectionRefusals.ReasonsMissing(unexplained) : null;
    }

    /// <summary>The ranking of appraised applications.</summary>
    public static IReadOnlyList<Standing> StandingsOf(IReadOnlyList<Application> appraised) =>
        [
            .. appraised.Select(a => new Standing(
                a.Id,
                a.MeanHundredths!.Value,
                a.AppraisalRank!.Value
            )),
        ];
}

/// <summary>The choice for one application.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Selected">入选.</param>
/// <param name="Reason">Why it departs from the ranking; null when it does not.</param>
public sealed record SelectionChoice(
    [property: JsonPropertyName("applicationId")] Guid ApplicationId,
    [property: JsonPropertyName("selected")] bool Selected,
    [property: JsonPropertyName("reason")] string? Reason
);

/// <summary>What the fingerprint of a decision covers.</summary>
internal sealed record DecisionText(
    [property: JsonPropertyName("decisionNumber")] string? DecisionNumber,
    [property: JsonPropertyName("choices")] IReadOnlyList<SelectionChoice> Choices
);
