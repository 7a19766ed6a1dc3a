using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TradeSecretPilot.UseCases.Platform.Telemetry;

/// <summary>
/// What the portal tells about its own running: one source of spans and one meter for acts, statements, documents and jobs. While
/// nobody listens, no span is made and nothing is counted. Neither names, texts nor addresses of people go in.
/// </summary>
public static class PilotTelemetry
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "TradeSecretPilot";

    internal static readonly ActivitySource Source = new(Name);

    /// <summary>For figures of other parts of the portal.</summary>
    public static Meter Meter { get; } = new(Name);

    private static readonly Histogram<double> UseCaseSeconds = Seconds(
        "portal.use_case.duration",
        "Time of one act from the door to its end, by use case and outcome."
    );

    private static readonly Histogram<double> StatementSeconds = Seconds(
        "portal.sql.duration",
        "Time of one statement until its first row, by use case."
    );

    private static readonly Histogram<double> DocumentSeconds = Seconds(
        "portal.document.duration",
        "Time to typeset one document, waiting for a worker included, by template, format and outcome."
    );

    private static readonly Counter<long> DocumentPages = Meter.CreateCounter<long>(
        "portal.document.pages",
        "{page}",
        "Pages typeset, by template."
    );

    private static readonly Histogram<double> JobSeconds = Seconds(
        "portal.job.duration",
        "Time of one run of a job, by job and outcome."
    );

    /// <summary>Begins one run of a job; dispose it at the end. An exception is told by <see cref="TimedRun.Fail"/>.</summary>
    /// <param name="job">The job's name, always the same for the same job.</param>
    public static TimedRun StartJob(string job) =>
        new(Source.StartActivity($"job {job}"), JobSeconds, Tag("job", job));

    internal static TimedRun StartUseCase(string useCase) =>
        new(Source.StartActivity(useCase), UseCaseSeconds, Tag("use_case", useCase));

    internal static TimedRun StartDocument(string template, string format) =>
        new(
            Source.StartActivity($"typeset {template}"),
            DocumentSeconds,
            Tag("template", template),
            Tag("format", format)
        );

    internal static void CountPages(string template, int pages) =>
        DocumentPages.Add(pages, Tag("template", template));

    internal static void NoteStatement(string? useCase, TimeSpan duration) =>
        StatementSeconds.Record(duration.TotalSeconds, Tag("use_case", useCase));

    private static KeyValuePair<string, object?> Tag(string name, string? value) =>
        new(name, value);

    private static Histogram<double> Seconds(string name, string description) =>
        Meter.CreateHistogram<double>(name, "s", description);
}
