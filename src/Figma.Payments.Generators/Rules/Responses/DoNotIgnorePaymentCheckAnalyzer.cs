using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reports FPG3003: a call to a client method whose result is ignored, although users get access after it.</summary>
/// <remarks>A test makes calls for other reasons, for example to verify the requests. So do calls on substitutes, and calls that are, or might be, expected to throw an exception.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoNotIgnorePaymentCheckAnalyzer() : LibraryAnalyzer(Descriptors.DoNotIgnorePaymentCheck)
{
    private protected override void Register(CompilationStartAnalysisContext start)
    {
        if (!TestFrameworks.AreReferencedBy(start.Compilation))
            start.RegisterOperationBlockStartAction(Watch);
    }

    private static void Watch(OperationBlockStartAnalysisContext block)
    {
        List<IInvocationOperation> calls = [];

        block.RegisterOperationAction(
            context =>
            {
                if (context.Operation is IInvocationOperation call && IgnoredResults.IsClientMethodCall(call) && IgnoredResults.FindStatement(call) is not null)
                    calls.Add(call);
            },
            OperationKind.Invocation);

        block.RegisterOperationBlockEndAction(context =>
        {
            if (calls.Count == 0)
                return;

            IgnoredChecks checks = new(ResponseBody.Read(context.OperationBlocks, context.OwningSymbol, context.Compilation));

            foreach (IInvocationOperation call in calls.Where(checks.Grants))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DoNotIgnorePaymentCheck, CallSyntax.LocationOf(call), call.TargetMethod.Name));
        });
    }
}
