using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Tests.Catalogue;
using Figma.Payments.Generators.Tests.Documentation;
using Figma.Payments.Generators.Tests.Generation;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Oracle;

namespace Figma.Payments.Generators.Tests.BrokenCode;

/// <summary>The C# code of this repository that a developer might type, without the tests.</summary>
internal static class Inputs
{
    private const string Calls = """

        public class Code
        {
            public Task RunAsync(Shop.Payments.IShapes shapes, UserId user, PluginId? plugin, bool flag) => Task.WhenAll(
                shapes.FlatAsync(user, pluginId: flag ? plugin ?? new("1") : null, widgetId: default),
                shapes.TextAsync($"{user}", widget_id: flag switch { true => "", _ => throw new Exception() }),
                shapes.NumbersAsync(5, pluginId: (ulong?)null, widgetId: 5 + 5));
        }
        """;

    public static IEnumerable<Input> Find() => [.. Declarations(), .. Samples("Misuse"), .. Samples("Quickstart"), .. Documents()];

    private static IEnumerable<Input> Declarations() =>
        DeclarationCorpus.Everywhere
            .Append(new("Calls", DeclarationCorpus.Everywhere["MethodsOfEveryShape"] + Calls))
            .Select(static declaration => Input.Of("Declarations." + declaration.Key, Consumer.Of(declaration.Value), 0));

    private static IEnumerable<Input> Samples(string name)
    {
        string root = Path.Combine(Repository.Root, "samples", name);

        Consumer project = new()
        {
            Sources = [.. Directory.GetFiles(root, "*.cs").Order(StringComparer.Ordinal).Select(static path => ("/project/" + Path.GetFileName(path), File.ReadAllText(path)))],
            AdditionalFiles = [.. Directory.GetFiles(root, "manifest.json").Select(static path => ("/project/manifest.json", File.ReadAllText(path)))],
        };

        return project.Sources.Select((source, index) => Input.Of($"samples/{name}{source.Path["/project".Length..]}", project, index));
    }

    private static IEnumerable<Input> Documents() =>
        from document in ImmutableArray.Create("README.md", "src/Figma.Payments.Testing/README.md").AddRange(Example.Pages)
        from example in Example.In(document)
        select Input.Of(example.ToString(), example.AsProgram(), 0);
}
