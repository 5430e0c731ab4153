using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes calls to client methods whose results are used by nothing.</summary>
internal static class IgnoredResults
{
    /// <summary>Determines whether a call asks Figma whether a user has paid.</summary>
    public static bool IsClientMethodCall(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: false, ReturnType: INamedTypeSymbol { Arity: 1 } returned }
        && LibrarySymbols.FindWrapper(returned) is not null
        && LibrarySymbols.FindResultKind(returned.TypeArguments[0]) is not null
        && ResourceParameters.FindClientMethod(call.TargetMethod.OriginalDefinition, call.Instance?.Type) is not null;

    /// <summary>Returns the statement that does nothing but call a method and wait for its result, or that only declares a local variable with it or returns it as a task without a result; otherwise, null.</summary>
    public static IOperation? FindStatement(IInvocationOperation call)
    {
        IOperation value = call;

        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IAwaitOperation or IParenthesizedOperation or IConversionOperation { OperatorMethod: null }:
                case IConditionalAccessOperation access when access.WhenNotNull == value:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" or "Wait" or "AsTask" or "GetAwaiter" or "GetResult" } wait when wait.Instance == value && IsOfTasks(wait.TargetMethod.ContainingType):
                    value = parent;
                    continue;

                // The result of a task without one is lost.
                case IReturnOperation { ReturnedValue.Type: INamedTypeSymbol { Arity: 0 } returned } when Refusals.IsTask(returned):
                case IExpressionStatementOperation { Syntax: ExpressionStatementSyntax or { Parent: ArrowExpressionClauseSyntax } }:
                    return parent;

                // A name such as "_" says that the result is ignored on purpose.
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { Name: var name, RefKind: RefKind.None }, Parent: IVariableDeclarationOperation { Declarators.Length: 1, Parent: IVariableDeclarationGroupOperation group } } }
                    when value is IAwaitOperation && name is not ['_', ..]:
                    return group;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Returns the local variable that a statement declares, or null if it declares none.</summary>
    public static ILocalSymbol? FindLocal(IOperation statement) => statement is IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var declarator] }] } ? declarator.Symbol : null;

    /// <summary>Determines whether a type is a task or helps to wait for one.</summary>
    public static bool IsOfTasks(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsNamed("Tasks", "Threading", "System") || type.ContainingNamespace.IsNamed("CompilerServices", "Runtime", "System");

    /// <summary>Determines whether the result of a call isn't used.</summary>
    public static bool IsStatement(IOperation call)
    {
        IOperation statement = call;

        while (statement.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "Wait" or "GetAwaiter" or "GetResult" })
            statement = statement.Parent;

        return statement.Parent is IExpressionStatementOperation;
    }
}
