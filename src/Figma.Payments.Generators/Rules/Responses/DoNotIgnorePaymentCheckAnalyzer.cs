using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reports FPG3003: a call to a client method whose result is ignored.</summary>
/// <remarks>A test makes calls for other reasons, for example to verify the requests. So do calls on substitutes, and calls that are, or might be, expected to throw an exception.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoNotIgnorePaymentCheckAnalyzer() : LibraryAnalyzer(Descriptors.DoNotIgnorePaymentCheck)
{
    private protected override void Register(CompilationStartAnalysisContext start)
    {
        if (!TestFrameworks.AreReferencedBy(start.Compilation))
            start.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (FindIgnoredCall((IExpressionStatementOperation)context.Operation, context.Compilation) is { } call)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DoNotIgnorePaymentCheck, CallSyntax.LocationOf(call), call.TargetMethod.Name));
    }

    private static IInvocationOperation? FindIgnoredCall(IExpressionStatementOperation statement, Compilation compilation) =>
        statement.Syntax is ExpressionStatementSyntax or { Parent: ArrowExpressionClauseSyntax }
        && FindCall(statement.Operation) is { } call
        && IsClientMethodCall(call)
        && !IsWholeBody(statement)
        && !IsGivenToUnknownCode(statement)
        && !ExpectedCalls.Contains(call)
        && !OtherPurposes.IsServedBy(statement, compilation)
        && !ClientImplementations.Contain(call.Instance?.Type, compilation)
            ? call
            : null;

    /// <summary>Returns the call without the operations that wait for its result.</summary>
    private static IInvocationOperation? FindCall(IOperation operation) => operation switch
    {
        IAwaitOperation awaited => FindCall(awaited.Operation),
        IConditionalAccessOperation access => FindCall(access.WhenNotNull),
        IParenthesizedOperation parenthesized => FindCall(parenthesized.Operand),
        IInvocationOperation { Instance: { } task, TargetMethod.Name: "ConfigureAwait" or "WaitAsync" or "Wait" or "AsTask" or "GetAwaiter" or "GetResult" } wait
            when IsOfTasks(wait.TargetMethod.ContainingType) => FindCall(task),
        IInvocationOperation call => call,
        _ => null,
    };

    private static bool IsOfTasks(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsNamed("Tasks", "Threading", "System") || type.ContainingNamespace.IsNamed("CompilerServices", "Runtime", "System");

    private static bool IsClientMethodCall(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: false, ReturnType: INamedTypeSymbol { Arity: 1 } returned }
        && LibrarySymbols.FindWrapper(returned) is not null
        && LibrarySymbols.FindResultKind(returned.TypeArguments[0]) is not null
        && ResourceParameters.FindClientMethod(call.TargetMethod.OriginalDefinition, call.Instance?.Type) is not null;

    /// <summary>Determines whether a method receives the code that contains the call, other than one of .NET and ASP.NET Core. It might assert that the call throws.</summary>
    private static bool IsGivenToUnknownCode(IExpressionStatementOperation statement)
    {
        for (IOperation? around = statement.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda && lambda.FindReceivingCall()?.IsCallOfPlatform() == false)
                return true;
        }

        return false;
    }

    /// <summary>Determines whether the call is the whole body of a lambda or a local function, as in a test that expects an exception.</summary>
    private static bool IsWholeBody(IExpressionStatementOperation statement) =>
        statement.Parent is IBlockOperation { Parent: IAnonymousFunctionOperation or ILocalFunctionOperation } block
        && block.Operations.Count(static operation => !operation.IsImplicit) == 1;
}
