using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Primitives;

namespace Figma.Payments.AspNetCore.Authentication;

/// <summary>Reads the text of the payment token from a request.</summary>
internal static class PaymentTokenText
{
    public const string HeaderName = "X-Figma-Payment-Token";

    private const string Bearer = "Bearer ";

    /// <summary>A text that is not a valid payment token, for a request that contains several.</summary>
    private const string Ambiguous = " ";

    public static ValueTask<string?> ReadAsync(HttpContext context, GateSettings settings) =>
        settings.ReadToken is { } read ? read(context) : ValueTask.FromResult(Read(context, settings));

    private static string? Read(HttpContext context, GateSettings settings)
    {
        if (FromHeader(context.Request.Headers[HeaderName]) is { } token)
            return token;

        // The header and the query can contain the token of the application's own scheme, which must not be sent to Figma.
        if (settings.UserScheme is not null)
            return null;

        if (FromAuthorization(context.Request.Headers.Authorization) is { } bearer)
            return bearer;

        // Browsers can't send headers with a WebSocket or an event source, so SignalR's clients send the token in the query.
        return context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null ? FromHeader(context.Request.Query["access_token"]) : null;
    }

    internal static string? FromAuthorization(StringValues values) =>
        FromHeader(values) is not { } value ? null
        : ReferenceEquals(value, Ambiguous) ? Ambiguous
        : value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && value[Bearer.Length..].Trim(' ') is { Length: > 0 } token ? token
        : null;

    /// <summary>Returns the only value that isn't empty, or null if there is none. An empty header counts as absent.</summary>
    internal static string? FromHeader(StringValues values)
    {
        string? found = null;

        foreach (string? value in values)
        {
            if (string.IsNullOrWhiteSpace(value))
                continue;

            if (found is not null)
                return Ambiguous;

            found = value;
        }

        return found;
    }
}
