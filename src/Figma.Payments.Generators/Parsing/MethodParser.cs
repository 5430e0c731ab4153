using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Figma.Payments.Generators.Diagnostics;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>The methods of one interface → questions.</summary>
internal sealed class MethodParser(INamedTypeSymbol type, bool isPinned, ProblemList problems)
{
    private readonly ImmutableArray<MethodModel>.Builder _methods = ImmutableArray.CreateBuilder<MethodModel>();
    private readonly List<IMethodSymbol> _implicit = [];

    public void Add(ISymbol member)
    {
        if (member is not IMethodSymbol { IsStatic: false, IsGenericMethod: false } method)
            return;

        bool isAnswered = ReturnTypeParser.TryParse(method, type, problems, out ReturnWrapper wrapper, out ResultKind result);
        ImmutableArray<ParameterModel> parameters = ParameterParser.ParseAll(method, type, problems, out bool isComplete);

        // What does not return an answer may be no question at all: IDisposable's method has no use for advice on ids.
        if (isAnswered && isComplete && QuestionRules.FindFault(parameters, isPinned) is { } fault)
            problems.Add(Rules.ImpossibleQuestion, InterfaceMembers.Target(method, type), method.Name, fault);

        if (FindImplementation(method) is not { } explicitInterface)
            return;

        _methods.Add(new MethodModel(
            SymbolText.Identifier(method.Name),
            wrapper,
            result,
            new EquatableArray<ParameterModel>(parameters),
            explicitInterface.Length == 0 ? null : explicitInterface));
    }

    public ImmutableArray<MethodModel> ToImmutable() => _methods.ToImmutable();

    /// <summary>
    /// Empty where the class can implement the method in public, the interface's name where it has to do it explicitly,
    /// null where another method with the same signature does it already.
    /// </summary>
    private string? FindImplementation(IMethodSymbol method)
    {
        foreach (IMethodSymbol other in _implicit)
        {
            if (!HasSameSignature(method, other))
                continue;

            return SymbolEqualityComparer.Default.Equals(method.ReturnType, other.ReturnType)
                ? null
                : SymbolText.FullName(method.ContainingType);
        }

        if (ClientNames.IsTakenInClient(method.Name, type))
            return SymbolText.FullName(method.ContainingType);

        _implicit.Add(method);
        return "";
    }

    private static bool HasSameSignature(IMethodSymbol left, IMethodSymbol right)
    {
        if (!string.Equals(left.Name, right.Name, StringComparison.Ordinal) || left.Parameters.Length != right.Parameters.Length)
            return false;

        for (int i = 0; i < left.Parameters.Length; i++)
        {
            if (left.Parameters[i].RefKind != right.Parameters[i].RefKind
                || !SymbolEqualityComparer.Default.Equals(left.Parameters[i].Type, right.Parameters[i].Type))
            {
                return false;
            }
        }

        return true;
    }
}
