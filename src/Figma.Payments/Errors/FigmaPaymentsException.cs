using System;
using System.Diagnostics.CodeAnalysis;

namespace Figma.Payments;

/// <summary>Thrown where Figma's Payments API did not answer the question. Whoever catches it grants nothing.</summary>
/// <remarks>It carries no inner exception: those of the HTTP stack may print addresses and headers.</remarks>
[SuppressMessage("Design", "CA1032", Justification = "It is nothing without its error.")]
public sealed class FigmaPaymentsException : Exception
{
    /// <summary>Makes an exception from what went wrong.</summary>
    /// <param name="error">What went wrong.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public FigmaPaymentsException(PaymentsError error) =>
        Error = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>What went wrong.</summary>
    public PaymentsError Error { get; }

    /// <summary>What kind of error it is.</summary>
    public PaymentsErrorKind Kind => Error.Kind;

    /// <summary>Whether the same question may be answered later without anything being changed.</summary>
    public bool IsTransient => Error.IsTransient;

    /// <summary>The error in one line, for a log. It repeats no secret.</summary>
    public override string Message => Error.ToString();
}
