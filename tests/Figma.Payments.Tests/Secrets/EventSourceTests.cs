using System;
using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Figma.Payments.Tests.Telemetry;
using Xunit;

namespace Figma.Payments.Tests;

/// <summary>Listens to the framework's own event sources.</summary>
/// <remarks>It is in the collection of the telemetry tests, because its listeners observe the whole process.</remarks>
[Collection(nameof(TelemetryTests))]
public sealed class EventSourceTests
{
    private const string Public = "System.Net.Http";
    private const string Internal = "Private.InternalDiagnostics.System.Net.Http";

    [Fact]
    public async Task Public_event_source_of_the_framework_shows_no_secrets()
    {
        string written = await ListenAsync(Public);

        Assert.Contains("RequestStart", written, StringComparison.Ordinal);
        Assert.Contains("/v1/payments", written, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", written, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Private_event_source_of_the_framework_shows_secrets() =>
        Assert.Contains("MARK", await ListenAsync(Internal), StringComparison.OrdinalIgnoreCase);

    private static async Task<string> ListenAsync(string source)
    {
        byte[] response = Encoding.ASCII.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await using WireServer server = new(response);
        using Listener listener = new(source);

        await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.TokenRequest, CancellationToken.None);

        return listener.Written;
    }

    private sealed class Listener : EventListener
    {
        private readonly ConcurrentQueue<string> _events = new();
        private readonly string _source;

        public Listener(string source)
        {
            _source = source;

            // The base class calls OnEventSourceCreated for existing sources before _source is assigned.
            foreach (EventSource known in EventSource.GetSources())
                OnEventSourceCreated(known);
        }

        public string Written => string.Join('\n', _events);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == _source)
                EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _events.Enqueue(eventData.EventName + ": " + string.Join(' ', eventData.Payload?.Select(static part => part?.ToString()) ?? []));
    }
}
