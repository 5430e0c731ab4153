using System;
using System.ComponentModel;
using System.Net;
using System.Net.Http;
#if !NETSTANDARD2_0
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
#endif
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Compatibility;
using Figma.Payments.Http;
using Figma.Payments.Telemetry;

namespace Figma.Payments.CompilerServices;

/// <summary>
/// This API supports generated code and is not intended to be used directly from your code.
/// </summary>
/// <remarks>
/// <para>Sends requests to <c>GET /v1/payments</c>, and reads and verifies the responses.</para>
/// <para>Each call sends one request at most. Redirects are not followed, and failed requests are not retried; errors contain what a retry policy needs.</para>
/// <para>Instances are thread-safe and don't need to be disposed.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PaymentsEndpoint
{
    private readonly HttpClient? _client;
    private readonly HttpMessageInvoker? _invoker;
    private readonly PersonalAccessToken _accessToken;
    private readonly Func<CancellationToken, ValueTask<PersonalAccessToken>>? _accessTokenProvider;
    private readonly TimeSpan _timeout;
    private readonly int _maxResponseBytes;
    private readonly ResourceId? _pinnedResource;
    private readonly RequestUriWriter _uriWriter;
    private readonly PaymentsTelemetry _telemetry;

    /// <summary>Initializes a new instance of the <see cref="PaymentsEndpoint"/> class that sends requests with an <see cref="HttpClient"/>.</summary>
    /// <param name="httpClient">
    /// The HTTP client. The endpoint doesn't dispose it and doesn't use its <see cref="HttpClient.BaseAddress"/>. Its handler must not follow redirects,
    /// because the framework would send the access token to the other host, and must not keep cookies; use <see cref="PaymentsHttpHandler.Create"/>.
    /// Redirected responses are rejected, even if the last address is the original one: a handler that sends a copy of the request must pass on the same
    /// <see cref="Uri"/> instance. The client must not have a default <c>Authorization</c> header, because it would be sent too.
    /// </param>
    /// <param name="options">The options, which are validated and copied.</param>
    /// <param name="pinnedResource">The resource that the client is pinned to, or null if each request specifies a resource.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="options"/> is not valid (the message gives the reason), or <paramref name="pinnedResource"/> is <c>default</c>.</exception>
    public PaymentsEndpoint(HttpClient httpClient, PaymentsClientOptions options, ResourceId? pinnedResource = null)
        : this(options, pinnedResource, invoker: null) =>
        _client = httpClient ?? throw new ArgumentNullException(nameof(httpClient));

    // Only Create references the shared handler: native code that doesn't call Create is about a megabyte smaller without the decompressors.
    private PaymentsEndpoint(PaymentsClientOptions options, ResourceId? pinnedResource, HttpMessageInvoker? invoker)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));

        if (!options.TryValidate(out string? error))
            throw new ArgumentException(error, nameof(options));

        if (pinnedResource is { ValueOrNull: null })
            throw new ArgumentException("The resource ID is not initialized.", nameof(pinnedResource));

        _invoker = invoker;
        _accessToken = options.AccessToken.GetValueOrDefault();
        _accessTokenProvider = options.GetAccessTokenProvider();
        _timeout = options.Timeout;
        _maxResponseBytes = options.MaxResponseBytes;
        _pinnedResource = pinnedResource;
        _uriWriter = new RequestUriWriter(options.BaseAddress);
        _telemetry = new PaymentsTelemetry(options.BaseAddress);
    }

    /// <summary>Creates an endpoint that sends requests with a handler that all endpoints of the process share.</summary>
    /// <param name="options">The options, which are validated and copied.</param>
    /// <param name="pinnedResource">The resource that the client is pinned to, or null if each request specifies a resource.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="options"/> is not valid (the message gives the reason), or <paramref name="pinnedResource"/> is <c>default</c>.</exception>
    /// <remarks>It isn't supported in browsers, because the personal access token would be public there.</remarks>
    /// <exception cref="PlatformNotSupportedException">The process runs in a browser.</exception>
#if !NETSTANDARD2_0
    [UnsupportedOSPlatform("browser", PaymentsHttpHandler.BrowserMessage)]
