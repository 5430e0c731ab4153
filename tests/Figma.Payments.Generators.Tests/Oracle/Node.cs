using System.Collections.Immutable;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Tests.Oracle;

/// <summary>A piece of a random method.</summary>
internal abstract record Node;

internal abstract record Condition : Node;

/// <summary>A condition that is asked as one: what it comes out as is a decision of the method.</summary>
internal sealed record Leaf(string Code) : Condition;

internal sealed record Not(Condition Inner) : Condition;

internal sealed record Both(Condition Left, Condition Right, bool IsAnd) : Condition;

/// <summary>A value of one id.</summary>
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

/// <summary><c>try</c>, with a <c>catch</c> where there is one, and with a <c>finally</c> where it does anything.</summary>
internal sealed record Guarded(ImmutableArray<Statement> Body, ImmutableArray<Statement>? Caught, ImmutableArray<Statement> Finally) : Statement;

/// <summary><c>return</c>, <c>throw</c>, <c>break</c> or <c>continue</c>.</summary>
internal sealed record Jump(string Code) : Statement;

/// <summary>What a method's ids are: structs of their own, text, or numbers.</summary>
internal enum IdKind
{
    Ids,
    Texts,
    Numbers,
}

/// <summary>One random method.</summary>
/// <param name="Seed">What it was made of.</param>
/// <param name="Kind">What its ids are.</param>
/// <param name="Body">What stands before the call.</param>
/// <param name="Arguments">The arguments of the call, by the parameter's name.</param>
/// <param name="IsWrapped">Whether a marked method of one's own is called instead of the client's.</param>
internal sealed record RandomMethod(int Seed, IdKind Kind, ImmutableArray<Statement> Body, ImmutableArray<(string Parameter, Value Value)> Arguments, bool IsWrapped);
