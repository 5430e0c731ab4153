using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Emission;

/// <summary>Values as C# writes them.</summary>
internal static class Literals
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
