using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether a test decides access, by the names of the symbols that its value flows to.</summary>
internal static class AccessDecision
{
    /// <summary>Determines whether access depends on a test of the date.</summary>
    /// <param name="test">The test.</param>
    /// <param name="member">The member that contains the test.</param>
    public static bool DependsOn(DateTest test, ISymbol member)
    {
        IOperation value = test.Operation;
        bool isNarrowedByOr = test.IsTrueForDate == false;

        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IDelegateCreationOperation:
                    value = parent;
                    continue;

                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }:
                    isNarrowedByOr = !isNarrowedByOr;
                    value = parent;
                    continue;

                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or } both:
                    bool isOr = both.OperatorKind is BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or;

                    // The other operand might decide.
                    if (isOr == isNarrowedByOr && !IsNullTest(both.LeftOperand == value ? both.RightOperand : both.LeftOperand))
                        return false;

                    value = parent;
                    continue;

                case IConditionalOperation choice when choice.Condition == value && IsTruth(choice):
                    value = parent;
                    continue;

                case IConditionalOperation choice when choice.Condition == value:
                    return GuardsAccess(choice, test.Operation, member) || (isNarrowedByOr && ReturnsDenial(choice, member));

                case IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod: { Name: "FromResult" } called } call }
                    when called.ContainingNamespace.IsNamed("Tasks", "Threading", "System") && parameter.Ordinal == 0:
                    value = call;
                    continue;

                case IArgumentOperation { Parameter: { } parameter }:
                    return AccessNames.IsAccessName(parameter.Name);

                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return AccessNames.IsAccessName(declarator.Symbol.Name);

                case IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields }:
                    return AccessNames.IsAccessName(fields[0].Name);

                case IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties }:
                    return AccessNames.IsAccessName(properties[0].Name);

                case IAssignmentOperation assignment when assignment.Value == value:
                    return FindName(assignment.Target) is { } target && AccessNames.IsAccessName(target);

                case IReturnOperation:
                    if (FindFunction(parent) is not { } lambda)
                        return AccessNames.IsAccessName(GetName(parent, member));

                    value = lambda;
                    continue;

                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsNullTest(IOperation operation) => operation.WithoutConversions() switch
    {
        IPropertyReferenceOperation property => property.Reads("PaymentsResult", "IsSuccess"),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation => IsNullTest(negation.Operand),
        IBinaryOperation comparison => IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand),
        IIsPatternOperation { Pattern: IConstantPatternOperation constant } => IsNull(constant.Value),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation constant } } => IsNull(constant.Value),
        _ => false,
    };

    private static bool IsNull(IOperation operation) => operation.WithoutConversions().ConstantValue is { HasValue: true, Value: null };

    private static bool IsTruth(IConditionalOperation choice) =>
        choice.WhenTrue.ConstantValue is { HasValue: true, Value: bool } && choice.WhenFalse?.ConstantValue is { HasValue: true, Value: bool };

    /// <summary>Determines whether the guarded code grants access and doesn't use the date itself.</summary>
    private static bool GuardsAccess(IConditionalOperation choice, IOperation test, ISymbol member)
    {
        foreach (IOperation operation in choice.WhenTrue.WithDescendants())
        {
            if (operation.Reads("PaymentInformation", "DateOfPurchase") || (operation is ILocalReferenceOperation local && IsDeclaredIn(test, local.Local)))
                return false;
        }

        IOperation only = choice.WhenTrue;

        while (only is IBlockOperation { Operations.Length: 1 } block)
            only = block.Operations[0];

        return only switch
        {
            IReturnOperation { ReturnedValue: { ConstantValue: { HasValue: true, Value: true } } } => FindFunction(only) is null && AccessNames.IsAccessName(GetName(only, member)),
            IReturnOperation { ReturnedValue: { } returned } => GrantsAccess(returned),
            IExpressionStatementOperation { Operation: var done } => GrantsAccess(done),
            _ => choice.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ConditionalExpressionSyntax && GrantsAccess(only),
        };
    }

    /// <summary>Determines whether a function whose name is about access, such as <c>HasAccess</c>, returns false if the test is true, and true otherwise.</summary>
    private static bool ReturnsDenial(IConditionalOperation choice, ISymbol member) =>
        Statements.Returns(choice.WhenTrue, false)
        && (choice.WhenFalse ?? Statements.FindNext(choice)) is { } next
        && Statements.Returns(next, true)
        && FindFunction(choice) is null
        && AccessNames.IsAccessName(GetName(choice, member));

    private static bool GrantsAccess(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => GrantsAccess(conversion.Operand),
        IAwaitOperation awaited => GrantsAccess(awaited.Operation),
        IInvocationOperation call => AccessNames.IsAccessName(call.TargetMethod.Name),
        IFieldReferenceOperation { Field.IsConst: true } field => AccessNames.IsAccessName(field.Field.Name),
        ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: true } } assignment => FindName(assignment.Target) is { } name && AccessNames.IsAccessName(name),
        _ => false,
    };

    private static bool IsDeclaredIn(IOperation test, ILocalSymbol local)
    {
        foreach (SyntaxReference reference in local.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == test.Syntax.SyntaxTree && test.Syntax.Span.Contains(reference.Span))
                return true;
        }

        return false;
    }

    private static string? FindName(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        _ => null,
    };

    private static IAnonymousFunctionOperation? FindFunction(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null and not ILocalFunctionOperation; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda)
                return lambda;
        }

        return null;
    }

    /// <summary>Returns the name of the function or property that the statement returns from.</summary>
    private static string GetName(IOperation statement, ISymbol member)
    {
        for (IOperation? around = statement.Parent; around is not null; around = around.Parent)
        {
            if (around is ILocalFunctionOperation function)
                return function.Symbol.Name;
        }

        return member is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : member.Name;
    }
}
