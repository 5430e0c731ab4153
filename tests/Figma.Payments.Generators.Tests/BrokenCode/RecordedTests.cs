using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Rules;
using Xunit;
using Xunit.Sdk;

namespace Figma.Payments.Generators.Tests.BrokenCode;

/// <summary>The sources that the tests of the analyzers and of the fixes are about, found by running the tests.</summary>
internal static class RecordedTests
{
    // It reads whole projects. What is handed to a constructor is a table that takes long to make, each of its calls like those of the other tests.
    private static readonly ImmutableArray<string> Excluded = ["OwnSourcesTests"];

    /// <summary>Each test with its row of data.</summary>
    public static IEnumerable<RecordedTest> Find() =>
        from type in typeof(RecordedTests).Assembly.GetTypes()
        where IsRecorded(type)
        orderby type.FullName
        from method in type.GetMethods()
        where method.GetCustomAttribute<FactAttribute>() is { Skip: null }
        orderby method.Name
        from row in Rows(method).Select(static (row, index) => (Row: row, Index: index))
        select new RecordedTest(type, method, row.Index, row.Row);

    private static bool IsRecorded(Type type) =>
        type is { IsAbstract: false, ContainsGenericParameters: false, Namespace: { } space }
        && (space.Contains(".Tests.Rules", StringComparison.Ordinal) || space.Contains(".Tests.Flow", StringComparison.Ordinal) || space.Contains(".Tests.CodeFixes", StringComparison.Ordinal))
        && type.GetConstructor([]) is not null
        && !Excluded.Contains(type.Name);

    private static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        ImmutableArray<DataAttribute> data = [.. method.GetCustomAttributes<DataAttribute>()];
        return data.IsEmpty ? [[]] : data.SelectMany(attribute => attribute.GetData(method));
    }
}

/// <summary>A test with its row of data.</summary>
internal sealed record RecordedTest(Type Type, MethodInfo Method, int Index, object?[] Row)
{
    public string Name => $"{Type.Name}.{Method.Name}({Index})";

    /// <summary>Runs the test, and tells which projects it compiled.</summary>
    public async Task<ImmutableArray<Consumer>> RecordAsync()
    {
        using Recording recording = Recording.Start();
        object? test = Method.IsStatic ? null : Activator.CreateInstance(Type);

        if (Method.Invoke(test, Arguments()) is Task task)
            await task;

        return recording.Projects;
    }

    private object?[] Arguments()
    {
        ParameterInfo[] parameters = Method.GetParameters();
        object?[] arguments = new object?[parameters.Length];

        for (int i = 0; i < parameters.Length; i++)
        {
            bool isRest = i == parameters.Length - 1 && parameters[i].IsDefined(typeof(ParamArrayAttribute)) && (Row.Length != parameters.Length || Row[i] is not Array);

            if (isRest)
            {
                Array rest = Array.CreateInstance(parameters[i].ParameterType.GetElementType()!, int.Max(0, Row.Length - i));
                Array.Copy(Row, i, rest, 0, rest.Length);
                arguments[i] = rest;
            }
            else
            {
                arguments[i] = i < Row.Length ? Row[i] : parameters[i].DefaultValue;
            }
        }

        return arguments;
    }
}
