using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Rules;
using Xunit;
using Xunit.Abstractions;

namespace Figma.Payments.Generators.Tests.BrokenCode;

/// <summary>
/// Code that is being typed is broken anywhere: generator, analyzers and fixes never throw on it, and end.
/// The samples, the blocks of the documents, the declarations that clients are generated for, and what the tests of the analyzers and of
/// the fixes are about: each cut off at every character, each of its tokens gone, each doubled. What tests share around their rows of data is
/// broken once. <see cref="Portion"/> says how much of it a run tries.
/// </summary>
public sealed class BrokenCodeTests(ITestOutputHelper output)
{
    // Longer ones are tables of thousands of calls, each like those of the other tests.
    private const int LongestSource = 12_000;

    private readonly ITestOutputHelper _output = output;

    private readonly List<string> _failures = [];

    private int _inputs;
    private int _variants;
    private int _diagnostics;
    private int _actions;

    [Fact]
    public async Task Nothing_throws_on_broken_documents_samples_and_declarations()
    {
        Portion portion = Portion.FromEnvironment();

        foreach (Input input in Inputs.Find())
            await BreakAsync(input, portion);

        Conclude();
    }

    [Fact]
    public async Task Nothing_throws_on_the_broken_inputs_of_the_other_tests()
    {
        Portion portion = Portion.FromEnvironment();
        HashSet<string> seen = [];

        foreach (IGrouping<Type, RecordedTest> tests in RecordedTests.Find().GroupBy(static test => test.Type))
        {
            ImmutableArray<string> shared = [];

            foreach (RecordedTest test in tests.Where(test => portion.HasTest(test.Name)))
            {
                foreach (Consumer project in await test.RecordAsync())
                {
                    for (int i = 0; i < project.Sources.Length; i++)
                    {
                        if (project.Sources[i].Text.Length > LongestSource || !seen.Add($"{project.LanguageVersion} {project.Sources[i].Text}"))
                            continue;

                        Input input = Input.Of($"{test.Name} {project.Sources[i].Path}", project, i);
                        await BreakAsync(input.ApartFrom(shared), portion);
                        shared = shared.Add(input.Text);
                    }
                }
            }
        }

        Conclude();
    }

    [Theory]
    [InlineData("pluginId")]
    [InlineData("widgetId")]
    public async Task A_parameter_that_has_no_name_yet_is_not_supplied(string name)
    {
        const string whole = """
            [PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> RequestAsync(UserId user, PluginId? pluginId = null, WidgetId? widgetId = null); }
            public class Code { public Task RunAsync(IGlyph glyph, UserId user) => glyph.RequestAsync(user); }
            """;

        using BrokenProject project = new(Input.Of("a call", Consumer.Of(whole), 0));
        await project.EditAsync(whole.Replace(name, "", StringComparison.Ordinal));
        Assert.Equal((1, 1), (project.Diagnostics, project.Actions));
    }

    [Theory]
    [InlineData("widgetId", 0)]
    [InlineData("cancellationToken", 0)]
    [InlineData("public ", 2)]
    public async Task No_id_is_kept_where_a_parameter_has_no_name_yet(string name, int actions)
    {
        const string whole = """
            [PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> RequestAsync(UserId user, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default); }
            public class Code { public Task RunAsync(IGlyph glyph, UserId user, PluginId p, WidgetId w) => glyph.RequestAsync(user, p, w, CancellationToken.None); }
            """;

        using BrokenProject project = new(Input.Of("a call", Consumer.Of(whole), 0));
        await project.EditAsync(whole.Replace(name, "", StringComparison.Ordinal));
        Assert.Equal((1, actions), (project.Diagnostics, project.Actions));
    }

    private async Task BreakAsync(Input input, Portion portion)
    {
        using BrokenProject project = new(input);
        _inputs++;

        foreach ((string name, string text) in Variants.Of(input).Where(variant => portion.HasVariant(input.Name, variant.Name)))
        {
            try
            {
                await project.EditAsync(text);
            }
            catch (Exception exception)
            {
                _failures.Add($"{input.Name}, {name}:\n{exception}\n{text}");
            }

            _variants++;
        }

        _diagnostics += project.Diagnostics;
        _actions += project.Actions;
    }

    private void Conclude()
    {
        _output.WriteLine($"{_inputs} inputs, {_variants} variants, {_diagnostics} diagnostics, {_actions} actions, {_failures.Count} failures");
        Assert.NotEqual(0, _variants);
        Assert.True(_failures.Count == 0, string.Join("\n\n", _failures.Take(5)));
    }
}