#endif
    public static PaymentsEndpoint Create(PaymentsClientOptions options, ResourceId? pinnedResource = null)
    {
        PaymentsHttpHandler.ThrowIfBrowser();
        return new PaymentsEndpoint(options, pinnedResource, PaymentsHttpHandler.Shared);
    }

    /// <summary>Sends a request and returns the payment information. Errors are thrown.</summary>
    /// <param name="request">The arguments of the request.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that returns the payment information.</returns>
    /// <exception cref="FigmaPaymentsException">The request is not valid, or it failed.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled through <paramref name="cancellationToken"/>.</exception>
    public Task<PaymentInformation> GetInformationAsync(in PaymentsRequest request, CancellationToken cancellationToken)
    {
        if (!ValidatedRequest.TryCreate(request, _pinnedResource, out ValidatedRequest validated, out string? error))
            return PaymentsOutcome.ToInformationTask(TransportErrors.InvalidRequest(error));

        ValueTask<IPaymentsOutcome> pending = GetOutcomeAsync(validated, isStatusOnly: false, cancellationToken);

        return pending.IsCompletedSuccessfully ? PaymentsOutcome.ToInformationTask(pending.Result) : WaitAsync(pending);

        static async Task<PaymentInformation> WaitAsync(ValueTask<IPaymentsOutcome> pending) => PaymentsOutcome.ToInformation(await pending.ConfigureAwait(false));
    }

    /// <summary>Sends a request and returns the payment information or the error.</summary>
    /// <param name="request">The arguments of the request.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that returns the payment information or the error.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled through <paramref name="cancellationToken"/>.</exception>
    /// <remarks>The exceptions of <see cref="PaymentsClientOptions.AccessTokenProvider"/> are passed to the caller unchanged.</remarks>
    public Task<PaymentsResult> GetResultAsync(in PaymentsRequest request, CancellationToken cancellationToken)
    {
        if (!ValidatedRequest.TryCreate(request, _pinnedResource, out ValidatedRequest validated, out string? error))
            return Task.FromResult(new PaymentsResult(TransportErrors.InvalidRequest(error)));

        ValueTask<IPaymentsOutcome> pending = GetOutcomeAsync(validated, isStatusOnly: false, cancellationToken);

        return pending.IsCompletedSuccessfully ? Task.FromResult(PaymentsOutcome.ToResult(pending.Result)) : WaitAsync(pending);

        static async Task<PaymentsResult> WaitAsync(ValueTask<IPaymentsOutcome> pending) => PaymentsOutcome.ToResult(await pending.ConfigureAwait(false));
    }

    /// <summary>Sends a request and returns the payment status. Errors are thrown.</summary>
    /// <param name="request">The arguments of the request.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that returns the payment status.</returns>
    /// <exception cref="FigmaPaymentsException">The request is not valid, or it failed.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled through <paramref name="cancellationToken"/>.</exception>
    public Task<PaymentStatus> GetStatusAsync(in PaymentsRequest request, CancellationToken cancellationToken)
    {
        if (!ValidatedRequest.TryCreate(request, _pinnedResource, out ValidatedRequest validated, out string? error))
            return PaymentsOutcome.ToStatusTask(TransportErrors.InvalidRequest(error));

        ValueTask<IPaymentsOutcome> pending = GetOutcomeAsync(validated, isStatusOnly: true, cancellationToken);

        return pending.IsCompletedSuccessfully ? PaymentsOutcome.ToStatusTask(pending.Result) : WaitAsync(pending);

        static async Task<PaymentStatus> WaitAsync(ValueTask<IPaymentsOutcome> pending) => PaymentsOutcome.ToStatus(await pending.ConfigureAwait(false));
    }

    // Errors are values here. Only the public methods that throw create an exception.
