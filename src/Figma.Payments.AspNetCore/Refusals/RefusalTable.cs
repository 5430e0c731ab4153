using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore.Refusals;

/// <summary>Contains the response to each refusal.</summary>
internal static class RefusalTable
{
    /// <summary>The prefix of the problem types. A client compares the whole type.</summary>
    public const string TypePrefix = "urn:figma-payments:";

    private static readonly TimeSpan MinRetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(10);

    // gRPC's status codes: https://grpc.io/docs/guides/status-codes/
    private const int PermissionDenied = 7;
    private const int ResourceExhausted = 8;
    private const int GrpcUnavailable = 14;
    private const int Unauthenticated = 16;

    /// <summary>Gets the reasons for a refusal.</summary>
    public static IEnumerable<FigmaPaymentsRefusal> All => Enum.GetValues<FigmaPaymentsRefusal>().Where(static refusal => refusal != FigmaPaymentsRefusal.None);

    public static RefusalResponse Get(FigmaPaymentsRefusal refusal) => refusal switch
    {
        FigmaPaymentsRefusal.TokenMissing => new(StatusCodes.Status401Unauthorized, Unauthenticated, "token-missing", "The request contains no payment token.", "Bearer"),
        FigmaPaymentsRefusal.TokenInvalid => new(StatusCodes.Status401Unauthorized, Unauthenticated, "token-invalid", "The payment token is invalid or expired.", "Bearer error=\"invalid_token\""),
        FigmaPaymentsRefusal.SignInRequired => new(StatusCodes.Status401Unauthorized, Unauthenticated, "sign-in-required", "The user must be signed in.", "Bearer"),
        FigmaPaymentsRefusal.PaymentRequired => new(StatusCodes.Status402PaymentRequired, PermissionDenied, "payment-required", "The user has not paid."),
        FigmaPaymentsRefusal.ResourceMismatch => new(StatusCodes.Status403Forbidden, PermissionDenied, "resource-mismatch", "The payment token belongs to another plugin or widget."),
        FigmaPaymentsRefusal.UserMismatch => new(StatusCodes.Status403Forbidden, PermissionDenied, "user-mismatch", "The payment token belongs to another user."),
        FigmaPaymentsRefusal.UserNotFound => new(StatusCodes.Status403Forbidden, PermissionDenied, "user-not-found", "Figma doesn't know the user."),
        FigmaPaymentsRefusal.TooManyRequests => new(StatusCodes.Status429TooManyRequests, ResourceExhausted, "too-many-requests", "Too many requests were refused."),
        _ => new(StatusCodes.Status503ServiceUnavailable, GrpcUnavailable, "unavailable", "The payment status is not known at the moment."),
    };

    /// <summary>Gets the value of the <c>Retry-After</c> header in seconds, or null if there is no header.</summary>
    public static int? GetRetryAfter(FigmaPaymentsDecision decision)
    {
        if (decision.Refusal is not (FigmaPaymentsRefusal.TooManyRequests or FigmaPaymentsRefusal.Unavailable))
            return null;

        TimeSpan wait = decision.RetryAfter ?? DefaultRetryAfter;
        return (int)Math.Ceiling((wait < MinRetryAfter ? MinRetryAfter : wait > MaxRetryAfter ? MaxRetryAfter : wait).TotalSeconds);
    }
}

/// <summary>Describes the response to a refusal.</summary>
/// <param name="StatusCode">The HTTP status code.</param>
/// <param name="GrpcStatus">The status code of gRPC.</param>
/// <param name="Type">The problem type without its prefix.</param>
/// <param name="Title">The title of the problem.</param>
/// <param name="Challenge">The value of the <c>WWW-Authenticate</c> header, or null if there is none.</param>
internal readonly record struct RefusalResponse(int StatusCode, int GrpcStatus, string Type, string Title, string? Challenge = null);
