using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>The methods that only log, print or validate their arguments, so that they don't decide about access.</summary>
internal static class TellingMethods
{
    public static bool Contains(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;

        if (type.Is("Console", "System") || type.Is("Debug", "Diagnostics", "System") || type.Is("Trace", "Diagnostics", "System") || type.Is("Activity", "Diagnostics", "System") || type.Is("TextWriter", "IO", "System"))
            return true;

        if (method.Name == "ThrowIfNull" && type.Is("ArgumentNullException", "System"))
            return true;

        // A source generator writes the code of such a method.
        if (method.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("LoggerMessageAttribute", "Logging", "Extensions", "Microsoft")))
            return true;

        return type.ContainingNamespace.IsNamed("Logging", "Extensions", "Microsoft") || type.ContainingNamespace.IsNamed("Serilog");
    }
}
