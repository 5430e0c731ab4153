using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>A small method with exactly one call of the client method, and the members that the method uses.</summary>
/// <param name="Name">The subject and the condition, in words; also the namespace of the compiled shape.</param>
/// <param name="Code">The members of a class. The method to execute is named <c>Run</c>.</param>
internal sealed record Shape(string Name, string Code)
{
    /// <summary>Gets the declarations next to the class, such as extensions.</summary>
    public string Types { get; init; } = "";

    /// <summary>Gets the preprocessor symbol that the shape defines, or null if it defines none.</summary>
    public string? Symbol { get; init; }

    /// <summary>Gets the oldest version of C# that has the shape's syntax.</summary>
    public int Language { get; init; } = 12;

    /// <summary>Gets the rule that must report the call, or null if the call is right for some inputs.</summary>
    public string? Certain { get; init; }

    /// <summary>Gets a value that indicates whether the compiler that runs the tests has the shape's syntax.</summary>
    public bool IsSupported => LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= (LanguageVersion)(Language * 100);

    /// <summary>Gets the source file of the shape.</summary>
    public string Source => $$"""
        {{(Symbol is null ? "" : "#define " + Symbol)}}
        #nullable enable
        using System.Collections;
        using System.Diagnostics;
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using static Known;
        using static KnownClient;

        namespace {{Name}}
        {
        {{Types}}

        public partial class Code
        {
        {{Code}}
        }
        }
        """;
}
