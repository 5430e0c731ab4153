using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Validation;

/// <summary>Collects the reasons why a client cannot be generated.</summary>
internal sealed class ProblemList
{
    // Most clients have no problem, so the builder is created on demand.
    private ImmutableArray<DeclarationProblem>.Builder? _problems;

    public bool IsEmpty => _problems is null;

    public void Add(DiagnosticDescriptor descriptor, ISymbol target, params string[] arguments) =>
        Add(new DeclarationProblem(descriptor, target, arguments));

    public void AddAboutAttribute(DiagnosticDescriptor descriptor, ISymbol target, params string[] arguments) =>
        Add(new DeclarationProblem(descriptor, target, arguments, IsAboutAttribute: true));

    public ImmutableArray<DeclarationProblem> ToImmutable() => _problems?.ToImmutable() ?? ImmutableArray<DeclarationProblem>.Empty;

    private void Add(DeclarationProblem problem) => (_problems ??= ImmutableArray.CreateBuilder<DeclarationProblem>()).Add(problem);
}
