using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Figma.Payments.Generators.Tests.Architecture;

/// <summary>The arrows between the rooms: src/Figma.Payments.Generators/README.md explains them.</summary>
internal static class Arrows
{
    private const string Framework = "System";
    private const string Compiler = "Microsoft.CodeAnalysis";

    /// <summary>Gets the types of a band that another band can use.</summary>
    public static ImmutableArray<(string Band, string Type)> SharedTypes { get; } =
    [
        // The result that must not be ignored is the one of a client method.
        ("Responses", Rooms.Band("Calls") + ".ResourceParameters"),
    ];

    /// <summary>The arrows inside the assembly that contains the generator and the analyzers.</summary>
    public static ImmutableArray<Arrow> OfGenerators { get; } =
    [
        new("The model uses nothing of Roslyn", Rooms.Model)
        {
            Only = [Framework, Rooms.Model, Rooms.KnownNames],
            Violation = Violation(Rooms.Model, "Microsoft.CodeAnalysis", "ISymbol"),
        },
        new("The emission uses only the model", Rooms.Emission)
        {
            Only = [Framework, Rooms.Emission, Rooms.Model, Rooms.KnownNames],
            Violation = Violation(Rooms.Emission, Rooms.Parsing, "ClientNames"),
        },
        new("The flow analysis knows nothing of payments", Rooms.Flow)
        {
            Only = [Framework, Compiler, Rooms.Flow, Rooms.Roslyn],
            Never = [Rooms.Roslyn + ".LibrarySymbols"],
            Violation = Violation(Rooms.Flow, Rooms.Band("Calls"), "CallPaths"),
        },
        new("The flow analysis doesn't use the helpers about the library", Rooms.Flow)
        {
            Never = [Rooms.Roslyn + ".LibrarySymbols"],
            Violation = Violation(Rooms.Flow, Rooms.Roslyn, "LibrarySymbols"),
        },
        new("The helpers for Roslyn use nothing above them", Rooms.Roslyn)
        {
            Only = [Framework, Compiler, Rooms.Roslyn, Rooms.Model, Rooms.KnownNames],
            Violation = Violation(Rooms.Roslyn, Rooms.Flow, "ConstantTerm"),
        },
        new("Only the rules about calls use the flow analysis", Rooms.Generators)
        {
            Except = [Rooms.Flow, Rooms.Band("Calls")],
            Never = [Rooms.Flow],
            Violation = Violation(Rooms.Band("Requests"), Rooms.Flow, "FlowAnalysis"),
        },
        new("The parsing uses no band, no flow analysis and no emission", Rooms.Parsing)
        {
            Never = [.. Rooms.Bands.Select(Rooms.Band), Rooms.Flow, Rooms.Emission],
            Violation = Violation(Rooms.Parsing, Rooms.Band("Declarations"), "DeclarationAnalyzer"),
        },
        new("The validation uses no band, no flow analysis and no emission", Rooms.Validation)
        {
            Never = [.. Rooms.Bands.Select(Rooms.Band), Rooms.Flow, Rooms.Emission],
            Violation = Violation(Rooms.Validation, Rooms.Emission, "Literals"),
        },
        new("The rules use no emission", Rooms.Rules)
        {
            Never = [Rooms.Emission],
            Violation = Violation(Rooms.Band("Calls"), Rooms.Emission, "Literals"),
        },
        .. Rooms.Bands.Select(OfBand),
        new("The generator uses no rules and no flow analysis", Rooms.Generator)
        {
            Never = [Rooms.Rules, Rooms.Flow],
            Violation = $$"""
                namespace {{Rooms.Rules}} { public class Descriptors { } }
                namespace {{Rooms.Generators}} { public class {{nameof(PaymentsClientGenerator)}} { public object Create() => new {{Rooms.Rules}}.Descriptors(); } }
                """,
        },
    ];

    /// <summary>The arrows of the assembly that contains the code fixes.</summary>
    public static ImmutableArray<Arrow> OfCodeFixes { get; } =
    [
        new("The code fixes use no flow analysis and no emission", Rooms.CodeFixes)
        {
            Never = [Rooms.Flow, Rooms.Emission, Rooms.Generator],
            Violation = Violation(Rooms.CodeFixes, Rooms.Flow, "FlowAnalysis"),
        },
    ];

    /// <summary>The arrows of the library.</summary>
    public static ImmutableArray<Arrow> OfLibrary { get; } =
    [
        new("The library uses nothing of the generator or of Roslyn", Rooms.Library)
        {
            Never = [Rooms.Generators, Compiler],
            Violation = Violation(Rooms.CompilerServices, Rooms.Generators, "Client"),
        },
    ];

    private static Arrow OfBand(string band) => new($"{band} uses no other band", Rooms.Band(band))
    {
        Never = [.. Rooms.Bands.Where(other => other != band).SelectMany(other => FindUnshared(band, other))],
        Violation = Violation(Rooms.Band(band), Rooms.Band(band == "Declarations" ? "Responses" : "Declarations"), "Helper"),
    };

    // The namespace of the other band, or its types if some of them are shared.
    private static IEnumerable<string> FindUnshared(string band, string other)
    {
        string[] shared = [.. SharedTypes.Where(type => type.Band == band && type.Type.StartsWith(Rooms.Band(other) + ".", StringComparison.Ordinal)).Select(static type => type.Type)];

        return shared.Length == 0
            ? [Rooms.Band(other)]
            : typeof(PaymentsClientGenerator).Assembly.GetTypes()
                .Where(type => type.Namespace == Rooms.Band(other) && !type.IsNested)
                .Select(static type => type.FullName!)
                .Except(shared);
    }

    private static string Violation(string from, string to, string type) => $$"""
        namespace {{to}} { public class {{type}} { } }
        namespace {{from}} { public class Planted { private object Create() => new {{to}}.{{type}}(); } }
        """;
}
