using System.Linq;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the parameter list of a method declaration.</summary>
internal static class ParameterList
{
    public static string Emit(MethodModel method, Capabilities capabilities, bool withDefaults) =>
        string.Join(", ", method.Parameters.Select(parameter =>
            (parameter.IsIn ? "in " : "")
            + Names.Type(parameter, capabilities)
            + " " + parameter.Name
            + (withDefaults && parameter.Default is { } value ? " = " + value : "")));
}
