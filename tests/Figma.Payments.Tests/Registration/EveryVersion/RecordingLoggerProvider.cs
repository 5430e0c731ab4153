using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging;

namespace Figma.Payments.Tests.Registration;

/// <summary>Records everything that is logged at any level: messages, their arguments, scopes and exceptions.</summary>
internal sealed class RecordingLoggerProvider : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _written = new();

    public IReadOnlyCollection<string> Written => _written;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable BeginScope<TState>(TState state)
        where TState : notnull
    {
        Keep(state);
        return new Scope();
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _written.Enqueue(formatter(state, exception));
        Keep(state);
        Keep(exception);
    }

    public void Dispose()
    {
    }

    private void Keep(object? state)
    {
        _written.Enqueue(state?.ToString() ?? "");

        if (state is IEnumerable parts and not string)
            _written.Enqueue(string.Join(", ", parts.Cast<object?>()));
    }

    private sealed class Scope : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
