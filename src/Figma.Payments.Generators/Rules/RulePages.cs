using System.Linq;
using System.Reflection;

namespace Figma.Payments.Generators.Rules;

/// <summary>Creates the help links of the rules.</summary>
internal static class RulePages
{
    private static readonly string Folder = typeof(RulePages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "RulePages").Value!;

    public static string GetUri(string band, string id) => Folder + band + "/" + id + ".md";
}
