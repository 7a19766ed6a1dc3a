using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TradeSecretPilot.UseCases.Platform.Telemetry;

/// <summary>Something that takes time: a span, and its duration with its outcome. It ends when it is disposed.</summary>
public sealed class TimedRun : IDisposable
{
    private readonly Activity? _span;
    private readonly Histogram<double> _seconds;
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly long _started = Stopwatch.GetTimestamp();
    private bool _ended;

    internal TimedRun(
        Activity? span,
        Histogram<double> seconds,
        params KeyValuePair<string, object?>[] tags
    ) => (_span, _seconds, _tags) = (span, seconds, tags);

    /// <summary>One short word, such as <c>done</c>, <c>refused</c> or <c>failed</c>.</summary>
    public string Outcome { get; set; } = "done";

    /// <summary>Adds a fact to the span. Nothing personal.</summary>
    public void Tag(string name, object? value) => _span?.SetTag(name, value);

    /// <summary>Marks the run as failed by an exception, of which the type is told and not the words.</summary>
    public void Fail(Exception exception)
    {
        Outcome = "failed";
        _span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
    }

    public void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        _span?.SetTag("portal.outcome", Outcome);
        _span?.Dispose();
        if (_seconds.Enabled)
        {
            _seconds.Record(
                Stopwatch.GetElapsedTime(_started).TotalSeconds,
                [.. _tags, new KeyValuePair<string, object?>("outcome", Outcome)]
            );
        }
    }
}
