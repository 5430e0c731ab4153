using System;
using System.Collections.Generic;
using System.Text;

using Figma.Payments.Testing.Wire;

namespace Figma.Payments.Testing;

/// <summary>
/// Something that goes wrong with one answer: order it with <see cref="FakeFaults.Enqueue(FakeFault, int)"/>.
/// </summary>
/// <remarks>The faults that change a good answer leave the answer alone where it is an error anyway.</remarks>
public sealed class FakeFault
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(24);

    private readonly string _name;

    private FakeFault(string name) => _name = name;

    private Func<Response, FakeFigmaPaymentsOptions, Response> RewriteResponse { get; init; } = static (response, _) => response;

    private Func<WireResponse, WireResponse> RewriteWireResponse { get; init; } = static answer => answer;

    /// <summary>An error with a body in the fake's envelope.</summary>
    /// <param name="status">The status code, from 400 to 599.</param>
    /// <param name="message">What it says; null for words of the fake's own.</param>
    /// <param name="retryAfter">What the answer says as <c>Retry-After</c>, in whole seconds rounded up; null for no such header.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is no error, or <paramref name="retryAfter"/> is negative.</exception>
    public static FakeFault Status(int status, string? message = null, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter.GetValueOrDefault(), TimeSpan.Zero, nameof(retryAfter));

        KeyValuePair<string, string>[] headers = retryAfter is { } wait
            ? [new(Names.RetryAfterHeader, ResponseRules.FormatRetryAfter(wait))]
            : [];

        ErrorResponse error = new(status, message ?? "This error was ordered.") { Headers = headers };

        return new FakeFault($"status {status}") { RewriteResponse = (_, _) => error };
    }

    /// <summary>A 429 with its four headers.</summary>
    /// <param name="retryAfter">What it says as <c>Retry-After</c>, in whole seconds rounded up. Figma has been seen to say days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is negative.</exception>
    public static FakeFault RateLimited(TimeSpan retryAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);

        return RateLimited(ResponseRules.FormatRetryAfter(retryAfter));
    }

    /// <summary>A 429 with its four headers, and a <c>Retry-After</c> of your choice: a date, or no sense at all.</summary>
    /// <param name="retryAfter">What it says as <c>Retry-After</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="retryAfter"/> is empty, or has a character that a header cannot carry.</exception>
    public static FakeFault RateLimited(string retryAfter)
    {
        RequireHeaderText(retryAfter, nameof(retryAfter));

        return new FakeFault("rate limited") { RewriteResponse = (_, options) => ResponseRules.RateLimited(retryAfter, options) };
    }

    /// <summary>A page of the content delivery network in front of Figma, instead of JSON.</summary>
    /// <param name="status">The status code, from 200 to 599.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> cannot have a body.</exception>
    public static FakeFault HtmlPage(int status = 503) => Body(
        "<!DOCTYPE html>\n<html><head><title>Please try again</title></head><body><h1>The request could not be satisfied.</h1></body></html>\n",
        status,
        "text/html; charset=utf-8");

    /// <summary>An answer of your choice.</summary>
    /// <param name="body">The body, sent as UTF-8.</param>
    /// <param name="status">The status code, from 200 to 599.</param>
    /// <param name="contentType">What it says as <c>Content-Type</c>; null for no such header.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> has a character that a header cannot carry.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> cannot have a body.</exception>
    public static FakeFault Body(string body, int status = 200, string? contentType = "application/json; charset=utf-8")
    {
        ArgumentNullException.ThrowIfNull(body);

        return Body(Encoding.UTF8.GetBytes(body), status, contentType);
    }

    /// <summary>An answer of your choice, which need not be text.</summary>
    /// <param name="body">The body.</param>
    /// <param name="status">The status code, from 200 to 599.</param>
    /// <param name="contentType">What it says as <c>Content-Type</c>; null for no such header.</param>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> has a character that a header cannot carry.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> cannot have a body.</exception>
    public static FakeFault Body(ReadOnlyMemory<byte> body, int status = 200, string? contentType = "application/json; charset=utf-8")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);

        if (status is 204 or 205 or 304)
            throw new ArgumentOutOfRangeException(nameof(status), "An answer with this status has no body.");

        if (contentType is not null)
            RequireHeaderText(contentType, nameof(contentType));

        byte[] copy = body.ToArray();

        return new FakeFault($"body of choice, status {status}")
        {
            RewriteWireResponse = answer => answer with { Status = status, Body = copy, Headers = ReplaceHeader(answer.Headers, "Content-Type", contentType) },
        };
    }

    /// <summary>A redirect to another address, with an empty body. What is interesting is what the client sends there.</summary>
    /// <param name="location">Where to.</param>
    /// <param name="status">The status code: 301, 302, 303, 307 or 308.</param>
    /// <exception cref="ArgumentNullException"><paramref name="location"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="location"/> is not absolute.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is no redirect.</exception>
    public static FakeFault Redirect(Uri location, int status = 302)
    {
        ArgumentNullException.ThrowIfNull(location);

        if (!location.IsAbsoluteUri)
            throw new ArgumentException("The address is not absolute.", nameof(location));

        if (status is not (301 or 302 or 303 or 307 or 308))
            throw new ArgumentOutOfRangeException(nameof(status), "This is no redirect.");

        return new FakeFault($"redirect, status {status}")
        {
            RewriteWireResponse = answer => answer with
            {
                Status = status,
                Body = ReadOnlyMemory<byte>.Empty,
                Headers = [.. ReplaceHeader(answer.Headers, "Content-Type", null), new("Location", location.AbsoluteUri)],
            },
        };
    }

    /// <summary>The answer, or another fault, comes late: nothing is sent before.</summary>
    /// <param name="delay">How late, by the fake's clock; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for never.</param>
    /// <param name="fault">What then happens; null for the answer as it would have been.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative, or more than 24 days.</exception>
    public static FakeFault Delay(TimeSpan delay, FakeFault? fault = null)
    {
        if (delay != System.Threading.Timeout.InfiniteTimeSpan && (delay < TimeSpan.Zero || delay > MaxDelay))
            throw new ArgumentOutOfRangeException(nameof(delay), "It must be from zero to 24 days, or infinite.");

        FakeFault late = fault ?? new FakeFault("the answer");

        return new FakeFault("late: " + late._name)
        {
            RewriteResponse = late.RewriteResponse,
            RewriteWireResponse = answer => late.RewriteWireResponse(answer) with { Delay = delay },
        };
    }

    /// <summary>The headers and half of the body come; then nothing more does, and the connection stays open.</summary>
    public static FakeFault StalledBody() => new("stalled body") { RewriteWireResponse = static answer => answer with { Ending = ResponseEnding.Stalled } };

    /// <summary>The headers and half of the announced body come; then the connection ends.</summary>
    public static FakeFault CutOffBody() => new("cut-off body") { RewriteWireResponse = static answer => answer with { Ending = ResponseEnding.CutOff } };

    /// <summary>The connection is reset instead of an answer.</summary>
    public static FakeFault ConnectionReset() => new("connection reset") { RewriteWireResponse = static answer => answer with { Ending = ResponseEnding.Reset } };

    /// <summary>A body that stops being JSON before its end, complete as far as HTTP is concerned.</summary>
    public static FakeFault MalformedJson() => new("malformed JSON") { RewriteWireResponse = static answer => answer with { Body = answer.Body[..Math.Max(0, answer.Body.Length - 2)] } };

    /// <summary>A good answer, about another user than the one asked about.</summary>
    /// <param name="userId">The user whom it is about.</param>
    /// <exception cref="InvalidOperationException"><paramref name="userId"/> is <c>default</c>.</exception>
    public static FakeFault ResponseMismatch(UserId userId)
    {
        string user = userId.Value;

        return new FakeFault("answer about another user") { RewriteResponse = (response, _) => response is PaymentResponse payment ? payment with { User = user } : response };
    }

    /// <summary>A good answer, about another resource than the one asked about.</summary>
    /// <param name="resourceId">The resource that it is about.</param>
    /// <exception cref="InvalidOperationException"><paramref name="resourceId"/> is <c>default</c>.</exception>
    public static FakeFault ResponseMismatch(ResourceId resourceId)
    {
        (ResourceType type, string text) = (resourceId.Type, resourceId.Value);

        return new FakeFault("answer about another resource")
        {
            RewriteResponse = (response, _) => response is PaymentResponse payment ? payment with { ResourceType = type, Resource = text } : response,
        };
    }

    /// <summary>A good answer with a status that Figma has not documented, as it may add one.</summary>
    /// <param name="status">The status.</param>
    /// <exception cref="ArgumentException"><paramref name="status"/> is empty.</exception>
    public static FakeFault UnknownPaymentStatus(string status = "GIFTED")
    {
        ArgumentException.ThrowIfNullOrEmpty(status);

        return new FakeFault("unknown payment status") { RewriteResponse = (response, _) => response is PaymentResponse payment ? payment with { Status = status } : response };
    }

    /// <summary>A good answer with two members <c>payment_status</c>: the first denies, the second says <c>PAID</c>.</summary>
    public static FakeFault DuplicateMembers() => new("duplicate members")
    {
        RewriteResponse = static (response, _) => response is PaymentResponse payment ? payment with { Status = "UNPAID", ShadowStatus = "PAID" } : response,
    };

    /// <summary>What goes wrong, in a few words.</summary>
    public override string ToString() => _name;

    internal Response Rewrite(Response response, FakeFigmaPaymentsOptions options) => RewriteResponse(response, options);

    internal WireResponse Rewrite(WireResponse answer) => RewriteWireResponse(answer);

    private static void RequireHeaderText(string text, string paramName)
    {
        if (!HeaderText.IsValid(text))
            throw new ArgumentException("It is empty, or has a character that a header cannot carry.", paramName);
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
