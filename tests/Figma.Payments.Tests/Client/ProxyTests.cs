using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Figma.Payments.Tests.Telemetry;
using Xunit;

namespace Figma.Payments.Tests;

/// <remarks>It doesn't run in parallel with other tests, because it changes the default proxy of the process.</remarks>
[Collection(nameof(TelemetryTests))]
public sealed class ProxyTests
{
    [Fact]
    public async Task Plain_HTTP_to_loopback_bypasses_the_proxy()
    {
        await using WireServer proxy = new(WireServer.Response(Samples.Paid));
        await using WireServer server = new(WireServer.Response(Samples.Paid));
        IWebProxy before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);

        try
        {
            using HttpClient defaultClient = new();
            using HttpClient safeClient = new(PaymentsHttpHandler.Create());

            Assert.True((await new PaymentsEndpoint(safeClient, Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None)).IsPaid);
            Assert.True((await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None)).IsPaid);
            Assert.Empty(proxy.Heads);

            await new PaymentsEndpoint(defaultClient, Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);
            Assert.Contains(Samples.AccessToken, Assert.Single(proxy.Heads), StringComparison.Ordinal);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }
}
