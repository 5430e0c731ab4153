using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Validation;

/// <summary>Collects what keeps a client from being generated.</summary>
internal sealed class ProblemList
{
    // Nearly always there is none.
    private ImmutableArray<DeclarationProblem>.Builder? _problems;

    public bool IsEmpty => _problems is null;

    public void Add(DiagnosticDescriptor descriptor, ISymbol target, params string[] arguments) =>
        Add(new DeclarationProblem(descriptor, target, arguments));

    public void AddAboutAttribute(DiagnosticDescriptor descriptor, ISymbol target, params string[] arguments) =>
        Add(new DeclarationProblem(descriptor, target, arguments, IsAboutAttribute: true));

    public ImmutableArray<DeclarationProblem> ToImmutable() => _problems?.ToImmutable() ?? ImmutableArray<DeclarationProblem>.Empty;

    private void Add(DeclarationProblem problem) => (_problems ??= ImmutableArray.CreateBuilder<DeclarationProblem>()).Add(problem);
}
