using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace TradeSecretPilot.Web.Ui.Charts;

/// <summary>The countdown to the reader's own deadline, a ruler drawn to scale, and a second deadline beside it.</summary>
public sealed partial class TimeBand : IDisposable
{
    private readonly CancellationTokenSource _disposed = new();
    private long _since;
    private DateTimeOffset _now;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The instant for which the page was read, UTC.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>The deadline that binds the reader.</summary>
    [Parameter, EditorRequired]
    public required TimeMark Own { get; set; }

    /// <summary>The deadline above it, such as that of 上报.</summary>
    [Parameter]
    public TimeMark? Other { get; set; }

    private RulerScale Scale { get; set; } = null!;

    private TimeSpan OwnLeft => Own.At - _now;

    private bool LastHour => OwnLeft > TimeSpan.Zero && OwnLeft < TimeSpan.FromHours(1);

    // The words of today and of the deadline would stand on each other: they then point away from each other.
    private string? Crowded =>
        Math.Abs(Scale.Percent(Own.At) - Scale.Percent(_now)) switch
        {
            < 10 => OwnLeft > TimeSpan.Zero ? "near close" : "near close past",
            < 28 => OwnLeft > TimeSpan.Zero ? "near" : "near past",
            _ => null,
        };

    private string RulerStyle
    {
        get
        {
            var now = Scale.Percent(_now);
            var own = Math.Max(now, Scale.Percent(Own.At));
            var other = Math.Max(own, Other is { } o ? Scale.Percent(o.At) : own);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"--now:{now};--a:{own};--b:{other}"
            );
        }
    }

    public void Dispose()
    {
        _disposed.Cancel();
        _disposed.Dispose();
    }

    protected override void OnParametersSet()
    {
        _now = Now;
        _since = Stopwatch.GetTimestamp();
        Scale = RulerScale.Around(Now, Other is { } other ? [Own.At, other.At] : [Own.At]);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = TickAsync(_disposed.Token);
        }
    }

    private string Percent(DateTimeOffset instant) =>
        Scale.Percent(instant).ToString(CultureInfo.InvariantCulture);

    // Seconds tick in the last hour only; before that a figure that changes every second is noise.
    private async Task TickAsync(CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(LastHour ? 1 : 30), TimeProvider.System, ct);
                _now = Now + Stopwatch.GetElapsedTime(_since);
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
