using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing;

/// <summary>
/// What was asked, for assertions. It holds no secret: neither a payment token nor a personal access token, nor text that may be one.
/// </summary>
public sealed class FakeRequest
{
    internal FakeRequest()
    {
    }

    /// <summary>The request's number, counted from 1 since the fake was made.</summary>
    public required long Number { get; init; }

    /// <summary>When it came, by the fake's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path, such as <c>/v1/payments</c>; <c>(other)</c> for one that is long or may hold a secret.</summary>
    public required string Path { get; init; }

    /// <summary>Which way of asking it took.</summary>
    public required FakeRequestKind Kind { get; init; }

    /// <summary>The names of the query's parameters in their order, each as often as it came; <c>(other)</c> for a name that the endpoint does not have.</summary>
    public required IReadOnlyList<string> ParameterNames { get; init; }

    /// <summary>The names of the headers, in alphabetical order. Their values are not kept.</summary>
    public required IReadOnlyList<string> HeaderNames { get; init; }

    /// <summary>The value of <c>user_id</c>; null where there is none, or where it is neither known nor a number and so may be a secret.</summary>
    public required UserId? UserId { get; init; }

    /// <summary>
    /// The resource, where the request names exactly one; null where it names none or several,
    /// or where its id is neither known nor a number and so may be a secret. Null for a payment token: it names the resource itself.
    /// </summary>
    public required ResourceId? ResourceId { get; init; }

    /// <summary>What it brought as its credential.</summary>
    public required FakeCredential Credential { get; init; }

    /// <summary>The request in a few words, without a secret.</summary>
    public override string ToString() => $"{Number}: {Method} {Path} ({string.Join(", ", ParameterNames)}), credential {Credential}";
}
