using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments;

/// <summary>
/// The wire: asks <c>GET /v1/payments</c> and reads the answer. Generated clients call it; not for use in your own code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PaymentsEndpoint
{
    /// <summary>Asks over a client of yours.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are refused; the message says why.</exception>
    public PaymentsEndpoint(HttpClient httpClient, PaymentsClientOptions options, ResourceId? pinnedResource = null)
    {
    }

    /// <summary>Asks over a handler of its own that is safe by default.</summary>
    public static PaymentsEndpoint Create(PaymentsClientOptions options, ResourceId? pinnedResource = null) => throw new NotSupportedException();

    /// <summary>A handler that follows no redirect and keeps no cookie.</summary>
    public static HttpMessageHandler CreateHandler() => throw new NotSupportedException();

    /// <summary>Asks; an error is thrown.</summary>
    public Task<PaymentInformation> GetInformationAsync(PaymentsRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Asks; an error is returned.</summary>
    public Task<PaymentsResult> GetResultAsync(PaymentsRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Asks for the status alone; an error is thrown.</summary>
    public Task<PaymentStatus> GetStatusAsync(PaymentsRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
}
