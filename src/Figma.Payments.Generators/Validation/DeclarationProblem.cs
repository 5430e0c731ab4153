using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Validation;

/// <summary>Why a client cannot be generated; an analyzer reports it, the generator drops it.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="Target">What a person has to change: the interface, a type around it, a method or a parameter.</param>
/// <param name="Arguments">What the rule's message is completed with.</param>
/// <param name="IsAboutAttribute">Whether the attribute on <paramref name="Target"/> is meant, rather than its name.</param>
internal sealed record DeclarationProblem(DiagnosticDescriptor Descriptor, ISymbol Target, string[] Arguments, bool IsAboutAttribute = false);
