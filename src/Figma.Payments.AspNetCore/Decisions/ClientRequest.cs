using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Telemetry;
using Figma.Payments.Compatibility;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>Sends a request through the client, in a scope of its own, and verifies the result. Only a verified result contains payment information.</summary>
internal sealed class ClientRequest(string gate, GateSettings settings, IServiceScopeFactory scopes, TimeProvider time, ILogger logger)
{
    /// <summary>Sends a request.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "The client can be a decorator or a substitute that throws any exception. Those that don't mean that Figma can't be reached deny access.")]
    public async Task<ClientResponse> SendAsync(PaymentSubject subject, CancellationToken cancellationToken)
    {
        PaymentsError? error;

        // Figma's response is at least as old as this, however long it takes to arrive.
        DateTimeOffset sentAt = time.GetUtcNow();

        try
        {
            PaymentsResult? result = await SendCoreAsync(subject, cancellationToken).ConfigureAwait(false);

            if (result?.Information is { } information)
                return Verify(subject, information, sentAt);

            error = result?.Error;
        }
        catch (FigmaPaymentsException exception)
        {
            error = exception.Error;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            bool isOutage = ClientFailure.IsOutage(exception);

            // The message of the exception isn't logged, because it can contain secrets.
            logger.ClientFailed(gate, exception.GetType().FullName, Platform.GetErrorCode(exception), isOutage ? "Access was denied, unless there is an old payment in the grace period." : "Access was denied.");
            return new ClientResponse(CheckOutcome.Unavailable(isTransient: isOutage), PaymentsErrorKind.Unavailable);
        }

        if (error is null)
        {
            logger.ClientReturnedNothing(gate);
            return new ClientResponse(CheckOutcome.Unavailable(), PaymentsErrorKind.InvalidResponse);
        }

        return new ClientResponse(Classify(subject, error), error.Kind, error.RetryAfter);
    }

    private async Task<PaymentsResult?> SendCoreAsync(PaymentSubject subject, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();

        try
        {
            Task<PaymentsResult>? pending = subject.IsToken
                ? settings.CheckByToken?.Invoke(scope.ServiceProvider, subject.Token, cancellationToken)
                : settings.CheckByUser?.Invoke(scope.ServiceProvider, subject.UserId, cancellationToken);

            return pending is null ? null : await pending.ConfigureAwait(false);
        }
        finally
        {
            await DisposeAsync(scope).ConfigureAwait(false);
        }
    }

    // Figma's response must not be lost: if it was a refund, an old payment would be used instead.
    [SuppressMessage("Design", "CA1031", Justification = "The services of the application can throw any exception.")]
    private async ValueTask DisposeAsync(AsyncServiceScope scope)
    {
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.ScopeNotDisposed(gate, exception.GetType().FullName);
        }
    }

    private ClientResponse Verify(PaymentSubject subject, PaymentInformation information, DateTimeOffset sentAt)
    {
        if (information.ResourceId != settings.Resource)
        {
            logger.ResourceMismatch(gate);
            return new ClientResponse(CheckOutcome.Refused(FigmaPaymentsRefusal.ResourceMismatch), PaymentsErrorKind.ResponseMismatch);
        }

        if (!subject.IsToken && information.UserId != subject.UserId)
        {
            logger.UserMismatch(gate);
            return new ClientResponse(CheckOutcome.Refused(FigmaPaymentsRefusal.UserMismatch), PaymentsErrorKind.ResponseMismatch);
        }

        return new ClientResponse(
            CheckOutcome.Verified(new VerifiedPayment(information.UserId, information.ResourceId, information.PaymentStatus, sentAt)),
            Error: null);
    }

    private CheckOutcome Classify(PaymentSubject subject, PaymentsError error)
    {
        switch (error.Kind)
        {
            case PaymentsErrorKind.ResponseMismatch:
                logger.ResourceMismatch(gate);
                return CheckOutcome.Refused(FigmaPaymentsRefusal.ResourceMismatch);

            case PaymentsErrorKind.Unauthorized or PaymentsErrorKind.InvalidRequest or PaymentsErrorKind.NotFound when subject.IsToken:
                return CheckOutcome.Refused(FigmaPaymentsRefusal.TokenInvalid);

            case PaymentsErrorKind.NotFound:
                return CheckOutcome.Refused(FigmaPaymentsRefusal.UserNotFound);

            default:
                logger.RequestFailed(gate, error.Kind, Describe(error), error.Description);
                return CheckOutcome.Unavailable(error.RetryAfter, error.IsTransient);
        }
    }

    private static string Describe(PaymentsError error) =>
        (error.StatusCode is { } status ? $"status {(int)status}" : "no response") + (error.RequestId is { } request ? $", request {request}" : "");
}

/// <summary>Contains the outcome of a request that was sent, and the kind of its error.</summary>
internal readonly record struct ClientResponse(CheckOutcome Outcome, PaymentsErrorKind? Error, TimeSpan? RetryAfter = null);
