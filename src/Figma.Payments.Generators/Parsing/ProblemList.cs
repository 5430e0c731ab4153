using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Collects what keeps a client from being generated.</summary>
internal sealed class ProblemList
{
    private readonly ImmutableArray<DeclarationProblem>.Builder _problems = ImmutableArray.CreateBuilder<DeclarationProblem>();

    public bool IsEmpty => _problems.Count == 0;

    public void Add(DiagnosticDescriptor descriptor, ISymbol target, params string[] arguments) =>
        _problems.Add(new DeclarationProblem(descriptor, target, arguments));

    public void AddAboutAttribute(DiagnosticDescriptor descriptor, ISymbol target, params string[] arguments) =>
        _problems.Add(new DeclarationProblem(descriptor, target, arguments, IsAboutAttribute: true));

    public ImmutableArray<DeclarationProblem> ToImmutable() => _problems.ToImmutable();
}
