using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle;

/// <summary>A syntax node of a random method.</summary>
internal abstract record Node;

internal abstract record Condition : Node;

/// <summary>A condition that is evaluated as a whole: its outcome is a decision of the method.</summary>
internal sealed record Leaf(string Code) : Condition;

internal sealed record Not(Condition Inner) : Condition;

internal sealed record Both(Condition Left, Condition Right, bool IsAnd) : Condition;

/// <summary>A value of an ID.</summary>
internal abstract record Value : Node;

internal sealed record Plain(string Code) : Value;

internal sealed record Choice(Condition Condition, Value Then, Value Else) : Value;

internal sealed record Fallback(string Variable, Value Else) : Value;

internal sealed record Arms(ImmutableArray<(int Constant, Value Value)> Cases, Value Default) : Value;

internal abstract record Statement : Node;

internal sealed record Assign(string Target, string Operator, Value Value) : Statement;

internal sealed record AssignBoolean(string Target, Condition Value) : Statement;

internal sealed record Swap(string First, string Second, Value ForFirst, Value ForSecond) : Statement;

internal sealed record If(Condition Condition, ImmutableArray<Statement> Then, ImmutableArray<Statement> Else) : Statement;

internal sealed record Switch(ImmutableArray<(int Constant, ImmutableArray<Statement> Body)> Cases, ImmutableArray<Statement>? Default) : Statement;

internal sealed record Loop(int Bound, bool IsWhile, ImmutableArray<Statement> Body) : Statement;

/// <summary>A <c>try</c> with an optional <c>catch</c> and an optional <c>finally</c>.</summary>
internal sealed record Guarded(ImmutableArray<Statement> Body, ImmutableArray<Statement>? Caught, ImmutableArray<Statement> Finally) : Statement;

/// <summary>A construct of the richer grammar.</summary>
/// <param name="Kind">The kind by which calls that aren't reported are counted.</param>
/// <param name="Parts">Code, conditions, values, statements and blocks, in the order of the text.</param>
internal sealed record Construct(string Kind, ImmutableArray<object> Parts) : Statement;

/// <summary><c>return</c>, <c>throw</c>, <c>break</c> or <c>continue</c>.</summary>
internal sealed record Jump(string Code) : Statement;

/// <summary>Specifies the type of a method's IDs.</summary>
internal enum IdKind
{
    Ids,
    Texts,
    Numbers,
}

/// <summary>One random method.</summary>
/// <param name="Seed">The seed of the method.</param>
/// <param name="Kind">The type of its IDs.</param>
/// <param name="Body">The statements before the call.</param>
/// <param name="Arguments">The arguments of the call, by parameter name.</param>
/// <param name="IsWrapped">A value that indicates whether a marked method is called instead of the client.</param>
internal sealed record RandomMethod(int Seed, IdKind Kind, ImmutableArray<Statement> Body, ImmutableArray<(string Parameter, Value Value)> Arguments, bool IsWrapped)
{
    /// <summary>Gets a value that indicates whether the method is an instance method with members and a primary constructor.</summary>
    public bool IsRich { get; init; }

    /// <summary>Gets a value that indicates whether the method is asynchronous.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Gets the other members of the class.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>Gets the kinds of the constructs in the method.</summary>
    public ImmutableArray<string> Constructs { get; init; } = [];
}
