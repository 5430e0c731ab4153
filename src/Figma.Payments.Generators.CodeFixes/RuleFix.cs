using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>A fix of one or more of the rules, all at once where it does not override <see cref="GetFixAllProvider"/>.</summary>
public abstract class RuleFix : CodeFixProvider
{
    private protected RuleFix(params DiagnosticDescriptor[] rules) => FixableDiagnosticIds = rules.Select(static rule => rule.Id).ToImmutableArray();

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;
}
