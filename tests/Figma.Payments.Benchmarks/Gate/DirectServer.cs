using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Figma.Payments.Benchmarks.Gate;

/// <summary>A server without sockets, which passes requests to the pipeline in the caller's thread.</summary>
internal sealed class DirectServer : IServer
{
    private static readonly IHttpConnectionFeature Connection = new HttpConnectionFeature { RemoteIpAddress = IPAddress.Loopback };

    private static readonly IHttpRequestLifetimeFeature Lifetime = new HttpRequestLifetimeFeature();

    private Func<IFeatureCollection, Task>? _process;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _process = async features =>
        {
            TContext context = application.CreateContext(features);
            await application.ProcessRequestAsync(context);
            await ((Response)features.Get<IHttpResponseFeature>()!).StartAsync();
            application.DisposeContext(context, exception: null);
        };

        return Task.CompletedTask;
    }

    /// <summary>Sends a request, and returns its status.</summary>
    public async Task<int> SendAsync(string authorization)
    {
        Response response = new();

        // Kestrel's collection has these features, and fields instead of a dictionary.
        FeatureCollection features = new(initialCapacity: 32);
        features.Set(Connection);
        features.Set(Lifetime);
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = "GET", Scheme = "http", Path = "/paid", Protocol = "HTTP/1.1", Headers = new HeaderDictionary { ["Authorization"] = authorization } });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        await _process!(features);
        return response.StatusCode;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    /// <summary>A response whose callbacks are executed, as those of Kestrel are.</summary>
    private sealed class Response : HttpResponseFeature
    {
        private Stack<(Func<object, Task> Callback, object State)>? _starting;

        // Kestrel has fields for the usual headers, so a dictionary that grows would not be a cost of the gate.
        public Response() => Headers = new HeaderDictionary(8);

        public override void OnStarting(Func<object, Task> callback, object state) => (_starting ??= new(2)).Push((callback, state));

        public async Task StartAsync()
        {
            while (_starting?.TryPop(out (Func<object, Task> Callback, object State) next) == true)
                await next.Callback(next.State);
        }
    }
}
