using System;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Tests.Hostile;

/// <summary>A row of the table: a response of the server, and its expected outcome.</summary>
/// <param name="Name">The unique name of the row.</param>
/// <param name="Reply">What the server sends after it has read the request.</param>
/// <param name="Kind">The expected kind of error, or null if the response is valid.</param>
/// <param name="Reads">The expected text: a part of the error, or the outcome of a valid response as <see cref="Outcome"/> formats it.</param>
internal sealed record HostileRow(string Name, Reply Reply, PaymentsErrorKind? Kind, string Reads)
{
    /// <summary>Gets the time-out of the request. Rows that time out set it; the default only prevents a failing test from hanging.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets the request. The default is an ID request.</summary>
    public PaymentsRequest Request { get; init; } = Samples.IdRequest;

    /// <summary>Gets the resource that the client is pinned to, or null.</summary>
    public ResourceId? Pinned { get; init; }

    /// <summary>Gets a value that indicates whether the framework retries the request, as it does if a connection ends before the first byte.</summary>
    public bool IsRetriedByFramework { get; init; }

    /// <summary>Gets a value that indicates whether the expected outcome is that the user has paid.</summary>
    public bool Grants => Kind is null && Reads.StartsWith("granted", StringComparison.Ordinal);

    /// <summary>Formats a result: the decision, the payment status and the date of purchase; or the whole error.</summary>
    public static string Outcome(PaymentsResult result) => result.Information is { } information
        ? FormattableString.Invariant($"{(result.IsPaid ? "granted" : "denied")}: {information.PaymentStatusText} {information.DateOfPurchase:yyyy-MM-ddTHH:mm:ss.FFFFFFFK}").TrimEnd()
        : result.Error!.ToString();

    public override string ToString() => Name;
}
