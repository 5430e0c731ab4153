using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Figma.Payments.Tests.Telemetry;
using Xunit;

namespace Figma.Payments.Tests;

/// <remarks>Apart from all others, for the proxy is the process's.</remarks>
[Collection(nameof(TelemetryTests))]
public sealed class ProxyTests
{
    [Fact]
    public async Task Plain_http_to_loopback_goes_past_the_proxy_that_would_carry_the_token_off()
    {
        await using WireServer proxy = new(WireServer.Answer(Samples.Paid));
        await using WireServer server = new(WireServer.Answer(Samples.Paid));
        IWebProxy before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);

        try
        {
            using HttpClient usual = new();
            using HttpClient safe = new(PaymentsHttpHandler.Create());

            Assert.True((await new PaymentsEndpoint(safe, Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None)).IsPaid);
            Assert.True((await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None)).IsPaid);
            Assert.Empty(proxy.Heads);

            await new PaymentsEndpoint(usual, Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None);
            Assert.Contains(Samples.AccessToken, Assert.Single(proxy.Heads), StringComparison.Ordinal);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }
}
