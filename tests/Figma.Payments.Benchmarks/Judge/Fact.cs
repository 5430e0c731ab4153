using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Benchmarks.Judge;

/// <summary>Specifies what the flow analysis claims about an expression. The names are those of the methods of the asserting class (see <see cref="AssertingClass"/>).</summary>
internal enum FactKind
{
    /// <summary>The expression isn't evaluated.</summary>
    Unreachable,

    /// <summary>The value is null.</summary>
    Null,

    /// <summary>The value isn't null.</summary>
    NotNull,

    /// <summary>The value is neither null nor an empty string.</summary>
    NotEmpty,

    /// <summary>The value is true.</summary>
    True,

    /// <summary>The value is false.</summary>
    False,

    /// <summary>The value is a string.</summary>
    Text,

    /// <summary>The value is null or an integer in a range.</summary>
    InRange,

    /// <summary>The value and another variable aren't both null or not null in one of four combinations.</summary>
    Pair,
}

/// <summary>A claim of the flow analysis about an expression.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Arguments">The remaining arguments of the assertion as C# code.</param>
internal sealed record Fact(FactKind Kind, ExpressionSyntax Expression, params string[] Arguments)
{
    /// <summary>Gets the code that precedes the expression.</summary>
    public string Prefix(string type) => $"{type}.{Kind}(";

    /// <summary>Gets the code that follows the expression.</summary>
    /// <param name="id">The ID of the fact, or its complement to assert the opposite.</param>
    public string Suffix(int id) => $", {id.ToString(CultureInfo.InvariantCulture)}{string.Concat(System.Linq.Enumerable.Select(Arguments, static argument => ", " + argument))})";

    /// <inheritdoc/>
    public override string ToString()
    {
        LinePosition position = Expression.GetLocation().GetLineSpan().StartLinePosition;
        return $"{Expression.SyntaxTree.FilePath}({position.Line + 1},{position.Character + 1}): '{Expression}' {Kind} {string.Join(", ", Arguments)}";
    }
}
