using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes calls to client methods that are made for another purpose than to reject users: to measure, to warm up, to test the connection.</summary>
internal static class OtherPurposes
{
    /// <summary>The position of the last call that runs the host of an application, or -1, for each body: a body with many calls is searched once.</summary>
    private static readonly ConditionalWeakTable<IOperation, StrongBox<int>> LastHosts = new();

    /// <summary>Determines whether nothing depends on whether the user has paid: by the names around the call, or because nothing follows it but logging.</summary>
    public static bool IsServedBy(IExpressionStatementOperation statement, Compilation compilation)
    {
        ISymbol? member = statement.SemanticModel?.GetEnclosingSymbol(statement.Syntax.SpanStart);

        if (IsNamed(statement, member) || IsHealthCheckOrBenchmark(member))
            return true;

        IEnumerable<IOperation> following = FindFollowing(statement).Where(static each => !IsEnd(each));

        if (!following.Any())
            return IsWithoutCaller(member, compilation) || IsHandledByNothing(statement);

        return following.All(IsTelling) || (LastHosts.GetValue(statement.Root(), static root => new(FindLastHost(root))).Value > statement.Syntax.SpanStart && IsEntryPoint(member, compilation));
    }

    /// <summary>Determines whether the name of a function or a type around the call says that it has another purpose, such as <c>WarmUpAsync</c>.</summary>
    private static bool IsNamed(IOperation statement, ISymbol? member)
    {
        for (IOperation? around = statement.Parent; around is not null; around = around.Parent)
        {
            if (around is IVariableDeclaratorOperation { Symbol: { Type.TypeKind: TypeKind.Delegate, Name: var name } } && AccessNames.IsTechnical(name))
                return true;
        }

        for (; member is IMethodSymbol or INamedTypeSymbol; member = member.ContainingSymbol)
        {
            if (AccessNames.IsTechnical(member.Name))
                return true;
        }

        return false;
    }

    private static bool IsHealthCheckOrBenchmark(ISymbol? member) =>
        member?.ContainingType?.AllInterfaces.Any(static type => type.Is("IHealthCheck", "HealthChecks", "Diagnostics", "Extensions", "Microsoft")) == true
        || (member is IMethodSymbol method && method.GetAttributes().Any(static attribute => attribute.AttributeClass is { } type && (type.ContainingNamespace.IsNamed("Attributes", "BenchmarkDotNet"))));

    /// <summary>Determines whether the call is the last one of a <c>try</c> block whose <c>catch</c> clauses only log, so that not even a failure changes anything.</summary>
    private static bool IsHandledByNothing(IOperation statement) =>
        statement.Parent is IBlockOperation { Parent: ITryOperation { Catches.IsEmpty: false } attempt } block
        && attempt.Body == block
        && block.Operations[block.Operations.Length - 1] == statement
        && attempt.Catches.All(static clause => clause.Handler.Operations.All(static each => each is not (IReturnOperation or IBranchOperation) && IsTelling(each)));

    /// <summary>Returns the statements that are executed after a statement, up to the end of the function.</summary>
    private static IEnumerable<IOperation> FindFollowing(IOperation statement)
    {
        for (IOperation inner = statement; inner.Parent is { } around and not (IAnonymousFunctionOperation or ILocalFunctionOperation); inner = around)
        {
            switch (around)
            {
                case IBlockOperation block:
                    foreach (IOperation next in After(block.Operations, inner))
                        yield return next;

                    break;
                case ISwitchCaseOperation section:
                    foreach (IOperation next in After(section.Body, inner))
                        yield return next;

                    break;
                case ITryOperation { Finally: { } last } when last != inner:
                    foreach (IOperation next in last.Operations)
                        yield return next;

                    break;
                case ILoopOperation { Body: IBlockOperation body }:
                    foreach (IOperation next in body.Operations.Where(each => each.Syntax.SpanStart < statement.Syntax.SpanStart && !each.Syntax.Span.Contains(statement.Syntax.Span)))
                        yield return next;

                    break;
            }
        }
    }

    private static IEnumerable<IOperation> After(ImmutableArray<IOperation> statements, IOperation statement)
    {
        for (int i = FindFirst(statements, statement.Syntax.SpanStart + 1); i < statements.Length; i++)
            yield return statements[i];
    }

    /// <summary>Returns the index of the first statement that begins at or after a position, by binary search, because a body can contain many calls.</summary>
    private static int FindFirst(ImmutableArray<IOperation> statements, int position)
    {
        int low = 0;
        int high = statements.Length;

        while (low < high)
        {
            int middle = (low + high) / 2;

            if (statements[middle].Syntax.SpanStart < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Determines whether a statement only ends the function, without a result.</summary>
    private static bool IsEnd(IOperation statement) => statement.IsImplicit || statement switch
    {
        IReturnOperation { ReturnedValue: { } value } => Refusals.Unwrap(value) is IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType: var type } } && Refusals.IsTask(type),
        IReturnOperation or IBranchOperation or IEmptyOperation or ILocalFunctionOperation => true,
        _ => false,
    };

    /// <summary>Determines whether a statement only logs, measures or waits.</summary>
    private static bool IsTelling(IOperation statement) => IsEnd(statement) || statement switch
    {
        IExpressionStatementOperation { Operation: var effect } => IsTellingCall(effect),
        IVariableDeclarationGroupOperation variables => variables.WithDescendants().All(static each => each is not IInvocationOperation call || IsOfDiagnostics(call.TargetMethod)),
        _ => false,
    };

    private static bool IsTellingCall(IOperation effect) => effect switch
    {
        IAwaitOperation awaited => IsTellingCall(awaited.Operation),
        IConditionalAccessOperation access => IsTellingCall(access.WhenNotNull),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => IsTellingCall(task),
        IInvocationOperation { TargetMethod: var method } => IsOfDiagnostics(method) || (method.Name == "Delay" && Refusals.IsTask(method.ContainingType)),
        _ => false,
    };

    private static bool IsOfDiagnostics(IMethodSymbol method)
    {
        INamespaceSymbol space = method.ContainingNamespace;

        return space.IsNamed("Diagnostics", "System") || space.IsNamed("Metrics", "Diagnostics", "System") || space.IsNamed("Logging", "Extensions", "Microsoft") || space.IsNamed("Serilog")
            || method.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("LoggerMessageAttribute", "Logging", "Extensions", "Microsoft"));
    }

    /// <summary>Determines whether no caller continues after the function: the program ends, a background service does, or nobody waits for it.</summary>
    private static bool IsWithoutCaller(ISymbol? member, Compilation compilation) =>
        IsEntryPoint(member, compilation)
        || member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsAsync: true, ReturnsVoid: true }
        || member?.ContainingType?.AllInterfaces.Any(static type => type.Is("IHostedService", "Hosting", "Extensions", "Microsoft")) == true;

    private static bool IsEntryPoint(ISymbol? member, Compilation compilation) =>
        member is IMethodSymbol { IsStatic: true, Name: "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName }
        && SymbolEqualityComparer.Default.Equals(member, compilation.GetEntryPoint(default));

    /// <summary>Returns the position of the last call that runs the host of an application, before which there are no users.</summary>
    private static int FindLastHost(IOperation root) => root.WithDescendants().Where(StartsHost).Select(static each => each.Syntax.SpanStart).DefaultIfEmpty(-1).Max();

    private static bool StartsHost(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "Run" or "RunAsync" or "Start" or "StartAsync", ContainingType: var type } }
        && (type.Is("WebApplication", "Builder", "AspNetCore", "Microsoft") || type.ContainingNamespace.IsNamed("Hosting", "Extensions", "Microsoft"));
}
