using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>
/// Finds the variables and members whose null state the compiler might get wrong. It takes the state of a member from an earlier test, although a call can have changed the member
/// since: <c>if (holder.Id is not null) { holder.Clear(); id = holder.Id; }</c>. It doesn't see either that a lambda has changed a variable. A variable is judged right
/// only if each value that it gets is on a list.
/// </summary>
internal static class NullStateSources
{
    /// <summary>Returns the variables with a value that isn't on the list, or with the value of such a variable, and what is compared with such a value.</summary>
    /// <param name="blocks">The bodies of the member.</param>
    /// <param name="isInConstructor">true if the member is a constructor; otherwise, false.</param>
    /// <param name="isFollowed">The function that determines whether the value of a variable is known where it is used.</param>
    public static HashSet<ISymbol> FindMisjudged(IEnumerable<IOperation> blocks, bool isInConstructor, Func<ISymbol, IOperation, bool> isFollowed)
    {
        IOperation[] operations = [.. blocks.SelectMany(static block => block.DescendantsAndSelf())];
        HashSet<ISymbol> misjudged = new(operations.OfType<IDeclarationPatternOperation>().Where(static pattern => pattern.MatchesNull).Select(static pattern => pattern.DeclaredSymbol).OfType<ISymbol>(), SymbolEqualityComparer.Default);

        // What an enumerator returns, and what a caller passes although it is disallowed.
        misjudged.UnionWith(operations.OfType<IForEachLoopOperation>().SelectMany(static loop => loop.Locals));
        misjudged.UnionWith(operations.OfType<IParameterReferenceOperation>().Select(static reference => reference.Parameter).Where(MethodContracts.DisallowsNull));

        misjudged.UnionWith(operations.Select(FindWrittenWithin).OfType<ISymbol>());

        (ISymbol Variable, IOperation Value)[] assigned = [.. operations.SelectMany(FindAssigned)];
        (ISymbol Subject, IOperation Value)[] compared = [.. operations.SelectMany(FindCompared)];
        int before;

        do
        {
            before = misjudged.Count;

            foreach ((ISymbol variable, IOperation value) in assigned)
            {
                if (!IsRight(value))
                    misjudged.Add(variable);
            }

            foreach ((ISymbol subject, IOperation value) in compared)
            {
                if (!(value.Type is { IsReferenceType: true } ? IsNonNull(value) : IsRight(value)))
                    misjudged.Add(subject);
            }
        }
        while (misjudged.Count > before);

        return misjudged;

        // A reference of a type that isn't nullable can be null.
        bool IsNonNull(IOperation value) => value.ConstantValue.HasValue || value is IObjectCreationOperation or IInterpolatedStringOperation;

        bool IsRight(IOperation value) => value switch
        {
            { Type: not { IsTupleType: true } } when value.Type.IsNonNullableValue() || value.ConstantValue.HasValue => true,
            IDefaultValueOperation or IObjectCreationOperation => true,
            IConversionOperation { OperatorMethod: null, Operand.Type: not { TypeKind: TypeKind.Dynamic } } conversion => IsRight(conversion.Operand),
            IParenthesizedOperation parenthesized => IsRight(parenthesized.Operand),
            IConditionalOperation { WhenFalse: { } whenFalse } choice => IsRight(choice.WhenTrue) && IsRight(whenFalse),
            ICoalesceOperation coalesce => IsRight(coalesce.Value) && IsRight(coalesce.WhenNull),
            ISimpleAssignmentOperation assignment => IsRight(assignment.Value),
            ICoalesceAssignmentOperation assignment => IsRight(assignment.Target) && IsRight(assignment.Value),
            ISwitchExpressionOperation choice => choice.Arms.All(arm => IsRight(arm.Value)),
            ITupleOperation tuple => tuple.Elements.All(IsRight),
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member when !isInConstructor && ReadonlyMembers.Keep(member) => true,
            _ => FindVariable(value) is { } variable && !misjudged.Contains(variable) && isFollowed(variable, value),
        };
    }

