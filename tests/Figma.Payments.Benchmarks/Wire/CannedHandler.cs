using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary>Responds immediately and without a network, with the headers of a real response. Only the costs of the client remain.</summary>
internal sealed class CannedHandler(HttpStatusCode status, string body) : HttpMessageHandler
{
    private readonly byte[] _body = Encoding.UTF8.GetBytes(body);

    public static CannedHandler Success() => new(HttpStatusCode.OK, Samples.Paid);

    public static CannedHandler Error() => new(HttpStatusCode.Forbidden, Samples.Refused);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ByteArrayContent content = new(_body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");

        return Task.FromResult(new HttpResponseMessage(status) { Content = content, RequestMessage = request });
    }
}
