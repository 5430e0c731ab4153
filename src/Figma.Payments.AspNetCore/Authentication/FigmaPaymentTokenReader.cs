using System;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Figma.Payments.AspNetCore;

/// <summary>Provides functions for <see cref="FigmaPaymentsGateOptions.ReadToken"/>.</summary>
public static class FigmaPaymentTokenReader
{
    private const int MaxMaxBytes = 1_048_576;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Returns a function that reads the token from a header of its own.</summary>
    /// <param name="name">The name of the header.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static Func<HttpContext, ValueTask<string?>> FromHeader(string name = PaymentTokenText.HeaderName)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return context => ValueTask.FromResult(PaymentTokenText.FromHeader(context.Request.Headers[name]));
    }

    /// <summary>Returns a function that reads the token from <c>Authorization: Bearer</c>.</summary>
    /// <returns>The function.</returns>
    public static Func<HttpContext, ValueTask<string?>> FromAuthorization() =>
        static context => ValueTask.FromResult(PaymentTokenText.FromAuthorization(context.Request.Headers.Authorization));

    /// <summary>Returns a function that reads the token from a member of the JSON object in the request's body. A plugin then needs no custom header, and its browser sends no preflight request for a text body.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="maxBytes">The maximum size of the body in bytes. A larger body contains no token.</param>
    /// <returns>The function.</returns>
    /// <remarks>The body is read before the decision, kept in memory, and can be read again by the endpoint.</remarks>
    /// <exception cref="ArgumentException"><paramref name="member"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBytes"/> is less than 1 or more than 1,048,576.</exception>
    public static Func<HttpContext, ValueTask<string?>> FromJsonBody(string member = "paymentToken", int maxBytes = 65_536)
    {
        ArgumentException.ThrowIfNullOrEmpty(member);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxBytes, MaxMaxBytes);
        return context => ReadJsonBodyAsync(context, member, maxBytes);
    }

    private static async ValueTask<string?> ReadJsonBodyAsync(HttpContext context, string member, int maxBytes)
    {
        HttpRequest request = context.Request;

        if (request.ContentLength > maxBytes)
            return null;

        byte[] buffer = new byte[Math.Min(maxBytes, (int)(request.ContentLength ?? maxBytes)) + 1];
        FileBufferingReadStream body = new(request.Body, memoryThreshold: maxBytes + 1, bufferLimit: null, Path.GetTempPath);
        context.Response.RegisterForDisposeAsync(body);
        request.Body = body;

        int length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted).ConfigureAwait(false);
        body.Position = 0;

        return length > maxBytes ? null : ReadMember(buffer.AsMemory(0, length), member);
    }

    private static string? ReadMember(ReadOnlyMemory<byte> json, string member)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json);

            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(member, out JsonElement value)
                && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
