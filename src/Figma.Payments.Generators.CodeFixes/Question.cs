using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>A call that a rule speaks of, with what it supplies.</summary>
internal sealed class Question
{
    private Question(InvocationExpressionSyntax syntax, IInvocationOperation operation, ResourceParameters resources)
    {
        Syntax = syntax;
        Operation = operation;
        Resources = resources;
    }

    public InvocationExpressionSyntax Syntax { get; }

    public IInvocationOperation Operation { get; }

    public ResourceParameters Resources { get; }

    public IMethodSymbol Method => Operation.TargetMethod;

    /// <summary>The question at the place that a diagnostic points at; null where the code has changed since.</summary>
    public static async Task<Question?> FindAsync(CodeFixContext context)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);

        if (root?.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } syntax
            || model?.GetOperation(syntax, cancellationToken) is not IInvocationOperation operation
            || new ResourceMethodCache().Find(operation.TargetMethod, operation.Instance?.Type) is not { } resources)
        {
            return null;
        }

        return new Question(syntax, operation, resources);
    }

    /// <summary>The parameter that an argument of the list is for, or null where the code does not bind.</summary>
    public IParameterSymbol? FindParameter(ArgumentSyntax argument)
    {
        foreach (IArgumentOperation operation in Operation.Arguments)
        {
            if (operation.Syntax == argument)
                return operation.Parameter;
        }

        return null;
    }

    public bool IsResource(IParameterSymbol parameter) => Resources.Ordinals.Contains(parameter.Ordinal);
}
