using System;
using System.Diagnostics.CodeAnalysis;

namespace Figma.Payments;

/// <summary>The exception that is thrown when a request to Figma's Payments API is not valid or fails. The payment status is not known then; don't grant access.</summary>
/// <remarks>There is never an inner exception, because the exceptions of the HTTP stack can contain addresses and headers with secrets.</remarks>
[SuppressMessage("Design", "CA1032", Justification = "An instance requires an error.")]
public sealed class FigmaPaymentsException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="FigmaPaymentsException"/> class.</summary>
    /// <param name="error">The error.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public FigmaPaymentsException(PaymentsError error) =>
        Error = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>Gets the error.</summary>
    public PaymentsError Error { get; }

    /// <summary>Gets the kind of the error.</summary>
    public PaymentsErrorKind Kind => Error.Kind;

    /// <summary>Gets a value that indicates whether the same request can succeed later.</summary>
    public bool IsTransient => Error.IsTransient;

    /// <summary>Gets a one-line description of the error, which contains no secrets and can be logged.</summary>
    public override string Message => Error.ToString();
}
