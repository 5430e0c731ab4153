using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Benchmarks.Judge;

/// <summary>Runs the flow analysis over all bodies of a file, with their lambdas and local functions, and collects the facts that can be asserted.</summary>
internal sealed class FactCollector(SemanticModel model)
{
    /// <summary>Gets the number of analyzed graphs.</summary>
    public int Graphs { get; private set; }

    /// <summary>Gets the number of graphs that the analysis gave up.</summary>
    public int GivenUp { get; private set; }

    /// <summary>Returns the facts of the file.</summary>
    public List<Fact> Collect()
    {
        List<Fact> facts = [];

        foreach (SyntaxNode node in model.SyntaxTree.GetRoot().DescendantNodesAndSelf())
        {
            if (IsBody(node) && model.GetOperation(node) is { Parent: null } body and (IMethodBodyBaseOperation or IBlockOperation or ISymbolInitializerOperation)
                && ControlFlowGraph.Create(node, model) is { } graph)
            {
                Analyze(graph, EscapeAnalysis.Run(body), FindFunction(node), facts);
            }
        }

        return [.. facts.Where(IsAssertable).DistinctBy(static fact => (fact.Kind, fact.Expression, fact.Arguments.FirstOrDefault()))];
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => true,
        CompilationUnitSyntax unit => unit.Members.Any(static member => member is GlobalStatementSyntax),
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } } => !IsConstant(node),
        _ => false,
    };

    private static bool IsConstant(SyntaxNode initializer) =>
        initializer.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field && field.Modifiers.Any(SyntaxKind.ConstKeyword);

    private IMethodSymbol? FindFunction(SyntaxNode node) => node switch
    {
        ArrowExpressionClauseSyntax { Parent: { } owner } => (model.GetDeclaredSymbol(owner) as IPropertySymbol)?.GetMethod,
        CompilationUnitSyntax unit => model.GetDeclaredSymbol(unit),
        _ => model.GetDeclaredSymbol(node) as IMethodSymbol,
    };

    private void Analyze(ControlFlowGraph graph, EscapeAnalysis escapes, IMethodSymbol? function, List<Fact> facts)
    {
        Graphs++;
        FactObserver observer = new(graph, escapes, function);
        FlowAnalysis analysis = FlowAnalysis.Run(graph, escapes, function, precondition: null, observer, default);

        if (analysis.HasGivenUp)
            GivenUp++;

        facts.AddRange(observer.FindFacts(analysis));

        foreach (IMethodSymbol local in graph.LocalFunctions)
            Analyze(graph.GetLocalFunctionControlFlowGraph(local), escapes, local, facts);

        foreach (IFlowAnonymousFunctionOperation lambda in graph.AllOperations().OfType<IFlowAnonymousFunctionOperation>())
            Analyze(graph.GetAnonymousFunctionControlFlowGraph(lambda), escapes, lambda.Symbol, facts);
    }

    /// <summary>Determines whether a call with the expression as its argument can replace the expression without a change of behavior.</summary>
    private bool IsAssertable(Fact fact)
    {
        ExpressionSyntax expression = fact.Expression;

        if (model.GetOperation(expression) is not { ConstantValue.HasValue: false, Type: { } type } operation
            || type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic or TypeKind.Error
            || expression.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }
            || expression is IdentifierNameSyntax { Parent: QualifiedNameSyntax or AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax or ExpressionColonSyntax })
        {
            return false;
        }

        if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation)
        {
            // A copy of a mutable struct isn't its variable.
            bool isReceiver = expression.Parent is MemberAccessExpressionSyntax member && member.Expression == expression
                || expression.Parent is ElementAccessExpressionSyntax access && access.Expression == expression
                || expression.Parent is ConditionalAccessExpressionSyntax conditional && conditional.Expression == expression;

            if (isReceiver && !type.IsReferenceType && !type.IsNullableValue())
                return false;

            if (VariableReference.Classify(operation) != ReferenceForm.Read || operation.Parent is IArgumentOperation { Parameter.RefKind: not RefKind.None })
                return false;
        }

        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is INameOfOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation)
                return false;

            // The lambda of an expression tree is data.
            if (around is IConversionOperation { Operand: IAnonymousFunctionOperation, Type.TypeKind: not TypeKind.Delegate })
                return false;

            if (around is ITranslatedQueryOperation && around.Descendants().Any(static inner => inner is IConversionOperation { Operand: IAnonymousFunctionOperation }))
                return false;

            // The text of the argument is an argument, too.
            if (around is IInvocationOperation call && TakesText(call.Arguments) || around is IObjectCreationOperation creation && TakesText(creation.Arguments))
                return false;
        }

        return true;
    }

    private static bool TakesText(IEnumerable<IArgumentOperation> arguments) => arguments.Any(static argument =>
        argument.ArgumentKind == ArgumentKind.DefaultValue && argument.Parameter!.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CallerArgumentExpressionAttribute"));
}
