using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <summary>Recognizes projects of tests.</summary>
internal static class TestFrameworks
{
    private static readonly HashSet<string> Assemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
        "nunit.framework",
        "TUnit.Core",
        "xunit.core",
        "xunit.v3.core",
    };

    /// <summary>Determines whether a project references a test framework.</summary>
    public static bool AreReferencedBy(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(static assembly => Assemblies.Contains(assembly.Name));
}
