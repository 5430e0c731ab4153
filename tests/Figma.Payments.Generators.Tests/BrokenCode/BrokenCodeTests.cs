using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
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

    private int _inputs;
    private int _variants;
    private int _diagnostics;
    private int _actions;

    [Fact]
    public async Task Nothing_throws_on_broken_documents_samples_and_declarations()
    {
        Portion portion = Portion.FromEnvironment();

        foreach (Input input in Inputs.Find().Where(input => portion.HasInput(input.Name)))
            await BreakAsync(input, portion);

        Assert.NotEqual(0, _variants);
        Print();
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

        Assert.NotEqual(0, _variants);
        Print();
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
                Assert.Fail($"{input.Name}, {name}:\n{exception}\n{text}");
            }

            _variants++;
        }

        _diagnostics += project.Diagnostics;
        _actions += project.Actions;
    }

    private void Print() =>
        _output.WriteLine($"{_inputs} inputs, {_variants} variants, {_diagnostics} diagnostics, {_actions} actions");
}
