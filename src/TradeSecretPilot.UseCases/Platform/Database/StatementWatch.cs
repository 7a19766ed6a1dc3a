using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using TradeSecretPilot.UseCases.Platform.Telemetry;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// Watches every statement: a slow one is a warning with the name of its use case, a failed one too. Parameter values are never
/// written, they may be personal.
/// </summary>
/// <param name="log">Null where nothing is logged.</param>
/// <param name="slow">A statement that takes longer is slow.</param>
/// <param name="makesSpans">False where the database's own driver makes a span of each statement.</param>
internal sealed partial class StatementWatch(ILogger? log, TimeSpan slow, bool makesSpans)
    : DbCommandInterceptor
{
    private const string Elsewhere = "(outside a use case)";

    public override DbDataReader ReaderExecuted(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result
    )
    {
        Note(command, eventData);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override int NonQueryExecuted(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result
    )
    {
        Note(command, eventData);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override object? ScalarExecuted(
        DbCommand command,
        CommandExecutedEventData eventData,
        object? result
    )
    {
        Note(command, eventData);
        return result;
    }

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        object? result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) =>
        NoteFailed(command, eventData);

    public override Task CommandFailedAsync(
        DbCommand command,
        CommandErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        NoteFailed(command, eventData);
        return Task.CompletedTask;
    }

    private void Note(DbCommand command, CommandEndEventData end)
    {
        var useCase = UseCaseOf(end);
        PilotTelemetry.NoteStatement(useCase, end.Duration);
        MakeSpan(command, end, useCase, error: null);
        if (end.Duration > slow && log is not null)
        {
            LogSlow(log, useCase, (long)end.Duration.TotalMilliseconds, command.CommandText);
        }
    }

    private void NoteFailed(DbCommand command, CommandErrorEventData end)
    {
        var useCase = UseCaseOf(end);
        var error = end.Exception is DbException { SqlState: { } state }
            ? $"{end.Exception.GetType().Name} {state}"
            : end.Exception.GetType().Name;
        MakeSpan(command, end, useCase, error);
        if (log is not null)
        {
            // Whoever catches the exception decides whether it is an error: a taken key is a plain refusal.
            LogFailed(log, useCase, error, (long)end.Duration.TotalMilliseconds);
        }
    }

    private void MakeSpan(DbCommand command, CommandEndEventData end, string useCase, string? error)
    {
        if (!makesSpans || !PilotTelemetry.Source.HasListeners())
        {
            return;
        }

        using var span = PilotTelemetry.Source.StartActivity(
            "sql",
            ActivityKind.Client,
            parentContext: default,
            [
                new("db.system.name", end.Context?.Database.ProviderName),
                new("db.query.text", command.CommandText),
                new("portal.use_case", useCase),
            ],
            startTime: end.StartTime
        );
        if (error is not null)
        {
            span?.SetStatus(ActivityStatusCode.Error, error);
        }

        span?.SetEndTime((end.StartTime + end.Duration).UtcDateTime);
    }

    private static string UseCaseOf(CommandEndEventData end) =>
        (end.Context as PilotDbContext)?.UseCase ?? Elsewhere;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{UseCase}: a statement took {Milliseconds} ms: {Sql}"
    )]
    private static partial void LogSlow(ILogger log, string useCase, long milliseconds, string sql);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{UseCase}: a statement failed with {Error} after {Milliseconds} ms"
    )]
    private static partial void LogFailed(
        ILogger log,
        string useCase,
        string error,
        long milliseconds
    );
}
