using System;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>The ways in which a statement, or code that begins with it, can end.</summary>
/// <param name="Kinds">The ways.</param>
/// <param name="Local">A returned local variable with several values, which depend on the side of a decision, or null.</param>
internal readonly record struct AccessExits(AccessExits.Kind Kinds, IOperation? Local = null)
{
    private const Kind Jumps = Kind.Continues | Kind.Breaks | Kind.Repeats;

    public static readonly AccessExits Continued = new(Kind.Continues);
    public static readonly AccessExits Success = new(Kind.Success);
    public static readonly AccessExits Known = new(Kind.Known);
    public static readonly AccessExits Unknown = new(Kind.Unknown);

    /// <summary>Specifies a way to end.</summary>
    [Flags]
    public enum Kind
    {
        None = 0,

        /// <summary>The next statement is executed.</summary>
        Continues = 1,

        /// <summary>The loop or <c>switch</c> statement around it is left.</summary>
        Breaks = 2,

        /// <summary>The loop around it is repeated.</summary>
        Repeats = 4,

        /// <summary>The function ends and certainly refuses nothing.</summary>
        Success = 8,

        /// <summary>The function ends with a refusal or an error that the code contains. The condition that leads there is judged elsewhere.</summary>
        Known = 16,

        /// <summary>The function ends in a way that other code can choose.</summary>
        Unknown = 32,
    }

    /// <summary>Gets the ways in which the function ends.</summary>
    public AccessExits OfFunction => this with { Kinds = Kinds & ~Jumps };

    /// <summary>Gets the ways in which the statement ends, but the function doesn't.</summary>
    public AccessExits OfStatement => new(Kinds & Jumps);

    /// <summary>Gets a value that indicates whether access might be refused: nothing certainly grants it, or other code can choose.</summary>
    public bool MayRefuse => Has(Kind.Unknown) || !Has(Kind.Success);

    public static AccessExits operator |(AccessExits left, AccessExits right) => new(
        left.Kinds | right.Kinds | (left.Local is not null && right.Local is not null && left.Local != right.Local ? Kind.Unknown : Kind.None),
        left.Local ?? right.Local);

    public bool Has(Kind kind) => (Kinds & kind) != 0;

    /// <summary>Returns the same ways, except one that is another.</summary>
    public AccessExits Replace(Kind kind, Kind other) => Has(kind) ? this with { Kinds = (Kinds & ~kind) | other } : this;
}
