using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.ProgressReports;

namespace TradeSecretPilot.Web.Pages.Pilots;

/// <summary>Reports filed so far as a step line, drawn to scale between the opening of the window and today.</summary>
public sealed partial class FilingCurve
{
    private static readonly Frame Wide = new(640, 300, 30, 624, 36, 270, 4, 5);
    private static readonly Frame Narrow = new(340, 230, 26, 330, 36, 202, 3, 3);

    /// <summary>How much of the time after the due instant is always in sight.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromDays(5);

    private readonly string _id = "c-" + Guid.NewGuid().ToString("N")[..8];

    /// <summary>Filed up to the end of each Beijing day on which one came in.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<GetReportingProgress.CurvePoint> Points { get; set; }

    /// <summary>UTC; where the axis begins.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset From { get; set; }

    /// <summary>UTC.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Reports owed.</summary>
    [Parameter, EditorRequired]
    public int Total { get; set; }

    /// <summary>Of them filed before the due instant.</summary>
    [Parameter, EditorRequired]
    public int InTime { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    private int Last => Points.Count == 0 ? 0 : Points[^1].Filed;

    private DateTimeOffset LastAt => Points.Count == 0 ? From : At(Points[^1]);

    /// <summary>Where the axis ends: late reports stay in sight, but not the years after them.</summary>
    private DateTimeOffset To
    {
        get
        {
            var late = LastAt + Lead;
            return late > DueAt + Lead ? late : DueAt + Lead;
        }
    }

    private string Summary =>
        Deadline.HasPassed(DueAt, Now)
            ? L["截止时已报{0}份，至今{1}份，应报{2}份", InTime, Last, Total]
            : L["至今已报{0}份，应报{1}份", Last, Total];

    private static string Text(double value) =>
        Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private DateTimeOffset At(GetReportingProgress.CurvePoint point)
    {
        // The line steps at noon of the day: the hour is not known.
        var noon = BeijingTime.StartOf(point.Day).AddHours(12);
        return noon > Now && Now > From ? Now : noon;
    }

    private double X(Frame f, DateTimeOffset at) =>
        Math.Round(f.Left + (f.Right - f.Left) * Math.Clamp((at - From) / (To - From), 0, 1), 1);

    private double Y(Frame f, int count) =>
        Math.Round(f.Bottom - (f.Bottom - f.Top) * count / Math.Max(1, Total), 1);

    private IEnumerable<int> Ticks(Frame f)
    {
        var step = Math.Max(1, (int)Math.Ceiling(Total / (double)f.Rows));
        for (var count = 0; count <= Total; count += step)
        {
            yield return count;
        }
    }

    private IEnumerable<DateTimeOffset> Days(Frame f)
    {
        var step = Math.Max(1, (int)((To - From).TotalDays / f.Columns));
        for (var day = From; day <= To - TimeSpan.FromDays(step / 3.0); day = day.AddDays(step))
        {
            yield return day;
        }
    }

    private string Line(Frame f)
    {
        var path = new StringBuilder($"M{Text(f.Left)} {Text(Y(f, 0))}");
        foreach (var point in Points)
        {
            path.Append(
                CultureInfo.InvariantCulture,
                $" H{Text(X(f, At(point)))} V{Text(Y(f, point.Filed))}"
            );
        }

        return path.Append(CultureInfo.InvariantCulture, $" H{Text(X(f, Now < To ? Now : To))}")
            .ToString();
    }

    private string Area(Frame f) => $"{Line(f)} V{Text(f.Bottom)} H{Text(f.Left)} Z";

    /// <summary>The picture and the plot in it, in its own units.</summary>
    /// <param name="Rows">Horizontal lines at most.</param>
    /// <param name="Columns">Dates on the axis, about.</param>
    private sealed record Frame(
        double Width,
        double Height,
        double Left,
        double Right,
        double Top,
        double Bottom,
        int Rows,
        int Columns
    );
}