#if !NETSTANDARD2_0
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<IPaymentsOutcome> GetOutcomeAsync(ValidatedRequest validated, bool isStatusOnly, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        Deadline deadline = Deadline.Start(_timeout, cancellationToken);
        PersonalAccessToken accessToken = _accessToken;
        SecretScanner scanner = default;
        PaymentsTelemetry.Operation operation = default;
        HttpResponseMessage? response = null;
        ResponseBodyBuffer? body = null;
        PaymentsError? error = null;
        bool isComplete = false;

        try
        {
            if (_accessTokenProvider is not null)
                accessToken = PersonalAccessToken.FromValidated(await GetAccessTokenAsync(_accessTokenProvider, deadline, cancellationToken).ConfigureAwait(false));

            if (accessToken.Secret is null)
                error = deadline.IsOver ? TransportErrors.ProviderTimedOut() : TransportErrors.NoAccessToken();
            else
            {
                scanner = new SecretScanner(validated.Token, accessToken.Secret);
                HttpRequestMessage request = CreateRequest(validated, accessToken);
                Uri address = request.RequestUri!;
                operation = _telemetry.Start();

                try
                {
                    response = await SendAsync(request, deadline.Token).ConfigureAwait(false);
                    error = ResponseReader.FindHeadError(response, request, address, _maxResponseBytes, scanner);

                    // An error status is an error whatever the body contains. If its body can't be read, only Figma's message is missing.
                    if (error is null && (response.StatusCode == HttpStatusCode.OK || ContentHeaderValidator.FindError(response.Content, _maxResponseBytes) is null))
                    {
                        body = new ResponseBodyBuffer(_maxResponseBytes);
                        await Platform.CopyAsync(response.Content, body, deadline.Token).ConfigureAwait(false);
                    }

                    isComplete = true;
                }
                catch (Exception exception)
                {
                    if (cancellationToken.IsCancellationRequested)
                    {
                        operation.Canceled();
                        cancellationToken.ThrowIfCancellationRequested();
                    }

                    // The buffer throws if the body is too large. ReadBody reports that error.
                    if (body is not { IsTooLarge: true })
                        error = ResponseReader.FromException(exception, request, response, address, deadline.IsOver, scanner, validated.Token is not null);
                }
            }

            if (error is null)
            {
                error = ResponseReader.ReadBody(response!, body, _maxResponseBytes, validated, scanner, out ParsedResponse parsed);

                if (error is null)
                {
                    operation.Succeeded(parsed.Status);
                    return isStatusOnly ? PaymentsOutcome.FromStatus(parsed.Status) : parsed.ToInformation();
                }
            }
        }
        finally
        {
            // An unfinished copy might still write to the buffer, so the buffer is not returned to the pool.
            if (isComplete)
                body?.Return();

            response?.Dispose();
            deadline.Release(isReusable: isComplete && _accessTokenProvider is null);
        }

        operation.Failed(error);
        return error;
    }

    // Returns the token's text, not the struct: native code would contain another instantiation of the framework's task types for the struct.
    private static async ValueTask<string?> GetAccessTokenAsync(
        Func<CancellationToken, ValueTask<PersonalAccessToken>> provider,
        Deadline deadline,
        CancellationToken cancellationToken)
    {
        try
        {
            ValueTask<PersonalAccessToken> pending = provider(deadline.Token);

            if (pending.IsCompleted)
                return pending.GetAwaiter().GetResult().Secret;

            Task<string?> waiting = WaitAsync(pending);
            await Platform.WaitAsync(waiting, deadline.Token).ConfigureAwait(false);
            return waiting.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (deadline.IsOver)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }

        static async Task<string?> WaitAsync(ValueTask<PersonalAccessToken> pending) => (await pending.ConfigureAwait(false)).Secret;
    }

    private HttpRequestMessage CreateRequest(in ValidatedRequest validated, PersonalAccessToken accessToken)
    {
        HttpRequestMessage request = new(HttpMethod.Get, Platform.CreateUri(_uriWriter.Write(validated), isOwnHandler: _client is null));

        // Headers of the request take precedence over the default headers of the client.
        request.Headers.TryAddWithoutValidation(WireNames.AccessTokenHeader, accessToken.Secret);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", Product.UserAgent);

        return request;
    }

    // An HttpClient would buffer the body; ResponseHeadersRead leaves reading it, with a size limit, to this class.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _client is null ? _invoker!.SendAsync(request, cancellationToken) : _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
