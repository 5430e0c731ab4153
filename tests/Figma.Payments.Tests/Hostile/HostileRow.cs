using System;

namespace Figma.Payments.Tests.Hostile;

/// <summary>One line of the table: what comes over the wire, and what becomes of it.</summary>
/// <param name="Name">What a person calls it; unique.</param>
/// <param name="Reply">What the server does once it has read the question.</param>
/// <param name="Kind">The kind of error; null for what is a proven answer.</param>
/// <param name="Reads">What a person reads: a part of the error, or the answer as <see cref="Outcome"/> writes it.</param>
internal sealed record HostileRow(string Name, Reply Reply, PaymentsErrorKind? Kind, string Reads)
{
    /// <summary>Whether the question is over when its time is.</summary>
    public bool IsTimed { get; init; }

    /// <summary>Whether the row is one of those that say that the user has paid.</summary>
    public bool Grants => Kind is null && Reads.StartsWith("granted", StringComparison.Ordinal);

    /// <summary>How a person reads a result: what an answer decides, its status and date; or the whole error.</summary>
    public static string Outcome(PaymentsResult result) => result.Information is { } answer
        ? FormattableString.Invariant($"{(result.IsPaid ? "granted" : "denied")}: {answer.PaymentStatusText} {answer.DateOfPurchase:yyyy-MM-ddTHH:mm:ss.FFFFFFFK}").TrimEnd()
        : result.Error!.ToString();

    public override string ToString() => Name;
}
