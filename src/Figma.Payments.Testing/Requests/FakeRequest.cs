using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing;

/// <summary>
/// A received request, for assertions. It doesn't contain payment tokens, personal access tokens, or text that might be one.
/// </summary>
public sealed class FakeRequest
{
    internal FakeRequest()
    {
    }

    /// <summary>Gets the number of the request. The first request of a fake has the number 1.</summary>
    public required long Number { get; init; }

    /// <summary>Gets the time when the request was received, according to the fake's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the HTTP method, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path, such as <c>/v1/payments</c>, or <c>(other)</c> if the path is long or might contain a secret.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the kind of the request.</summary>
    public required FakeRequestKind Kind { get; init; }

    /// <summary>Gets the names of the query parameters in their order, including duplicates. A name that the endpoint doesn't define is shown as <c>(other)</c>.</summary>
    public required IReadOnlyList<string> ParameterNames { get; init; }

    /// <summary>Gets the names of the headers in alphabetical order. Header values are not stored.</summary>
    public required IReadOnlyList<string> HeaderNames { get; init; }

    /// <summary>Gets the user ID, or null if the request has none or if the value might be a secret because it is neither a known ID nor a number.</summary>
    public required UserId? UserId { get; init; }

    /// <summary>
    /// Gets the resource ID if the request specifies exactly one resource; otherwise, null. Also null if the value might be a secret
    /// because it is neither a known ID nor a number, and for a token request, where the payment token identifies the resource.
    /// </summary>
    public required ResourceId? ResourceId { get; init; }

    /// <summary>Gets the kind of credential that the request contained.</summary>
    public required FakeCredential Credential { get; init; }

    /// <summary>Returns a short description of the request, without secrets.</summary>
    /// <returns>The description.</returns>
    public override string ToString() => $"{Number}: {Method} {Path} ({string.Join(", ", ParameterNames)}), credential {Credential}";
}
