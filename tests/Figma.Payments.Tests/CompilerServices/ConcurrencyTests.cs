using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests.CompilerServices;

public sealed class ConcurrencyTests
{
    /// <remarks>
    /// Requests share pooled buffers and deadlines. Each must get its own response, and only requests that are canceled or time out may end early.
    /// The seeds make the test repeatable.
    /// </remarks>
    [Fact]
    public async Task Concurrent_requests_get_their_own_responses_and_only_canceled_ones_are_canceled()
    {
        PaymentsEndpoint patient = new CannedHandler(RespondAsync).ToEndpoint();
        PaymentsClientOptions brief = Samples.Options();
        brief.Timeout = TimeSpan.FromMilliseconds(5);
        PaymentsEndpoint impatient = new CannedHandler(NeverAsync).ToEndpoint(brief);

        await Task.WhenAll(Enumerable.Range(1, 16).Select(caller => Task.Run(() => CallAsync(caller))));

        async Task CallAsync(int caller)
        {
            Random random = new(caller);

            for (int round = 1; round <= 100; round++)
            {
                string user = (caller * 1_000 + round).ToString(null, null);
                PaymentsRequest request = new(userId: user, pluginId: Samples.Plugin);
                using CancellationTokenSource source = new();

                switch (random.Next(8))
                {
                    case 0:
                        Assert.Equal(PaymentsErrorKind.Unavailable, (await impatient.GetResultAsync(request, source.Token)).Error?.Kind);
                        break;

                    case 1:
                        Task<PaymentsResult> pending = new CannedHandler(NeverAsync).ToEndpoint().GetResultAsync(request, source.Token);
                        await source.CancelAsync();
                        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
                        break;

                    default:
                        PaymentsResult result = await patient.GetResultAsync(request, round % 2 == 0 ? source.Token : CancellationToken.None);
                        Assert.Null(result.Error?.ToString());
                        Assert.Equal(user, result.Information!.UserId.Value);
                        break;
                }
            }
        }

        static async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            string user = request.RequestUri!.Query.Split('=', '&')[1];
            return Samples.Json(Samples.With("893760322388183958", user));
        }

        static async Task<HttpResponseMessage> NeverAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
