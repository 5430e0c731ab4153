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
    /// Buffers and deadlines are shared between questions: an answer must be its own question's, and only who gives up,
    /// or is out of time, may be cut off. The seed makes it the same mixture each time.
    /// </remarks>
    [Fact]
    public async Task Of_many_questions_at_once_each_gets_its_own_answer_and_only_who_gives_up_is_cut_off()
    {
        PaymentsEndpoint patient = new CannedHandler(AnswerAsync).ToEndpoint();
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
                        Task<PaymentsResult> asking = new CannedHandler(NeverAsync).ToEndpoint().GetResultAsync(request, source.Token);
                        await source.CancelAsync();
                        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
                        break;

                    default:
                        PaymentsResult result = await patient.GetResultAsync(request, round % 2 == 0 ? source.Token : CancellationToken.None);
                        Assert.Null(result.Error?.ToString());
                        Assert.Equal(user, result.Information!.UserId.Value);
                        break;
                }
            }
        }

        static async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
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
