using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Generators.Tests.Behaviour;

/// <summary>Responds to every request that the user has paid for the requested resource, and records the queries.</summary>
internal sealed class CannedFigma : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> _queries = new();

    /// <summary>Gets the resource of the response to a token request: user 7 has paid for plugin 9.</summary>
    public (string Type, string Id) ResourceOfToken { get; init; } = ("PLUGIN", "9");

    /// <summary>Gets the resource of all responses, or null to respond with the requested resource.</summary>
    public (string Type, string Id)? ForeignResource { get; init; }

    /// <summary>Gets the queries of the requests, in order, without the leading question mark.</summary>
    public IReadOnlyCollection<string> Queries => _queries;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string query = request.RequestUri!.Query.TrimStart('?');
        _queries.Enqueue(query);

        Dictionary<string, string> requested = query.Split('&').Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => pair[1]);
        string user = requested.GetValueOrDefault("user_id", "7");
        (string type, string id) = ForeignResource ?? ResourceOf(requested);

        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(
                $$$"""{"status":200,"error":false,"meta":{"user_id":"{{{user}}}","resource_id":"{{{id}}}","resource_type":"{{{type}}}","payment_status":{"type":"PAID"},"date_of_purchase":"2024-03-01T12:34:56.789Z"}}""",
                Encoding.UTF8,
                "application/json"),
        });
    }

    private (string Type, string Id) ResourceOf(Dictionary<string, string> requested) =>
        requested.TryGetValue("plugin_id", out string? plugin) ? ("PLUGIN", plugin)
        : requested.TryGetValue("widget_id", out string? widget) ? ("WIDGET", widget)
        : requested.TryGetValue("community_file_id", out string? file) ? ("COMMUNITY_FILE", file)
        : ResourceOfToken;
}
