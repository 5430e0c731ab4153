using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Tests.Generation;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Incrementality;

/// <summary>The models of the steps are equal if they mean the same, and keep no compiler objects alive.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Names => [.. DeclarationCorpus.Everywhere.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Models_of_equivalent_sources_are_equal_and_hash_equally(string name)
    {
        Consumer consumer = Registered(DeclarationCorpus.Everywhere[name]);
        Consumer reformatted = Registered("// Another comment.\n" + Reformat(DeclarationCorpus.Everywhere[name]), "public class Unrelated;");

        object[] values = [.. Steps.Values(consumer.Generate())];
        object[] others = [.. Steps.Values(reformatted.Generate())];
        Assert.NotEmpty(values);
        Assert.Equal(values.Length, others.Length);

        foreach ((object left, object right) in values.Zip(others))
        {
            Assert.Equal(left, right);
            Assert.Equal(left.GetHashCode(), right.GetHashCode());
        }
    }

    [Fact]
    public void Models_of_different_clients_are_not_equal()
    {
        ClientFile[] models = [.. DeclarationCorpus.Everywhere.Values.SelectMany(static source => Steps.Values(Consumer.Of(source).Generate()).OfType<ClientFile>())];
        Assert.True(models.Length > 10);
        Assert.Distinct(models);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_step_keeps_a_compiler_object_alive(string name)
    {
        object[] values = [.. Steps.Values(Registered(DeclarationCorpus.Everywhere[name]).Generate())];
        Assert.NotEmpty(values);
        Assert.All(values, static value => Assert.Null(ObjectGraph.FindCompilerObject(value)));
    }

    [Fact]
    public void Planted_compiler_object_is_found()
    {
        Consumer consumer = Consumer.Of("[PaymentsClient] public partial interface IGlyph { }");
        CSharpCompilation compilation = consumer.Compile();
        SyntaxTree tree = compilation.SyntaxTrees[0];
        ISymbol symbol = compilation.GetTypeByMetadataName("IGlyph")!;

        foreach (object planted in new object[] { symbol, tree, tree.GetRoot(), compilation, compilation.GetSemanticModel(tree), symbol.Locations[0], symbol.GetAttributes()[0], symbol.DeclaringSyntaxReferences[0] })
        {
            Assert.NotNull(ObjectGraph.FindCompilerObject(new Planted("a", [planted])));
            Assert.NotNull(ObjectGraph.FindCompilerObject((1, new Planted("a", [planted]))));
            Assert.NotNull(ObjectGraph.FindCompilerObject(ImmutableArray.Create(planted)));
            Assert.NotNull(ObjectGraph.FindCompilerObject(new EquatableArray<Planted>([new Planted("a", [planted])])));
            Assert.NotNull(ObjectGraph.FindCompilerObject((Func<string>)(() => planted.ToString()!)));
            Assert.NotNull(ObjectGraph.FindCompilerObject(new Dictionary<string, Lazy<object>> { ["a"] = new(planted) }));
        }

        Assert.Null(ObjectGraph.FindCompilerObject(new Planted("a", [new Planted("b", [])])));
    }

    [Fact]
    public void Arrays_with_equal_elements_are_equal()
    {
        EquatableArray<string> one = new(["a", "b"]);
        Assert.Equal(one, new EquatableArray<string>(["a", "b"]));
        Assert.True(one.Equals((object)new EquatableArray<string>(["a", "b"])));
        Assert.Equal(one.GetHashCode(), new EquatableArray<string>(["a", "b"]).GetHashCode());
        Assert.NotEqual(one, new EquatableArray<string>(["b", "a"]));
        Assert.NotEqual(one, new EquatableArray<string>(["a"]));
        Assert.Equal(default, new EquatableArray<string>([]));
        Assert.Equal(default(EquatableArray<string>).GetHashCode(), new EquatableArray<string>([]).GetHashCode());
        Assert.Equal(["a", "b"], (IEnumerable<string>)one);
    }

    private static Consumer Registered(params string[] sources) => Consumer.Of(sources) with { References = References.WithHttpClientFactory };

    private static string Reformat(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().NormalizeWhitespace("\t", "\r\n").ToFullString();

    private sealed record Planted(string Name, object[] Held);
}
