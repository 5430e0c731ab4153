using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>
/// An annotated interface → the model of its client, or the reasons why there is none.
/// </summary>
/// <remarks>The generator takes the model, the analyzer the reasons: one reading, so that they cannot disagree.</remarks>
internal static class ClientParser
{
    public static ParsedClient Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        // Written twice, it is the compiler's to refuse (CS0579); one client of two would be a guess.
        if (LibrarySymbols.FindClientAttributes(type) is not [AttributeData attribute])
            return ParsedClient.Empty;

        ProblemList problems = new();
        ShapeRules.Check(type, problems);
        Pin pin = PinnedResourceParser.Parse(type, attribute, problems);
        InheritedPinRules.Check(type, attribute, problems);

        ProjectNames project = ProjectNames.Get(compilation);
        ClientNames names = ClientNames.Create(type, project);
        ImmutableArray<MethodModel> methods = ParseMethods(type, names.ClassName, pin, problems, cancellationToken, out bool addsDefaultMethods);
        GeneratedNameRules.Check(type, names.ClassName, names.Registration, project, problems);

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
                names.Registration),
            ImmutableArray<DeclarationProblem>.Empty,
            pin.Manifest);
    }

    private static ImmutableArray<MethodModel> ParseMethods(
        INamedTypeSymbol type,
        string className,
        Pin pin,
        ProblemList problems,
        CancellationToken cancellationToken,
        out bool addsDefaultMethods)
    {
        List<ISymbol> members = InterfaceMembers.FindAbstract(type, problems);
        ImmutableArray<InheritedDefaultMethods> inherited = InheritedDefaultMethods.FindAll(type);
        addsDefaultMethods = members.Count == 0 && inherited.IsEmpty;

        if (addsDefaultMethods)
            return DefaultMethods.Get(pin);

        MethodParser parser = new(type, className, pin, members.Count, problems);

        foreach (ISymbol member in members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            parser.Add(member);
        }

        foreach (InheritedDefaultMethods methods in inherited)
            parser.AddDefaultMethods(methods);

        return parser.ToImmutable();
    }
}

/// <summary>What a reading of an annotated interface found: a model, or problems; neither where the compiler speaks.</summary>
/// <param name="Model">The client, but for the resource that a manifest names.</param>
/// <param name="Problems">Why there is no client; what a manifest says is not among them, because no symbol knows it.</param>
/// <param name="Manifest">The path of the manifest that pins the client; null where none does.</param>
internal readonly record struct ParsedClient(ClientModel? Model, ImmutableArray<DeclarationProblem> Problems, string? Manifest)
{
    public static ParsedClient Empty => new(null, ImmutableArray<DeclarationProblem>.Empty, null);

    /// <summary>What the generator keeps of it.</summary>
    public DeclaredClient? Declared => Model is null ? null : new DeclaredClient(Model, Manifest);
}
