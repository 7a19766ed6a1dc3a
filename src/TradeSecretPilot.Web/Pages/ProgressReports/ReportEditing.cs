using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Forms;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>The parts of a report as its editor shows them.</summary>
public enum ReportPart
{
    Summary,
    Areas,
    Figures,
    NextSteps,
    Attachments,
}

/// <summary>The report under the editor's hands, and what of it is saved.</summary>
public sealed class ReportEditing : IEditedDocument
{
    /// <summary>From this change against the half-year before on, the editor asks to check: half as much again, or half.</summary>
    private const decimal JumpShare = 0.5m;

    private readonly Dictionary<string, GetReportDraft.FigureLine> _lines;

    private readonly GetReportDraft _read;
    private readonly SaveReport _save;

    /// <param name="read">Reads what somebody else saved.</param>
    public ReportEditing(GetReportDraft.View view, GetReportDraft read, SaveReport save)
    {
        (_read, _save) = (read, save);
        ObligationId = view.ObligationId;
        Content = Saved = view.Content;
        Version = view.RowVersion;
        Gaps = view.Gaps;
        _lines = view.Figures.ToDictionary(f => f.Code);
        Unread.Changed = () => Changed?.Invoke();
    }

    public Guid ObligationId { get; }

    /// <summary>What stands in fields and is no value of theirs.</summary>
    public UnreadTexts Unread { get; } = new();

    /// <summary>Something was typed.</summary>
    public Action? Changed { get; set; }

    public ReportContent Content { get; private set; }

    /// <summary>The report as the server has it.</summary>
    public ReportContent Saved { get; private set; }

    /// <summary>Row version to save on.</summary>
    public int Version { get; private set; }

    /// <summary>Of the saved report.</summary>
    public IReadOnlyList<ReportGap> Gaps { get; private set; }

    /// <summary>What somebody else saved, while a passage that both changed waits for a choice.</summary>
    public GetReportDraft.View? Theirs { get; private set; }

    /// <summary>Mine on top of theirs, while it waits for a choice.</summary>
    public ReportContent? Merged =>
        Theirs is { } theirs ? ReportMerge.Of(Saved, Content, theirs.Content).Content : null;

    /// <summary>My report, when theirs was taken instead.</summary>
    public ReportContent? SetAside { get; private set; }

    /// <summary>What stood in the place of <see cref="SetAside"/> then.</summary>
    private ReportContent? TakenInstead { get; set; }

    public bool IsDirty => !ReferenceEquals(Content, Saved);

    /// <summary>Fields whose text is no figure and is therefore not in the report.</summary>
    public int Invalid => Content.IsNil ? 0 : Unread.Keys.Count;

    public string Read(string key) => ReportFields.Read(Content, key);

    string? IEditedDocument.Read(string key) =>
        ReportFields.KeysOf(Content).Contains(key) ? Read(key) : null;

    public bool IsSaved(string key, string value) =>
        ReportFields.KeysOf(Saved).Contains(key)
        && ReportFields.WhyNot(key, value) is null
        && ReportFields.Read(ReportFields.Write(Saved, key, value), key)
            == ReportFields.Read(Saved, key);

    public void Write(string key, string? value)
    {
        if (value is null || value == Read(key))
        {
            return;
        }

        if (ReportFields.WhyNot(key, value) is not null)
        {
            Unread.Set(key, value);
            return;
        }

        Unread.Set(key, null);
        var content = ReportFields.Write(Content, key, value);
        if (ReportFields.Read(content, key) == Read(key))
        {
            return;
        }

        if (ReportFields.PeriodIndicator(key) is { } indicator)
        {
            WritePeriod(
                indicator,
                content.Figures.TryGetValue(indicator.Code, out var figure) ? figure.Period : null
            );
            return;
        }

        Replace(content);
    }

    public async Task<Result<DateTimeOffset>> SaveAsync()
    {
        var content = Content;
        var saved = await _save.ExecuteAsync(
            new SaveReport.Input(ObligationId, Version, content),
            Acting.ToTheEnd
        );
        if (saved.Refusal is { } refusal)
        {
            return refusal;
        }

        WasSaved(content, saved.Value);
        return saved.Value.SavedAt;
    }

    public async Task<bool> MergeAsync()
    {
        var found = await _read.ExecuteAsync(
            new GetReportDraft.Input(ObligationId),
            Acting.ToTheEnd
        );
        if (found.Refusal is not null)
        {
            return false;
        }

        var merge = ReportMerge.Of(Saved, Content, found.Value.Content);
        if (merge.IsContested)
        {
            Theirs = found.Value;
            return false;
        }

        ContinueOn(found.Value, merge.Content);
        return true;
    }

    /// <summary>Ends the choice: mine on top of theirs, or theirs alone, with mine kept aside.</summary>
    public bool Choose(bool keepMine)
    {
        if (Theirs is not { } theirs || Merged is not { } merged)
        {
            return false;
        }

        (SetAside, TakenInstead) = keepMine ? (null, null) : (merged, theirs.Content);
        ContinueOn(theirs, keepMine ? merged : theirs.Content);
        return true;
    }

    /// <summary>Puts back what was kept aside, on top of what was written since.</summary>
    public void PutBack()
    {
        if (SetAside is { } mine)
        {
            var back = ReportMerge.Of(TakenInstead!, mine, Content).Content;
            (SetAside, TakenInstead) = (null, null);
            Replace(back);
        }
    }

