using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>Keeps every line that is logged.</summary>
internal sealed class LogKeeper : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Keeper(this, categoryName);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Keeper(LogKeeper keeper, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            keeper._lines.Enqueue(
                new LogLine(category, logLevel, formatter(state, exception), exception)
            );
    }
}

internal sealed record LogLine(
    string Category,
    LogLevel Level,
    string Message,
    Exception? Exception
);
