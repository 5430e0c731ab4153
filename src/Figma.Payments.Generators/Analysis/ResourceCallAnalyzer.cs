using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Analysis;

/// <summary>FPG2001 and FPG2002: a call that supplies none, or several, of the resource ids, as its arguments themselves say.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResourceCallAnalyzer : LibraryAnalyzer
{
    /// <summary>Makes the analyzer.</summary>
    public ResourceCallAnalyzer()
        : base(Rules.NoResource, Rules.SeveralResources)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start)
    {
        QuestionCatalogue catalogue = new();
        start.RegisterOperationAction(operation => Analyze(operation, catalogue), OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context, QuestionCatalogue catalogue)
    {
        if (ResourceCall.Find(context.Operation, catalogue) is not { } call)
            return;

        ImmutableArray<int> given = call.With(Presence.Given);

        if (given.Length > 1)
            context.ReportDiagnostic(Several(call, given));
        else if (given.IsEmpty && !call.IsOpen)
            context.ReportDiagnostic(Diagnostic.Create(Rules.NoResource, call.Location, call.Method.Name, call.AllNames));
    }

    private static Diagnostic Several(ResourceCall call, ImmutableArray<int> given) => Diagnostic.Create(
        Rules.SeveralResources,
        call.Location,
        given.Select(id => call.Arguments[id]!.Syntax.GetLocation()),
        call.Method.Name,
        call.NamesOf(given));
}
