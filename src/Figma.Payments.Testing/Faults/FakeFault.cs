using System;
using System.Collections.Generic;
using System.Text;

using Figma.Payments.Testing.Wire;

namespace Figma.Payments.Testing;

/// <summary>
/// A fault that a request encounters. Add it to the queue with <see cref="FakeFaults.Enqueue(FakeFault, int)"/>.
/// </summary>
/// <remarks>A fault that changes a successful response has no effect on an error response.</remarks>
public sealed class FakeFault
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(24);

    private readonly string _name;

    private FakeFault(string name) => _name = name;

    private Func<Response, FakeFigmaPaymentsOptions, Response> RewriteResponse { get; init; } = static (response, _) => response;

    private Func<WireResponse, WireResponse> RewriteWireResponse { get; init; } = static response => response;

    /// <summary>Creates a fault that responds with an error.</summary>
    /// <param name="status">The status code, from 400 to 599.</param>
    /// <param name="message">The error message, or null for a default message.</param>
    /// <param name="retryAfter">The value of the <c>Retry-After</c> header, rounded up to whole seconds, or null to omit the header.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> isn't an error status, or <paramref name="retryAfter"/> is negative.</exception>
    public static FakeFault Status(int status, string? message = null, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter.GetValueOrDefault(), TimeSpan.Zero, nameof(retryAfter));

        KeyValuePair<string, string>[] headers = retryAfter is { } wait
            ? [new(Names.RetryAfterHeader, ResponseRules.FormatRetryAfter(wait))]
            : [];

        ErrorResponse error = new(status, message ?? "This error was requested by the test.") { Headers = headers };

        return new FakeFault($"status {status}") { RewriteResponse = (_, _) => error };
    }

    /// <summary>Creates a fault that responds with status 429 and its four headers.</summary>
    /// <param name="retryAfter">The value of the <c>Retry-After</c> header, rounded up to whole seconds. Figma is known to send values of several days.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is negative.</exception>
    public static FakeFault RateLimited(TimeSpan retryAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);

        return RateLimited(ResponseRules.FormatRetryAfter(retryAfter));
    }

    /// <summary>Creates a fault that responds with status 429 and its four headers, with any text as <c>Retry-After</c>, such as a date or an invalid value.</summary>
    /// <param name="retryAfter">The value of the <c>Retry-After</c> header.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="retryAfter"/> is empty or contains a character that isn't valid in an HTTP header.</exception>
    public static FakeFault RateLimited(string retryAfter)
    {
        RequireHeaderText(retryAfter, nameof(retryAfter));

        return new FakeFault("rate limited") { RewriteResponse = (_, options) => ResponseRules.RateLimited(retryAfter, options) };
    }

    /// <summary>Creates a fault that responds with an HTML page instead of JSON, as a content delivery network does.</summary>
    /// <param name="status">The status code, from 200 to 599.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A response with <paramref name="status"/> can't have a body, or the value isn't from 200 to 599.</exception>
    public static FakeFault HtmlPage(int status = 503) => Body(
        "<!DOCTYPE html>\n<html><head><title>Please try again</title></head><body><h1>The request could not be satisfied.</h1></body></html>\n",
        status,
        "text/html; charset=utf-8");

    /// <summary>Creates a fault that responds with the specified text.</summary>
    /// <param name="body">The body, which is sent as UTF-8.</param>
    /// <param name="status">The status code, from 200 to 599.</param>
    /// <param name="contentType">The value of the <c>Content-Type</c> header, or null to omit the header.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> is empty or contains a character that isn't valid in an HTTP header.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A response with <paramref name="status"/> can't have a body, or the value isn't from 200 to 599.</exception>
    public static FakeFault Body(string body, int status = 200, string? contentType = "application/json; charset=utf-8")
    {
        ArgumentNullException.ThrowIfNull(body);

        return Body(Encoding.UTF8.GetBytes(body), status, contentType);
    }

    /// <summary>Creates a fault that responds with the specified bytes.</summary>
    /// <param name="body">The body.</param>
    /// <param name="status">The status code, from 200 to 599.</param>
    /// <param name="contentType">The value of the <c>Content-Type</c> header, or null to omit the header.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> is empty or contains a character that isn't valid in an HTTP header.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A response with <paramref name="status"/> can't have a body, or the value isn't from 200 to 599.</exception>
    public static FakeFault Body(ReadOnlyMemory<byte> body, int status = 200, string? contentType = "application/json; charset=utf-8")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);

        if (status is 204 or 205 or 304)
            throw new ArgumentOutOfRangeException(nameof(status), "A response with this status can't have a body.");

        if (contentType is not null)
            RequireHeaderText(contentType, nameof(contentType));

        byte[] copy = body.ToArray();

        return new FakeFault($"body, status {status}")
        {
            RewriteWireResponse = response => response with { Status = status, Body = copy, Headers = ReplaceHeader(response.Headers, "Content-Type", contentType) },
        };
    }

    /// <summary>Creates a fault that redirects to another URI. Use it to check that a client doesn't send a token there.</summary>
    /// <param name="location">The URI to redirect to.</param>
    /// <param name="status">The status code: 301, 302, 303, 307 or 308.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="location"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="location"/> isn't absolute.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> isn't a redirect status.</exception>
    public static FakeFault Redirect(Uri location, int status = 302)
    {
        ArgumentNullException.ThrowIfNull(location);

        if (!location.IsAbsoluteUri)
            throw new ArgumentException("The URI must be absolute.", nameof(location));

        if (status is not (301 or 302 or 303 or 307 or 308))
            throw new ArgumentOutOfRangeException(nameof(status), "The status code must be 301, 302, 303, 307 or 308.");

        return new FakeFault($"redirect, status {status}")
        {
            RewriteWireResponse = response => response with
            {
                Status = status,
                Body = ReadOnlyMemory<byte>.Empty,
                Headers = [.. ReplaceHeader(response.Headers, "Content-Type", null), new("Location", location.AbsoluteUri)],
            },
        };
    }

    /// <summary>Creates a fault that delays the response or another fault. Nothing is sent before the delay ends.</summary>
    /// <param name="delay">The delay, measured with the fake's clock, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> to send no response.</param>
    /// <param name="fault">The fault to delay, or null to delay the regular response.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative or more than 24 days.</exception>
    public static FakeFault Delay(TimeSpan delay, FakeFault? fault = null)
    {
        if (delay != System.Threading.Timeout.InfiniteTimeSpan && (delay < TimeSpan.Zero || delay > MaxDelay))
            throw new ArgumentOutOfRangeException(nameof(delay), "The delay must be from zero to 24 days, or infinite.");

        FakeFault delayed = fault ?? new FakeFault("response");

        return new FakeFault("delayed: " + delayed._name)
        {
            RewriteResponse = delayed.RewriteResponse,
            RewriteWireResponse = response => delayed.RewriteWireResponse(response) with { Delay = delay },
        };
    }

    /// <summary>Creates a fault that sends the headers and half of the body, then nothing more. The connection stays open.</summary>
    /// <returns>The fault.</returns>
    public static FakeFault StalledBody() => new("stalled body") { RewriteWireResponse = static response => response with { Ending = ResponseEnding.Stalled } };

    /// <summary>Creates a fault that sends the headers and half of the announced body, then closes the connection.</summary>
    /// <returns>The fault.</returns>
    public static FakeFault CutOffBody() => new("cut-off body") { RewriteWireResponse = static response => response with { Ending = ResponseEnding.CutOff } };

    /// <summary>Creates a fault that resets the connection instead of sending a response.</summary>
    /// <returns>The fault.</returns>
    public static FakeFault ConnectionReset() => new("connection reset") { RewriteWireResponse = static response => response with { Ending = ResponseEnding.Reset } };

    /// <summary>Creates a fault that truncates the JSON of the body. The HTTP response is complete.</summary>
    /// <returns>The fault.</returns>
    public static FakeFault MalformedJson() => new("malformed JSON") { RewriteWireResponse = static response => response with { Body = response.Body[..Math.Max(0, response.Body.Length - 2)] } };

    /// <summary>Creates a fault that responds with the payment information of another user than the requested one.</summary>
    /// <param name="userId">The user ID in the response.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="userId"/> isn't initialized.</exception>
    public static FakeFault ResponseMismatch(UserId userId)
    {
        string user = userId.Value;

        return new FakeFault("response for another user") { RewriteResponse = (response, _) => response is PaymentResponse payment ? payment with { User = user } : response };
    }

    /// <summary>Creates a fault that responds with the payment information for another resource than the requested one.</summary>
    /// <param name="resourceId">The resource ID in the response.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="resourceId"/> isn't initialized.</exception>
    public static FakeFault ResponseMismatch(ResourceId resourceId)
    {
        (ResourceType type, string text) = (resourceId.Type, resourceId.Value);

        return new FakeFault("response for another resource")
        {
            RewriteResponse = (response, _) => response is PaymentResponse payment ? payment with { ResourceType = type, Resource = text } : response,
        };
    }

    /// <summary>Creates a fault that responds with a payment status that Figma doesn't document, as Figma might add one.</summary>
    /// <param name="status">The payment status in the response.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="status"/> is empty.</exception>
    public static FakeFault UnknownPaymentStatus(string status = "GIFTED")
    {
        ArgumentException.ThrowIfNullOrEmpty(status);

        return new FakeFault("unknown payment status") { RewriteResponse = (response, _) => response is PaymentResponse payment ? payment with { Status = status } : response };
    }

    /// <summary>Creates a fault that responds with two <c>payment_status</c> properties: the first is <c>UNPAID</c>, the second is <c>PAID</c>.</summary>
    /// <returns>The fault.</returns>
    public static FakeFault DuplicateMembers() => new("duplicate members")
    {
        RewriteResponse = static (response, _) => response is PaymentResponse payment ? payment with { Status = "UNPAID", ShadowStatus = "PAID" } : response,
    };

    /// <summary>Returns a short description of the fault.</summary>
    /// <returns>The description.</returns>
    public override string ToString() => _name;

    internal Response Rewrite(Response response, FakeFigmaPaymentsOptions options) => RewriteResponse(response, options);

    internal WireResponse Rewrite(WireResponse response) => RewriteWireResponse(response);

    private static void RequireHeaderText(string text, string paramName)
    {
        if (!HeaderText.IsValid(text))
            throw new ArgumentException("The text is empty or contains a character that isn't valid in an HTTP header.", paramName);
    }

    private static List<KeyValuePair<string, string>> ReplaceHeader(IReadOnlyList<KeyValuePair<string, string>> headers, string name, string? value)
    {
        List<KeyValuePair<string, string>> replaced = [];

        foreach (KeyValuePair<string, string> header in headers)
        {
            if (!header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                replaced.Add(header);
        }

        if (value is not null)
            replaced.Add(new KeyValuePair<string, string>(name, value));

        return replaced;
    }
}
