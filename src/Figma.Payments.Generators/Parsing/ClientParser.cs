using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>
/// Parses an annotated interface into the model of its client, or into the reasons why no client can be generated.
/// </summary>
/// <remarks>The generator uses the model and the analyzer the problems. They can't disagree because both call this method.</remarks>
internal static class ClientParser
{
    public static ParsedClient Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        // The compiler reports a second attribute (CS0579). Which of the two is meant is unknown.
        if (LibrarySymbols.FindClientAttributes(type) is not [AttributeData attribute])
            return ParsedClient.Empty;

        ProblemList problems = new();
        ShapeRules.Check(type, attribute, compilation, problems);
        Pin pin = PinnedResourceParser.Parse(type, attribute, problems);
        InheritedPinRules.Check(type, attribute, problems);

        ProjectNames project = ProjectNames.Get(compilation);
        ClientNames names = ClientNames.Create(type, project);
        ImmutableArray<MethodModel> methods = ParseMethods(type, names, pin, problems, cancellationToken, out bool addsDefaultMethods, out GateModel? gate);
        GeneratedNameRules.Check(type, names.ClassName, methods, names.Registration, gate, project, problems);

        if (!problems.IsEmpty)
            return new ParsedClient(null, problems.ToImmutable(), pin.Manifest);

        return new ParsedClient(
            new ClientModel(
                names.HintName,
                SymbolText.Namespace(type),
                SymbolText.ContainingTypes(type),
                CarriedAttributes.Get(type),
                OwnMembers.DeclareAccessibility(type, names.ClassName) ? "" : SymbolText.Accessibility(type.DeclaredAccessibility),
                SymbolText.Identifier(type.Name),
                SymbolText.Identifier(names.ClassName),
                pin.Resource,
                addsDefaultMethods,
                new EquatableArray<MethodModel>(methods),
                names.Registration,
                gate),
            ImmutableArray<DeclarationProblem>.Empty,
            pin.Manifest);
    }

    private static ImmutableArray<MethodModel> ParseMethods(
        INamedTypeSymbol type,
        ClientNames names,
        Pin pin,
        ProblemList problems,
        CancellationToken cancellationToken,
        out bool addsDefaultMethods,
        out GateModel? gate)
    {
        string? gateOf = pin.IsSet ? names.Registration?.MethodName : null;

        List<ISymbol> members = InterfaceMembers.FindAbstract(type, problems);
        ImmutableArray<InheritedDefaultMethods> inherited = InheritedDefaultMethods.FindAll(type);
        addsDefaultMethods = members.Count == 0 && inherited.IsEmpty;

        if (addsDefaultMethods)
        {
            ImmutableArray<MethodModel> defaultMethods = DefaultMethods.Get(pin);
            gate = gateOf is null ? null : GateParser.Parse(type, gateOf, defaultMethods, declaring: null);
            return defaultMethods;
        }

        MethodParser parser = new(type, names.ClassName, pin, members.Count, problems);

        foreach (ISymbol member in members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            parser.Add(member);
        }

        foreach (InheritedDefaultMethods defaults in inherited)
            parser.AddDefaultMethods(defaults);

        ImmutableArray<MethodModel> methods = parser.ToImmutable();
        gate = gateOf is null ? null : GateParser.Parse(type, gateOf, methods, parser.Declaring);
        return methods;
    }
}

/// <summary>The result of parsing an annotated interface: a model or problems. It has neither if the compiler reports the error.</summary>
/// <param name="Model">The client. If a manifest pins it, its resource is not set yet.</param>
/// <param name="Problems">The reasons why there is no client, except for problems of the manifest, which is read separately.</param>
/// <param name="Manifest">The path of the manifest that pins the client, or null if there is none.</param>
internal readonly record struct ParsedClient(ClientModel? Model, ImmutableArray<DeclarationProblem> Problems, string? Manifest)
{
    public static ParsedClient Empty => new(null, ImmutableArray<DeclarationProblem>.Empty, null);

    /// <summary>Gets the part that the generator keeps.</summary>
    public DeclaredClient? Declared => Model is null ? null : new DeclaredClient(Model, Manifest);
}
