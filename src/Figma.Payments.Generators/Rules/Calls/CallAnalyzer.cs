using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>FPG2001 to FPG2004: a call must specify exactly one resource ID.</summary>
/// <remarks>The cheapest check is first: the arguments, then the compiler's nullable flow state, then the flow analysis of the method.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallAnalyzer() : LibraryAnalyzer(
    Descriptors.RequestMustSpecifyResource,
    Descriptors.RequestMustSpecifyOneResource,
    Descriptors.RequestMustSpecifyOneResourceOnEveryPath,
    Descriptors.MarkMethodsThatForwardResourceIds)
{
    private protected override void Register(CompilationStartAnalysisContext start)
    {
        ResourceMethodCache methods = new();
        start.RegisterOperationBlockStartAction(block => Watch(block, methods));
    }

    private static void Watch(OperationBlockStartAnalysisContext block, ResourceMethodCache methods)
    {
        List<ResourceCall>? open = null;

        block.RegisterOperationAction(
            context =>
            {
                if (ResourceCall.Find(context.Operation, methods) is not { } call)
                    return;

                ImmutableArray<int> given = call.With(Presence.Given);

                if (given.Length > 1)
                    context.ReportDiagnostic(CallDiagnostics.CreateSeveral(call, given));
                else if (call.FindUserNextToToken() is { } user)
                    context.ReportDiagnostic(CallDiagnostics.CreateTokenAndUser(call, user));
                else if (call.IsOpen)
                    (open ??= []).Add(call);
                else if (given.IsEmpty)
                    context.ReportDiagnostic(CallDiagnostics.CreateNone(call));
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation);

        block.RegisterOperationBlockEndAction(context =>
        {
            if (open is not null)
                Decide(context, open);
        });
    }

    private static void Decide(OperationBlockAnalysisContext context, List<ResourceCall> open)
    {
        BodyFlow flow = new(context, open);

        foreach (ResourceCall call in open.OrderBy(static call => call.Operation.Syntax.SpanStart))
        {
            if (flow.FindPaths(call) is { } paths && CallDiagnostics.Find(call, paths) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }

        if (Forwarding.Find(context, open) is { } forwarding)
            context.ReportDiagnostic(forwarding);
    }
}
