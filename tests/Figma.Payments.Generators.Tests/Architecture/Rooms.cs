using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Architecture;

/// <summary>The namespaces of the packages. Each is a folder.</summary>
internal static class Rooms
{
    public const string Library = "Figma.Payments";
    public const string CompilerServices = Library + ".CompilerServices";
    public const string Serialization = Library + ".Serialization";

    public const string Generators = "Figma.Payments.Generators";
    public const string Parsing = Generators + ".Parsing";
    public const string Validation = Generators + ".Validation";
    public const string Model = Generators + ".Model";
    public const string Emission = Generators + ".Emission";
    public const string Roslyn = Generators + ".Roslyn";
    public const string Flow = Generators + ".Flow";
    public const string Rules = Generators + ".Rules";
    public const string CodeFixes = Generators + ".CodeFixes";
    public const string KnownNames = Generators + "." + nameof(global::Figma.Payments.Generators.KnownNames);
    public const string Generator = Generators + "." + nameof(PaymentsClientGenerator);

    /// <summary>The bands of rules, each a namespace inside <see cref="Rules"/>.</summary>
    public static ImmutableArray<string> Bands { get; } = ["Declarations", "Calls", "Requests", "Responses", "Secrets"];

    /// <summary>The namespaces of the library that contain only internal types.</summary>
    public static ImmutableArray<string> Internal { get; } = [Library + ".Http", Library + ".Telemetry", Library + ".Compatibility"];

    public static string Band(string name) => Rules + "." + name;

    /// <summary>The types that are next to the folders, so that no using directive shows their use.</summary>
    internal static class Root
    {
        public const string Namespace = Generators;

        public static ImmutableArray<string> Types { get; } = [nameof(global::Figma.Payments.Generators.KnownNames), nameof(PaymentsClientGenerator)];
    }
}
