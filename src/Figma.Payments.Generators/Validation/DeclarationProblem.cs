using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Validation;

/// <summary>A reason why no client can be generated. An analyzer reports it; the generator ignores it.</summary>
/// <param name="Descriptor">The rule that the declaration violates.</param>
/// <param name="Target">The symbol to change: the interface, a containing type, a method or a parameter.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
/// <param name="IsAboutAttribute">True to report the attribute of <paramref name="Target"/>, false to report its name.</param>
internal sealed record DeclarationProblem(DiagnosticDescriptor Descriptor, ISymbol Target, string[] Arguments, bool IsAboutAttribute = false);
