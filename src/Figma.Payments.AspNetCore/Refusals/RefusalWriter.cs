using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Cors;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Telemetry;
using Figma.Payments.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Figma.Payments.AspNetCore.Refusals;

/// <summary>Writes the refusals of all gates: problem details (RFC 9457), or a status of gRPC.</summary>
internal static class RefusalWriter
{
    public const string ProblemContentType = "application/problem+json";

    private const string GrpcContentType = "application/grpc";
    private const string GrpcWebContentType = "application/grpc-web";
    private const string GrpcWebTextContentType = "application/grpc-web-text";

    /// <summary>Determines whether a refusal was written, and hasn't been cleared since then. A response without a body hasn't started yet.</summary>
    public static bool IsWritten(HttpContext context, RequestDecisions decisions) =>
        decisions.IsRefusalWritten && (context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status200OK);

    /// <summary>Writes a refusal, unless another gate has written one. It replaces the refusals of other schemes.</summary>
    public static async Task WriteAsync(HttpContext context, Gate gate, FigmaPaymentsDecision decision)
    {
        RequestDecisions decisions = RequestDecisions.Get(context);

        if (IsWritten(context, decisions))
            return;

        decisions.IsRefusalWritten = true;

        if (context.Response.HasStarted)
        {
            gate.Logger.RefusalTooLate(gate.Name);
            context.Abort();
            return;
        }

        if (await ApplyCorsAsync(context, gate).ConfigureAwait(false))
            return;

        RefusalResponse refusal = RefusalTable.Get(decision.Refusal);
        HttpResponse response = context.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.Remove(HeaderNames.Location);
        response.Headers.Remove(HeaderNames.WWWAuthenticate);

        if (RefusalTable.GetRetryAfter(decision) is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);

        if (IsGrpc(context))
        {
            WriteGrpcStatus(context, refusal);
            return;
        }

        response.StatusCode = refusal.StatusCode;

        if (refusal.Challenge is { } challenge)
            response.Headers.WWWAuthenticate = challenge;

        if (!HttpMethods.IsHead(context.Request.Method))
            await WriteProblemAsync(context, refusal, decision).ConfigureAwait(false);
    }

    // If authorization runs before UseFigmaPayments, the CORS headers are missing: a page couldn't read the refusal, and its preflight requests would fail.
    private static async Task<bool> ApplyCorsAsync(HttpContext context, Gate gate)
    {
        if (GateCors.IsInvoked(context)
            || context.GetEndpoint() is not { } endpoint
            || EndpointGates.Of(endpoint).Count == 0
            || await GateCors.EvaluateAsync(context, endpoint).ConfigureAwait(false) is not { } result)
            return false;

        gate.WarnAboutOrder();
        GateCors.Apply(context, result);

        if (!result.IsPreflightRequest)
            return false;

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }

    private static async Task WriteProblemAsync(HttpContext context, RefusalResponse refusal, FigmaPaymentsDecision decision)
    {
        if (await TryWriteByServiceAsync(context, CreateProblem(refusal, decision)).ConfigureAwait(false))
            return;

        // The service writes nothing if the request accepts only other media types, such as text/html or image/png.
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(CreateProblem(refusal, decision), ProblemJsonContext.Default.ProblemDetails);
        context.Response.StatusCode = refusal.StatusCode;
        context.Response.ContentType = ProblemContentType;
        await context.Response.Body.WriteAsync(json, context.RequestAborted).ConfigureAwait(false);
    }

    private static ProblemDetails CreateProblem(RefusalResponse refusal, FigmaPaymentsDecision decision)
    {
        ProblemDetails problem = new() { Status = refusal.StatusCode, Type = RefusalTable.TypePrefix + refusal.Type, Title = refusal.Title };

        if (decision is { Refusal: FigmaPaymentsRefusal.PaymentRequired, Status: { } status })
            problem.Extensions["paymentStatus"] = WireNames.GetStatusText(status);

        return problem;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The application's function that changes problem details can throw any exception. The refusal remains.")]
    private static async ValueTask<bool> TryWriteByServiceAsync(HttpContext context, ProblemDetails problem)
    {
        try
        {
            return context.RequestServices.GetService<IProblemDetailsService>() is { } service
                && await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem }).ConfigureAwait(false);
        }
        catch (Exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            return false;
        }
    }

    // The response consists of headers only, and its HTTP status is always 200: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#responses
    private static void WriteGrpcStatus(HttpContext context, RefusalResponse refusal)
    {
        HttpResponse response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = GetGrpcContentType(context.Request.ContentType);
        response.Headers["grpc-status"] = refusal.GrpcStatus.ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = RefusalTable.TypePrefix + refusal.Type;
    }

    // UseGrpcWeb converts requests and responses, unless it is called after UseFigmaPayments.
    private static string GetGrpcContentType(string? request) =>
        request is null || !request.StartsWith(GrpcWebContentType, StringComparison.OrdinalIgnoreCase) ? GrpcContentType
        : request.StartsWith(GrpcWebTextContentType, StringComparison.OrdinalIgnoreCase) ? GrpcWebTextContentType
        : GrpcWebContentType;

    // The endpoint decides, not the content type that the caller sent. The name is compared, because the package doesn't depend on Grpc.AspNetCore.
    private static bool IsGrpc(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint && context.Request.ContentType?.StartsWith(GrpcContentType, StringComparison.OrdinalIgnoreCase) == true)
        {
            foreach (object metadata in endpoint.Metadata)
            {
                if (metadata.GetType().FullName == "Grpc.AspNetCore.Server.GrpcMethodMetadata")
                    return true;
            }
        }

        return false;
    }
}
