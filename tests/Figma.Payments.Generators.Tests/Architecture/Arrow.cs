using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetArchTest.Rules;

namespace Figma.Payments.Generators.Tests.Architecture;

/// <summary>A rule about the namespaces that the types of a namespace can use.</summary>
/// <param name="Name">The requirement, as a sentence.</param>
/// <param name="From">The namespace that the rule is about, or the full name of one type.</param>
internal sealed record Arrow(string Name, string From)
{
    /// <summary>Gets the namespaces inside <see cref="From"/> that the rule isn't about.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>Gets the only namespaces and types that can be used, or an empty array if only <see cref="Never"/> counts.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Gets the namespaces and types that must not be used.</summary>
    public ImmutableArray<string> Never { get; init; } = [];

    /// <summary>Gets a source file that violates the rule and nothing else.</summary>
    public required string Violation { get; init; }

    /// <summary>Gets the types that the rule is about.</summary>
    public IReadOnlyList<IType> Select(Types types) => [.. Selected(types).GetTypes()];

    /// <summary>Gets the types that violate the rule, with the reason.</summary>
    public IReadOnlyList<string> FindViolations(Types types)
    {
        List<string> found = [];

        if (!Only.IsEmpty)
            found.AddRange(Describe(Selected(types).Should().OnlyHaveDependencyOn([.. Only]).GetResult()));

        if (!Never.IsEmpty)
            found.AddRange(Describe(Selected(types).Should().NotHaveDependencyOnAny([.. Never]).GetResult()));

        return found;
    }

    /// <summary>
    /// Gets what the text of a file of the namespace names although it must not. The compiler replaces a constant by its value,
    /// so the assembly doesn't show that a constant is used.
    /// </summary>
    public IReadOnlyList<string> FindViolations(CompilationUnitSyntax unit)
    {
        IEnumerable<string> imported = unit.Usings
            .Select(static directive => directive.NamespaceOrType.ToString())
            .Where(name => !IsAllowed(name));

        IEnumerable<string> named = Rooms.Root.Types
            .Where(type => !IsAllowed(Rooms.Root.Namespace + "." + type))
            .Where(type => unit.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == type));

        return [.. imported.Concat(named).Select(name => $"{unit.SyntaxTree.FilePath}: {name}")];
    }

    /// <summary>Determines whether a file that declares types of the namespace is one that the rule is about.</summary>
    public bool IsAbout(CompilationUnitSyntax unit) =>
        unit.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault() is { } declaration
        && declaration.Name.ToString() is var space
        && (IsIn(space, From) || declaration.Members.OfType<TypeDeclarationSyntax>().Any(type => space + "." + type.Identifier.ValueText == From))
        && !Except.Any(except => IsIn(space, except));

    public override string ToString() => Name;

    private static bool IsIn(string name, string space) => name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

    private static IEnumerable<string> Describe(TestResult result) =>
        result.IsSuccessful ? [] : result.FailingTypes.Select(static type => $"{type.FullName}: {type.Explanation}");

    private bool IsAllowed(string name) =>
        (Only.IsEmpty || IsIn(name, From) || Only.Any(only => IsIn(name, only) || IsIn(only, name)))
        && !Never.Any(never => IsIn(name, never));

    private PredicateList Selected(Types types) => types.That().MeetCustomRule(type =>
    {
        string name = type.FullName.Replace('/', '.');
        return IsIn(name, From) && !Except.Any(except => IsIn(name, except));
    });
}
