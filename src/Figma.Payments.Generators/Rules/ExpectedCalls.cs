using System;
using System.Collections.Generic;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules;

/// <summary>Recognizes calls in tests that aren't made to get a response: calls on substitutes, and calls that are expected to throw an exception.</summary>
internal static class ExpectedCalls
{
    /// <summary>The root namespaces of the libraries that create substitutes.</summary>
    private static readonly HashSet<string> Libraries = new(StringComparer.Ordinal) { "FakeItEasy", "Moq", "NSubstitute" };

    /// <summary>Determines whether an operation is, or is part of, a call on a substitute, or is in code that is expected to throw an exception.</summary>
    public static bool Contains(IOperation operation)
    {
        for (IOperation? around = operation; around is not null; around = around.Parent)
        {
            if (around is IInvocationOperation call && (IsOfLibrary(call.TargetMethod) || (call.Instance is { } instance && IsSubstitute(instance))))
                return true;
        }

        return ExpectedException.IsAsserted(operation) || ExpectedException.IsFollowedByFailure(operation);
    }

    /// <summary>Determines whether a receiver is a substitute, or what a library of substitutes returned for one.</summary>
    private static bool IsSubstitute(IOperation receiver) => receiver.WithoutConversions() switch
    {
        IInvocationOperation call => IsOfLibrary(call.TargetMethod),
        IPropertyReferenceOperation property => IsOfLibrary(property.Property) || IsInitializedWithSubstitute(property.Property, property),
        ILocalReferenceOperation local => IsInitializedWithSubstitute(local.Local, local),
        IFieldReferenceOperation field => IsInitializedWithSubstitute(field.Field, field),
        _ => false,
    };

    private static bool IsInitializedWithSubstitute(ISymbol variable, IOperation read)
    {
        foreach (SyntaxReference reference in variable.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree != read.Syntax.SyntaxTree)
                continue;

            ExpressionSyntax? value = reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var initial } => initial,
                PropertyDeclarationSyntax { Initializer.Value: var initial } => initial,
                PropertyDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
                _ => null,
            };

            if (value is InvocationExpressionSyntax or MemberAccessExpressionSyntax && read.SemanticModel?.GetSymbolInfo(value).Symbol is { } symbol && IsOfLibrary(symbol))
                return true;
        }

        return false;
    }

    private static bool IsOfLibrary(ISymbol member)
    {
        for (INamespaceSymbol? space = member.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.ContainingNamespace is { IsGlobalNamespace: true })
                return Libraries.Contains(space.Name);
        }

        return false;
    }
}
