using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Figma.Payments.Testing.Tests.Recipes;

/// <summary>The recipes of the README are the code of the tests in this folder, so that they compile and run.</summary>
public sealed class RecipeTests
{
    private static readonly string s_project = typeof(RecipeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "ProjectDirectory").Value!;

    /// <summary>Gets the code blocks whose info string is <c>csharp recipe</c>.</summary>
    public static TheoryData<string> Recipes => [.. Regex.Matches(Read("../../src/Figma.Payments.Testing/README.md"), "^```csharp recipe\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(static match => match.Groups[1].Value)];

    [Fact]
    public void README_contains_recipes() => Assert.True(Recipes.Count >= 3);

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Recipe_is_the_code_of_a_test(string recipe)
    {
        IEnumerable<string> tests = Directory.GetFiles(Path.Combine(s_project, "Recipes"), "*Recipe.cs").Select(static path => Unindent(File.ReadAllText(path)));
        Assert.Contains(tests, test => test.Contains(Unindent(recipe), StringComparison.Ordinal));
    }

    [Fact]
    public void Application_of_the_recipe_is_the_one_of_the_main_README()
    {
        string application = Read("../Figma.Payments.Testing.WebApp/Program.cs");
        Assert.Contains(application[application.IndexOf("WebApplicationBuilder", StringComparison.Ordinal)..], Read("../../README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Client_of_the_recipes_is_in_the_README()
    {
        string client = Read("../Figma.Payments.Testing.WebApp/IGlyphPayments.cs");
        Assert.Contains(client[client.IndexOf("[PaymentsClient", StringComparison.Ordinal)..], Read("../../src/Figma.Payments.Testing/README.md"), StringComparison.Ordinal);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(s_project, path)).ReplaceLineEndings("\n");

    private static string Unindent(string code) => string.Join("\n", code.ReplaceLineEndings("\n").Split('\n').Select(static line => line.TrimStart())).Trim();
}
