using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Tests.Serialization;
using Microsoft.Extensions.Caching.Hybrid;

namespace Figma.Payments.Tests.Caching;

/// <summary>A value that one process caches and another reads.</summary>
internal abstract record CacheEntry(string Key)
{
    /// <summary>Gets a value of every kind that a client returns, and of every type that can be stored.</summary>
    public static IReadOnlyList<CacheEntry> All { get; } =
    [
        .. Bodies.Select(static body => new CacheEntry<PaymentInformation>("information/" + body.Name, () => Endpoint(body.Text).GetInformationAsync(Samples.TokenRequest, CancellationToken.None), JsonTests.Describe)),
        .. Bodies.Select(static body => new CacheEntry<PaymentsResult>("result/" + body.Name, () => Endpoint(body.Text).GetResultAsync(Samples.TokenRequest, CancellationToken.None), Describe)),
        .. Errors.Select(static error => new CacheEntry<PaymentsResult>("error/" + error.Name, () => error.Handler.ToEndpoint().GetResultAsync(Samples.TokenRequest, CancellationToken.None), Describe)),
        new CacheEntry<PaymentsError>("InvalidRequest", static () => Task.FromResult(new PaymentsError(PaymentsErrorKind.InvalidRequest, "No resource.")), JsonTests.Describe),
        .. Bodies.Select(static body => new CacheEntry<PaymentStatus>("status/" + body.Name, () => Endpoint(body.Text).GetStatusAsync(Samples.TokenRequest, CancellationToken.None), static status => status.ToString())),
        new CacheEntry<UserId>("user", static () => Task.FromResult(new UserId(Samples.User)), static id => id.ToString()),
        new CacheEntry<PluginId?>("plugin", static () => Task.FromResult<PluginId?>(new PluginId(Samples.Plugin)), static id => id?.ToString() ?? "null"),
        new CacheEntry<WidgetId>("widget", static () => Task.FromResult(new WidgetId("7")), static id => id.ToString()),
        new CacheEntry<CommunityFileId[]>("files", static () => Task.FromResult<CommunityFileId[]>([new("1"), new("2")]), static ids => string.Join(',', ids)),
        new CacheEntry<ResourceId>("resource", static () => Task.FromResult<ResourceId>(new CommunityFileId("3")), static id => id.ToString()),
        new CacheEntry<Dictionary<ResourceId, PaymentInformation>>(
            "dictionary",
            static async () => new() { [new PluginId(Samples.Plugin)] = await Endpoint(Samples.Paid).GetInformationAsync(Samples.IdRequest, CancellationToken.None) },
            static pairs => string.Join(';', pairs.Select(static pair => pair.Key + "=" + JsonTests.Describe(pair.Value)))),
    ];

    private static IEnumerable<(string Name, string Text)> Bodies =>
    [
        ("paid", Samples.Paid),
        ("unpaid", Samples.With("PAID", "UNPAID")),
        ("trial", Samples.With("PAID", "TRIAL")),
        ("unknown", Samples.With("PAID", "GIFTED é")),
        ("widget", Samples.With("PLUGIN", "WIDGET")),
        ("file", Samples.With("PLUGIN", "COMMUNITY_FILE")),
        ("never", Samples.With("\"2024-03-01T12:34:56.789Z\"", "null")),
    ];

    // Some responses repeat a secret. The library withholds it.
    private static IEnumerable<(string Name, CannedHandler Handler)> Errors =>
    [
        .. ((HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.InternalServerError])
            .Select(static status => (status.ToString(), new CannedHandler(() => Samples.Json($$"""{"status":{{(int)status}},"err":"Invalid token {{Samples.PaymentToken}}"}""", status)))),
        ("RateLimited", new CannedHandler(RateLimited)),
        ("InvalidResponse", new CannedHandler("<html>")),
        ("repeated", new CannedHandler(Samples.With("PAID", Samples.AccessToken))),
        ("Unavailable", new CannedHandler(static (_, _) => throw new HttpRequestException(Samples.AccessToken))),
    ];

    /// <summary>Returns the value from the cache, described in one line. If it isn't cached, it is created, unless the process only reads.</summary>
    public abstract Task<string> GetAsync(HybridCache cache, string prefix, bool isReader);

    private static Figma.Payments.CompilerServices.PaymentsEndpoint Endpoint(string body) => new CannedHandler(body).ToEndpoint();

    private static string Describe(PaymentsResult result) => result.IsSuccess ? JsonTests.Describe(result.Information) : JsonTests.Describe(result.Error);

    private static HttpResponseMessage RateLimited()
    {
        HttpResponseMessage response = Samples.Json("""{"status":429,"err":"Rate limit exceeded"}""", HttpStatusCode.TooManyRequests);
        response.Headers.Add("Retry-After", 345_600.ToString(CultureInfo.InvariantCulture));
        response.Headers.Add("X-Figma-Plan-Tier", "pro");
        response.Headers.Add("X-Figma-Rate-Limit-Type", "low");
        response.Headers.Add("X-Figma-Upgrade-Link", "https://www.figma.com/files?a=b");
        return response;
    }
}

/// <inheritdoc/>
internal sealed record CacheEntry<T>(string Key, Func<Task<T>> Create, Func<T, string> Describe) : CacheEntry(Key)
{
    public override async Task<string> GetAsync(HybridCache cache, string prefix, bool isReader)
    {
        T value = await cache.GetOrCreateAsync(
            prefix + Key,
            async _ => isReader ? throw new InvalidOperationException($"'{Key}' is not cached.") : await Create());

        return $"{Key}: {Describe(value)}";
    }
}
