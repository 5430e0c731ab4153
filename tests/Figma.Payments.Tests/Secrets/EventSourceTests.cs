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

/// <summary>What the framework's own event sources show to who listens inside the process.</summary>
/// <remarks>Beside the telemetry's tests, for it listens too: to everything.</remarks>
[Collection(nameof(TelemetryTests))]
public sealed class EventSourceTests
{
    private const string Public = "System.Net.Http";
    private const string Internal = "Private.InternalDiagnostics.System.Net.Http";

    [Fact]
    public async Task The_frameworks_public_source_shows_no_secret()
    {
        string written = await ListenAsync(Public);

        Assert.Contains("RequestStart", written, StringComparison.Ordinal);
        Assert.Contains("/v1/payments", written, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", written, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_frameworks_private_source_shows_the_request_with_its_secrets_and_nobody_may_listen_to_it() =>
        Assert.Contains("MARK", await ListenAsync(Internal), StringComparison.OrdinalIgnoreCase);

    private static async Task<string> ListenAsync(string source)
    {
        byte[] answer = Encoding.ASCII.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await using WireServer server = new(answer);
        using Listener listener = new(source);

        await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.ByToken, CancellationToken.None);

        return listener.Written;
    }

    private sealed class Listener : EventListener
    {
        private readonly ConcurrentQueue<string> _events = new();
        private readonly string _source;

        public Listener(string source)
        {
            _source = source;

            // The base class told of the sources before there was a name to compare.
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