    /// <summary>
    /// The value of this half-year. The cumulative value follows as long as it was not entered by hand: what was reported
    /// before plus this half-year; of a stock, the value itself.
    /// </summary>
    public void WritePeriod(Indicator indicator, decimal? value)
    {
        var figures = new Dictionary<string, Figure>(Content.Figures);
        if (value is not { } period)
        {
            figures.Remove(indicator.Code);
        }
        else
        {
            figures[indicator.Code] = IsCumulativeByHand(indicator)
                ? figures[indicator.Code] with
                {
                    Period = period,
                }
                : new Figure(period, Follow(indicator, period));
        }

        Replace(Content with { Figures = figures });
    }

    /// <summary>The cumulative value is not what follows from the period's.</summary>
    public bool IsCumulativeByHand(Indicator indicator) =>
        Content.Figures.TryGetValue(indicator.Code, out var figure)
        && figure.Cumulative != Follow(indicator, figure.Period);

    public decimal? LastPeriod(Indicator indicator) => _lines[indicator.Code].LastPeriod;

    /// <summary>What the cumulative value starts from; null when nothing was reported yet.</summary>
    public decimal? Before(Indicator indicator) => _lines[indicator.Code].CumulativePrefill;

    /// <summary>By how many per cent the value differs from the half-year before, when that is more than half; else null.</summary>
    public decimal? Jump(Indicator indicator) =>
        Content.Figures.TryGetValue(indicator.Code, out var figure)
        && LastPeriod(indicator) is { } last and > 0
        && Math.Abs(figure.Period - last) / last > JumpShare
            ? Math.Round((figure.Period - last) / last * 100)
            : null;

    /// <summary>What the browser had kept of these fields goes back into them; what is no value stays there as it was typed.</summary>
    public void Restore(IReadOnlyDictionary<string, string> kept)
    {
        foreach (
            var (key, value) in kept.Where(k => ReportFields.WhyNot(k.Key, k.Value) is not null)
        )
        {
            Unread.Set(key, value);
        }

        Replace(With(kept));
    }

    /// <summary>The report with these fields in it, as far as they are values.</summary>
    public ReportContent With(IReadOnlyDictionary<string, string> fields) =>
        fields.Aggregate(Content, (content, f) => ReportFields.Write(content, f.Key, f.Value));

    public void Replace(ReportContent content)
    {
        Content = content;
        Changed?.Invoke();
    }

    /// <summary>Takes figures over from a workbook, in the place of what was typed for them.</summary>
    /// <param name="codes">The indicators that it names.</param>
    public void Take(ReportContent content, IReadOnlyCollection<string> codes)
    {
        Unread.Drop(key => key.Split(':') is ["figure", var code, _] && codes.Contains(code));
        Replace(content);
    }

    /// <summary>Adds, names or removes files, in the list as it is then.</summary>
    public void Change(Func<IReadOnlyList<Attachment>, IReadOnlyList<Attachment>> change) =>
        Replace(Content with { Attachments = change(Content.Attachments) });

    /// <summary>The server has <paramref name="content"/> now; what was typed meanwhile stays unsaved.</summary>
    private void WasSaved(ReportContent content, SaveReport.View saved)
    {
        Saved = content;
        Version = saved.Version;
        Gaps = saved.Gaps;
    }

    /// <summary>Goes on from what somebody else saved, with <paramref name="content"/> on top of it.</summary>
    private void ContinueOn(GetReportDraft.View theirs, ReportContent content)
    {
        Theirs = null;
        Saved = theirs.Content;
        Version = theirs.RowVersion;
        Gaps = theirs.Gaps;
        Replace(content);
    }

    /// <summary>
    /// Goes on with what a lost circuit had not saved, on the version it was written on: what somebody saved since then is
    /// compared at the next save.
    /// </summary>
    public void Continue(UnsavedDocument unsaved)
    {
        Saved = unsaved.BaseAs<ReportContent>();
        Version = unsaved.Version;
        Replace(unsaved.ContentAs<ReportContent>());
    }

    /// <summary>What of a part is there, and what it asks for before filing.</summary>
    public (int Done, int Total) Progress(ReportPart part)
    {
        var total = part == ReportPart.Figures ? Indicators.All.Count : 1;
        return (total - Gaps.Count(g => PartOf(g.Anchor) == part), total);
    }

    public static ReportPart PartOf(string anchor) =>
        anchor switch
        {
            ReportFields.Summary => ReportPart.Summary,
            ReportFields.Problems => ReportPart.NextSteps,
            "areas" => ReportPart.Areas,
            _ when anchor.StartsWith("area-", StringComparison.Ordinal) => ReportPart.Areas,
            ReportFields.NextSteps => ReportPart.NextSteps,
            _ => ReportPart.Figures,
        };

    /// <summary>The part in which a control stands.</summary>
    public static ReportPart PartOfKey(string key) =>
        FileText.IsTitle(key) ? ReportPart.Attachments
        : key.StartsWith("area:", StringComparison.Ordinal) ? ReportPart.Areas
        : key == ReportFields.Nil ? ReportPart.Summary
        : PartOf(key);

    /// <summary>The control that fills a gap.</summary>
    public static string KeyOf(string anchor) =>
        anchor.Split('-') switch
        {
            ["figure", var code] => ReportFields.PeriodOf(code),
            ["area", var name] => $"area:{name}",
            ["areas"] => ReportFields.Area(TaskArea.InstitutionalInnovation),
            _ => anchor,
        };

    /// <summary>The cumulative value that follows from this half-year's.</summary>
    public decimal Follow(Indicator indicator, decimal period) =>
        indicator.Kind == IndicatorKind.Flow ? (Before(indicator) ?? 0) + period : period;
}
