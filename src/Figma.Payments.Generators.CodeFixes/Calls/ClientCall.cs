using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>Represents a call that must specify exactly one resource.</summary>
internal sealed class ClientCall
{
    private ClientCall(InvocationExpressionSyntax syntax, IInvocationOperation operation, ResourceParameters resources)
    {
        Syntax = syntax;
        Operation = operation;
        Resources = resources;
    }

    public InvocationExpressionSyntax Syntax { get; }

    public IInvocationOperation Operation { get; }

    public ResourceParameters Resources { get; }

    public IMethodSymbol Method => Operation.TargetMethod;

    /// <summary>Finds the call that contains the reported node, or returns null if it isn't such a call.</summary>
    public static ClientCall? Find(ReportedNode reported) =>
        reported.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } syntax
        && reported.Model.GetOperation(syntax, reported.CancellationToken) is IInvocationOperation operation
        && new ResourceMethodCache().Find(operation.TargetMethod, operation.Instance?.Type) is { } resources
            ? new ClientCall(syntax, operation, resources)
            : null;

    /// <summary>Finds the parameter that an argument binds to, or returns null if the call doesn't bind.</summary>
    public IParameterSymbol? FindParameter(ArgumentSyntax argument)
    {
        foreach (IArgumentOperation operation in Operation.Arguments)
        {
            // The syntax of an argument in parentheses is the expression in them.
            if (operation.ArgumentKind != ArgumentKind.DefaultValue && argument.Span.Contains(operation.Syntax.Span))
                return operation.Parameter;
        }

        return null;
    }

    public bool IsResource(IParameterSymbol parameter) => Resources.Ordinals.Contains(parameter.Ordinal);
}
