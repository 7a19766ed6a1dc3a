using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.ProgressReports;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>The parts of a report as its editor shows them.</summary>
public enum ReportPart
{
    Summary,
    Areas,
    Figures,
    NextSteps,
}

/// <summary>The report under the editor's hands, and what of it is saved.</summary>
public sealed class ReportEditing
{
    /// <summary>From this change against the half-year before on, the editor asks to check: half as much again, or half.</summary>
    private const decimal JumpShare = 0.5m;

    private readonly Dictionary<string, GetReportDraft.FigureLine> _lines;
    private readonly HashSet<string> _invalid = [];

    public ReportEditing(GetReportDraft.View view)
    {
        ObligationId = view.ObligationId;
        Content = Saved = view.Content;
        Version = view.RowVersion;
        Gaps = view.Gaps;
        _lines = view.Figures.ToDictionary(f => f.Code);
    }

    public Guid ObligationId { get; }

    /// <summary>How often figures were taken over from a workbook: controls begin anew with what they hold then.</summary>
    public int Takings { get; private set; }

    /// <summary>Something was typed.</summary>
    public Action? Changed { get; set; }

    public ReportContent Content { get; private set; }

    /// <summary>The report as the server has it.</summary>
    public ReportContent Saved { get; private set; }

    /// <summary>Row version to save on.</summary>
    public int Version { get; private set; }

    /// <summary>Of the saved report.</summary>
    public IReadOnlyList<ReportGap> Gaps { get; private set; }

    public bool IsDirty => !ReferenceEquals(Content, Saved);

    /// <summary>Fields whose text is no figure and is therefore not in the report.</summary>
    public int Invalid => Content.IsNil ? 0 : _invalid.Count;

    public string Read(string key) => ReportFields.Read(Content, key);

    public void Write(string key, string? value)
    {
        if (value is not null && value != Read(key))
        {
            Replace(ReportFields.Write(Content, key, value));
        }
    }

    /// <summary>
    /// The value of this half-year. The cumulative value follows as long as it was not entered by hand: what was reported
    /// before plus this half-year; of a stock, the value itself.
    /// </summary>
    public void WritePeriod(Indicator indicator, string text)
    {
        var followed = !IsCumulativeByHand(indicator);
        var content = ReportFields.Write(Content, ReportFields.PeriodOf(indicator.Code), text);
        if (followed && content.Figures.TryGetValue(indicator.Code, out var figure))
        {
            content = ReportFields.Write(
                content,
                ReportFields.CumulativeOf(indicator.Code),
                ReportFields.Text(Follow(indicator, figure.Period))
            );
        }

        Replace(content);
    }

    /// <summary>The cumulative value is not what follows from the period's.</summary>
    public bool IsCumulativeByHand(Indicator indicator) =>
        Content.Figures.TryGetValue(indicator.Code, out var figure)
        && figure.Cumulative != Follow(indicator, figure.Period);

    public decimal? LastPeriod(Indicator indicator) => _lines[indicator.Code].LastPeriod;

    /// <summary>What the cumulative value starts from; null when nothing was reported yet.</summary>
    public decimal? Before(Indicator indicator) => _lines[indicator.Code].CumulativePrefill;

    /// <summary>By how many per cent the value differs from the half-year before, when that is more than half; else null.</summary>
    public int? Jump(Indicator indicator) =>
        Content.Figures.TryGetValue(indicator.Code, out var figure)
        && LastPeriod(indicator) is { } last and > 0
        && Math.Abs(figure.Period - last) / last > JumpShare
            ? (int)Math.Round((figure.Period - last) / last * 100)
            : null;

    public void Mark(string key, bool isInvalid)
    {
        if (isInvalid ? _invalid.Add(key) : _invalid.Remove(key))
        {
            Changed?.Invoke();
        }
    }

    public void Replace(ReportContent content)
    {
        Content = content;
        Changed?.Invoke();
    }

    /// <summary>Takes figures over from a workbook, in the place of what was typed.</summary>
    public void Take(ReportContent content)
    {
        Takings++;
        _invalid.Clear();
        Replace(content);
    }

    /// <summary>Adds, names or removes files, in the list as it is then.</summary>
    public void Change(Func<IReadOnlyList<Attachment>, IReadOnlyList<Attachment>> change) =>
        Replace(Content with { Attachments = change(Content.Attachments) });

    /// <summary>The server has <paramref name="content"/> now; what was typed meanwhile stays unsaved.</summary>
    public void WasSaved(ReportContent content, SaveReport.View saved)
    {
        Saved = content;
        Version = saved.Version;
        Gaps = saved.Gaps;
    }

    /// <summary>Goes on from what somebody else saved, with <paramref name="content"/> on top of it.</summary>
    public void ContinueOn(GetReportDraft.View theirs, ReportContent content)
    {
        Saved = theirs.Content;
        Version = theirs.RowVersion;
        Gaps = theirs.Gaps;
        _invalid.Clear();
        Replace(content);
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
            "areas" => ReportPart.Areas,
            ReportFields.NextSteps => ReportPart.NextSteps,
            _ => ReportPart.Figures,
        };

    /// <summary>The control that fills a gap.</summary>
    public static string KeyOf(string anchor) =>
        anchor.Split('-') switch
        {
            ["figure", var code] => ReportFields.PeriodOf(code),
            ["areas"] => ReportFields.Area(TaskArea.InstitutionalInnovation),
            _ => anchor,
        };

    /// <summary>The cumulative value that follows from this half-year's.</summary>
    public decimal Follow(Indicator indicator, decimal period) =>
        indicator.Kind == IndicatorKind.Flow ? (Before(indicator) ?? 0) + period : period;
}