    /// <summary>Returns the variable that an operation reads or writes, also if that is an element of a tuple, or null.</summary>
    public static ISymbol? FindVariable(IOperation? operation) =>
        operation is IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } ? FindVariable(tuple) : ProgramVariable.OwnerOf(operation) as ISymbol;

    /// <summary>
    /// Returns the variable that an operation writes inside an expression that also reads it, or null. The compiler can take what it learns about the value that was read for
    /// the value that was written: <c>switch (p, Clear(ref p)) { case ({ }, true): … }</c>.
    /// </summary>
    private static ISymbol? FindWrittenWithin(IOperation operation)
    {
        IOperation? target = operation switch
        {
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
            IAssignmentOperation { Parent: not IExpressionStatementOperation } assignment => assignment.Target,
            _ => null,
        };

        return FindVariable(target) is { } variable && (IsInCondition(operation.Syntax) || CountUses(operation.Syntax, variable.Name) > 1) ? variable : null;
    }

    // After 'when', the compiler keeps what it has learned about the value before.
    private static bool IsInCondition(SyntaxNode written) => written.Ancestors().TakeWhile(static node => node is not StatementSyntax).Any(static node => node is WhenClauseSyntax or CatchFilterClauseSyntax);

    private static int CountUses(SyntaxNode written, string name) => written
        .AncestorsAndSelf()
        .TakeWhile(static node => node is not StatementSyntax)
        .OfType<ExpressionSyntax>()
        .LastOrDefault()?
        .DescendantNodesAndSelf()
        .Count(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name) ?? 0;

    private static IEnumerable<(ISymbol Variable, IOperation Value)> FindAssigned(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment when FindVariable(assignment.Target) is { } variable => [(variable, assignment.Value)],
        IVariableDeclaratorOperation { Symbol: var local } declarator when (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initializer => [(local, initializer.Value)],
        _ => [],
    };

    /// <summary>Returns the variables and members that are compared, each with what it is compared with: what equals a non-null value is non-null for the compiler.</summary>
    private static IEnumerable<(ISymbol Subject, IOperation Value)> FindCompared(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => FindCompared(comparison.LeftOperand, comparison.RightOperand),
        ITupleBinaryOperation comparison => FindCompared(comparison.LeftOperand, comparison.RightOperand),
        IInvocationOperation { TargetMethod: { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object }, Arguments: [{ Value: var left }, { Value: var right }] } => FindCompared(left, right),
        _ => [],
    };

    private static IEnumerable<(ISymbol Subject, IOperation Value)> FindCompared(IOperation left, IOperation right) => (left.WithoutConversions(), right.WithoutConversions()) switch
    {
        (ITupleOperation tuple, ITupleOperation other) when tuple.Elements.Length == other.Elements.Length => tuple.Elements.Zip(other.Elements, FindCompared).SelectMany(static pairs => pairs),
        (ITupleOperation tuple, var value) => tuple.Elements.SelectMany(element => FindCompared(element, value)),
        (var value, ITupleOperation tuple) => tuple.Elements.SelectMany(element => FindCompared(value, element)),
        var (a, b) => FindSubjects(a).Select(subject => (subject, b)).Concat(FindSubjects(b).Select(subject => (subject, a))),
    };

    // If 'p?.Name' equals a value, then 'p' isn't null either.
    private static IEnumerable<ISymbol> FindSubjects(IOperation operand) => operand is IConditionalAccessOperation
        ? operand.DescendantsAndSelf().Select(FindSubject).OfType<ISymbol>()
        : [.. new[] { FindSubject(operand) }.OfType<ISymbol>()];

    private static ISymbol? FindSubject(IOperation operation) => FindVariable(operation) ?? (operation as IMemberReferenceOperation)?.Member;
}
