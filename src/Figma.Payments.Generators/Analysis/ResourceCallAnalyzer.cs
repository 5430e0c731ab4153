using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Diagnostics;
using Figma.Payments.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Analysis;

/// <summary>FPG2001 and FPG2002: a call that supplies none, or several, of the resource ids.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResourceCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.NoResource,
        Rules.SeveralResources);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);

        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.PaymentsClientAttributeMetadataName) is null)
                return;

            ConcurrentDictionary<(IMethodSymbol Method, ITypeSymbol? Receiver), ResourceParameters?> known = new(CallComparer.Instance);
            start.RegisterOperationAction(operation => Analyze(operation, known), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ConcurrentDictionary<(IMethodSymbol Method, ITypeSymbol? Receiver), ResourceParameters?> known)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;

        if (!MayBeQuestion(call.TargetMethod))
            return;

        ResourceParameters? resources = known.GetOrAdd(
            (call.TargetMethod.OriginalDefinition, call.Instance?.Type),
            static key => ResourceParameters.Find(key.Method, key.Receiver));

        if (resources is not null && !IsInExpressionTree(call))
            Judge(context, call, resources);
    }

    private static void Judge(OperationAnalysisContext context, IInvocationOperation call, ResourceParameters resources)
    {
        List<string> given = [];
        List<Location> places = [];
        bool isUnknown = false;

        foreach (IArgumentOperation argument in call.Arguments)
        {
            int index = argument.Parameter is { } parameter ? resources.Ordinals.IndexOf(parameter.Ordinal) : -1;

            if (index < 0)
                continue;

            switch (ArgumentPresence.Of(argument))
            {
                case Presence.Given:
                    given.Add(resources.Names[index]);
                    places.Add(argument.Syntax.GetLocation());
                    break;

                case Presence.Unknown:
                    isUnknown = true;
                    break;
            }
        }

        Location location = CallSyntax.NameOf(call).GetLocation();

        if (given.Count > 1)
            context.ReportDiagnostic(Diagnostic.Create(Rules.SeveralResources, location, places, call.TargetMethod.Name, Join(given)));
        else if (given.Count == 0 && !isUnknown)
            context.ReportDiagnostic(Diagnostic.Create(Rules.NoResource, location, call.TargetMethod.Name, Join(resources.Names)));
    }

    // An expression tree describes a call, as a mocking library's Setup does, and makes none.
    private static bool IsInExpressionTree(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IConversionOperation { Operand: IAnonymousFunctionOperation, Type: { Name: "Expression" } type } && type.ContainingNamespace.IsNamed("Expressions", "Linq", "System"))
                return true;
        }

        return false;
    }

    // Looked at for every call of a compilation: nothing is resolved and nothing allocated.
    private static bool MayBeQuestion(IMethodSymbol method) =>
        method is { IsStatic: false, Parameters.Length: >= 2, ReturnType: INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" } };

    private static string Join(IReadOnlyCollection<string> names) => string.Join(", ", names.Select(static name => $"'{name}'"));

    private sealed class CallComparer : IEqualityComparer<(IMethodSymbol Method, ITypeSymbol? Receiver)>
    {
        public static readonly CallComparer Instance = new();

        public bool Equals((IMethodSymbol Method, ITypeSymbol? Receiver) x, (IMethodSymbol Method, ITypeSymbol? Receiver) y) =>
            SymbolEqualityComparer.Default.Equals(x.Method, y.Method) && SymbolEqualityComparer.Default.Equals(x.Receiver, y.Receiver);

        public int GetHashCode((IMethodSymbol Method, ITypeSymbol? Receiver) key) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(key.Method) * 31) + SymbolEqualityComparer.Default.GetHashCode(key.Receiver));
    }
}
