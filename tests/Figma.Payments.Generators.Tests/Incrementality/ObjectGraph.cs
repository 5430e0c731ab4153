using System;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Tests.Incrementality;

/// <summary>Searches everything that a value references, including private fields and arrays.</summary>
internal static class ObjectGraph
{
    /// <summary>Returns the path to the first compiler object that the value keeps alive, or null if there is none.</summary>
    public static string? FindCompilerObject(object root)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<(object Value, string Path)> open = new();
        open.Push((root, root.GetType().Name));

        while (open.TryPop(out (object Value, string Path) current))
        {
            if (current.Value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or SemanticModel or Location or AttributeData or IOperation or SourceText or Diagnostic
                || current.Value.GetType().FullName?.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal) == true)
            {
                return $"{current.Path} is a {current.Value.GetType().FullName}";
            }

            Type type = current.Value.GetType();

            if (type.IsPrimitive || type.IsEnum || current.Value is string or Type or Pointer || (!type.IsValueType && !seen.Add(current.Value)))
                continue;

            if (current.Value is Array array)
            {
                int index = 0;

                foreach (object? item in array)
                {
                    if (item is not null)
                        open.Push((item, $"{current.Path}[{index}]"));

                    index++;
                }
            }

            foreach (FieldInfo field in Fields(type))
            {
                if (field.GetValue(current.Value) is { } value)
                    open.Push((value, $"{current.Path}.{field.Name}"));
            }
        }

        return null;
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            foreach (FieldInfo field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return field;
        }
    }
}
