using System;
using System.ComponentModel;
using System.IO;
using System.Net;
using System.Net.Http;
#if !NETSTANDARD2_0
using System.Runtime.CompilerServices;
#endif
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Compatibility;
using Figma.Payments.Http;
using Figma.Payments.Telemetry;

namespace Figma.Payments.CompilerServices;

/// <summary>
/// The wire: asks <c>GET /v1/payments</c> and reads the answer. Generated clients call it; not for use in your own code.
/// </summary>
/// <remarks>
/// <para>It asks once: it follows no redirect and does not retry. It says what a retry policy must know.</para>
/// <para>Safe for concurrent use. It owns nothing that needs disposing.</para>
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

    /// <summary>Asks over a client of yours.</summary>
    /// <param name="httpClient">
    /// The client, which stays yours to dispose. Its handler must not follow redirects, for the framework sends the token along
    /// to the other host, and must keep no cookies: <see cref="PaymentsHttpHandler.Create"/> makes one. An answer that was redirected is refused.
    /// Its <see cref="HttpClient.BaseAddress"/> is not used. It must have no default <c>Authorization</c> header: it would be sent too.
    /// </param>
    /// <param name="options">Your credential and the bounds of a question; copied.</param>
    /// <param name="pinnedResource">The one resource that is asked about; null where each question names its own.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are refused, the message says why; or <paramref name="pinnedResource"/> is <c>default</c>.</exception>
    public PaymentsEndpoint(HttpClient httpClient, PaymentsClientOptions options, ResourceId? pinnedResource = null)
        : this(options, pinnedResource, invoker: null) =>
        _client = httpClient ?? throw new ArgumentNullException(nameof(httpClient));

    // The handler is named by who wants it alone: native code for who does not is a megabyte of decompressors smaller.
    private PaymentsEndpoint(PaymentsClientOptions options, ResourceId? pinnedResource, HttpMessageInvoker? invoker)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));

        if (!options.TryValidate(out string? error))
            throw new ArgumentException(error, nameof(options));

        if (pinnedResource is { ValueOrNull: null })
            throw new ArgumentException("default(ResourceId) is no resource.", nameof(pinnedResource));

        _invoker = invoker;
        _accessToken = options.AccessToken.GetValueOrDefault();
        _accessTokenProvider = options.AccessTokenProvider;
        _timeout = options.Timeout;
        _maxResponseBytes = options.MaxResponseBytes;
        _pinnedResource = pinnedResource;
        _uriWriter = new RequestUriWriter(options.BaseAddress);
        _telemetry = new PaymentsTelemetry(options.BaseAddress);
    }

    /// <summary>
    /// Asks over the process's own handler, which is safe by default and shared: making endpoints often leaks nothing.
    /// </summary>
    /// <param name="options">Your credential and the bounds of a question; copied.</param>
    /// <param name="pinnedResource">The one resource that is asked about; null where each question names its own.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are refused, the message says why; or <paramref name="pinnedResource"/> is <c>default</c>.</exception>
    public static PaymentsEndpoint Create(PaymentsClientOptions options, ResourceId? pinnedResource = null) =>
        new(options, pinnedResource, PaymentsHttpHandler.Shared);

    /// <summary>Asks; an error is thrown.</summary>
    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FigmaPaymentsException">Figma did not answer the question, or it cannot be asked.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<PaymentInformation> GetInformationAsync(in PaymentsRequest request, CancellationToken cancellationToken)
    {
        if (!ValidatedRequest.TryCreate(request, _pinnedResource, out ValidatedRequest validated, out string? error))
            return PaymentsOutcome.ToInformationTask(TransportErrors.InvalidRequest(error));

        ValueTask<IPaymentsOutcome> pending = GetOutcomeAsync(validated, isStatusOnly: false, cancellationToken);

        return pending.IsCompletedSuccessfully ? PaymentsOutcome.ToInformationTask(pending.Result) : WaitAsync(pending);

        static async Task<PaymentInformation> WaitAsync(ValueTask<IPaymentsOutcome> pending) => PaymentsOutcome.ToInformation(await pending.ConfigureAwait(false));
    }

    /// <summary>Asks; an error is returned.</summary>
    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>Beside a cancellation, it throws only what your own <see cref="PaymentsClientOptions.AccessTokenProvider"/> throws.</remarks>
    public Task<PaymentsResult> GetResultAsync(in PaymentsRequest request, CancellationToken cancellationToken)
    {
        if (!ValidatedRequest.TryCreate(request, _pinnedResource, out ValidatedRequest validated, out string? error))
            return Task.FromResult(new PaymentsResult(TransportErrors.InvalidRequest(error)));

        ValueTask<IPaymentsOutcome> pending = GetOutcomeAsync(validated, isStatusOnly: false, cancellationToken);

        return pending.IsCompletedSuccessfully ? Task.FromResult(PaymentsOutcome.ToResult(pending.Result)) : WaitAsync(pending);

        static async Task<PaymentsResult> WaitAsync(ValueTask<IPaymentsOutcome> pending) => PaymentsOutcome.ToResult(await pending.ConfigureAwait(false));
    }

    /// <summary>Asks for the status alone; an error is thrown.</summary>
    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FigmaPaymentsException">Figma did not answer the question, or it cannot be asked.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<PaymentStatus> GetStatusAsync(in PaymentsRequest request, CancellationToken cancellationToken)
    {
        if (!ValidatedRequest.TryCreate(request, _pinnedResource, out ValidatedRequest validated, out string? error))
            return PaymentsOutcome.ToStatusTask(TransportErrors.InvalidRequest(error));

        ValueTask<IPaymentsOutcome> pending = GetOutcomeAsync(validated, isStatusOnly: true, cancellationToken);

        return pending.IsCompletedSuccessfully ? PaymentsOutcome.ToStatusTask(pending.Result) : WaitAsync(pending);

        static async Task<PaymentStatus> WaitAsync(ValueTask<IPaymentsOutcome> pending) => PaymentsOutcome.ToStatus(await pending.ConfigureAwait(false));
    }

    // An error is a value here: no exception crosses this frame, and one is made only for who wants it thrown.
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
                    error = ResponseReader.FindHeadError(response, address, _maxResponseBytes, scanner);

                    // An error is one whatever its body says: one that is not to be read costs its message only.
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

                    // The body's own refusal to grow is no fault of the transport's: it is told below.
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
            // A buffer whose copying did not end may still be written to: it is left to the collector.
            if (isComplete)
                body?.Return();

            response?.Dispose();
            deadline.Release(isReusable: isComplete && _accessTokenProvider is null);
        }

        operation.Failed(error);
        return error;
    }

    // Of references only: native code would hold all that the framework does with tasks once more for a struct of ours.
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

        // On the request itself, so that default headers of the client are not added to them.
        request.Headers.TryAddWithoutValidation(WireNames.AccessTokenHeader, accessToken.Secret);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", Product.UserAgent);

        return request;
    }

    // Over a client, only the headers are waited for: the body is read here, within its bounds.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _client is null ? _invoker!.SendAsync(request, cancellationToken) : _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
