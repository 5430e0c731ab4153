using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing.Memory;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;
using Edit = Figma.Payments.Generators.Tests.Incrementality.EditedProject.Edit;

namespace Figma.Payments.Generators.Tests.Incrementality;

/// <summary>The remembered clients always equal those of a generator that remembers nothing.</summary>
public sealed class ClientMemoryTests
{
    private const string Client = "/project/File0.cs";
    private const string Base = "/project/File1.cs";
    private const string Code = "/project/File2.cs";
    private const string Usings = "/project/File3.cs";

    private static readonly Consumer Project = Consumer.Of(
        """
        using Alias = Figma.Payments.PluginId;

        namespace Shop.Sales;

        [PaymentsClient] public partial interface IOwn { Task<PaymentStatus> CheckAsync(UserId user, Alias resource); }
        [PaymentsClient] public partial interface IGlobal { Task<PaymentStatus> CheckAsync(UserId user, Everywhere resource); }
        [PaymentsClient] public partial interface IPlain { Task<PaymentStatus> CheckAsync(UserId user, WidgetId resource); }
        [PaymentsClient(PluginId = Ids.Glyph)] public partial interface IPinned { Task<PaymentStatus> CheckAsync(UserId user); }
        [PaymentsClient] public partial interface IInherits : IChecks { }
        [PaymentsClient] public partial interface IText { Task<PaymentStatus> CheckAsync([PaymentsParameter(Ids.User)] string who, string pluginId = Ids.Other); }
        """,
        """
        namespace Shop.Sales;

        public class Before
        {
            public int Add(int count)
            {
                int sum = count;
                return sum;
            }
        }

        public interface IChecks
        {
            Task<PaymentStatus> CheckAsync(string userId, WidgetId widget);
            Task<PaymentStatus> AgainAsync(UserId user, WidgetId widget);
        }
        """,
        """
        namespace Shop
        {
            public static class Ids
            {
                public const string Glyph = "1" + Other;
                public const string Other = "5";
                public const string User = "user_id";
            }

            public class Code
            {
                private static readonly int Started = 1;

                public int Sum => Started + 1;

                public int Value
                {
                    get
                    {
                        return 2;
                    }
                }

                public int Run(int count)
                {
                    int sum = count;
                    return sum;
                }

                public int Short() => 3;
            }

            public class Unrelated { }

            internal sealed partial class PlainClient { }
        }
        """,
        "global using Everywhere = Figma.Payments.CommunityFileId;");

    /// <summary>Edits of other files that change a client, each with a description.</summary>
    public static TheoryData<string, string, string, string> ChangingEdits => new()
    {
        { Usings, "CommunityFileId", "PluginId", "a global alias" },
        { Usings, "global using Everywhere = Figma.Payments.CommunityFileId;", "", "a global alias that goes" },
        { Code, "public class Unrelated", "public struct WidgetId", "a type of the same name in a namespace around" },
        { Code, "public class Unrelated { }", "public class Unrelated { } namespace Sales { public struct UserId { } }", "a type of the same name in the namespace" },
        { Base, "namespace Shop.Sales;", "namespace Shop.Sales;\npublic class Task<T> { }", "a return type of the same name" },
        { Code, "Glyph = \"1\"", "Glyph = \"2\"", "a constant" },
        { Code, "Other = \"5\"", "Other = \"6\"", "a constant of a constant" },
        { Code, "\"user_id\"", "\"widget_id\"", "a constant of a parameter's attribute" },
        { Code, "public static class Ids", "public static class Numbers", "a constant's class that gets another name" },
        { Base, "userId, WidgetId widget", "userId, PluginId plugin", "a parameter of a base" },
        { Base, "AgainAsync(UserId user, WidgetId widget);", "AgainAsync(UserId user, WidgetId widget) => default!;", "a body that a base's method gets" },
        { Base, "public interface IChecks\n{", "public interface IChecks\n{\n    int Count { get; }", "a property that a base gets" },
        { Base, "Task<PaymentStatus> AgainAsync", "/// <summary>Checks a payment.</summary>\n    Task<PaymentStatus> AgainAsync", "documentation that a base's method gets" },
        { Base, "int sum = count;", "#nullable disable\n        int sum = count;", "a directive in a body above a base" },
        { Base, "int sum = count;", "int sum = count; /*", "a comment that is opened in a body above a base" },
        { Base, "int sum = count;", "int sum = count; {", "a brace too many in a body above a base" },
        { Base, "namespace Shop.Sales;", "// <auto-generated/>\nnamespace Shop.Sales;", "a comment that makes a file generated code" },
        { Code, "internal sealed partial class PlainClient", "internal sealed partial class PlainClient { } } namespace Shop.Sales { public sealed partial class PlainClient", "an own part of a client" },
        { Code, "public class Unrelated", "} namespace Shop.Sales { public class PlainClient", "a class with a client's name" },
        { Code, "public class Unrelated", "} namespace Shop.Sales { [Figma.Payments.PaymentsClient] public partial interface PlainClient", "an interface whose client has the same name" },
        { Code, "public class Unrelated", "} namespace Shop.SALES { public class Unrelated", "a namespace that differs in case alone" },
    };

    /// <summary>Edits that change no client and bind nothing.</summary>
    public static TheoryData<string, string, string> IrrelevantEdits => new()
    {
        { Code, "int sum = count;", "int sum = count + 1;" },
        { Code, "int sum = count;", "int sum = count; void Local() { }" },
        { Code, "int sum = count;", "int sum = count; // a comment" },
        { Code, "Started + 1", "Started + 12" },
        { Code, "return 2;", "return 23;" },
        { Code, "Short() => 3", "Short() => 3 +" },
        { Code, "public class Unrelated", "/// <summary>Nothing.</summary>\n    public class Unrelated" },
        { Code, "public int Short()", "public  int Short( /* nothing */ )" },
        { Base, "public interface IChecks", "// Checks a payment.\npublic interface IChecks" },
    };

    /// <summary>Edits that change no client, but that cannot be recognized as such, so that the clients are parsed again.</summary>
    public static TheoryData<string, string, string> UnprovenEdits => new()
    {
        { Code, "int sum = count;", "#pragma warning disable\n int sum = count;" },
        { Code, "Started = 1", "Started = 2" },
        { Code, "public class Unrelated", "public class Renamed" },
        { Code, "public int Short() => 3;", "public int Short() { return 3; }" },
        { Code, "public int Short() => 3;", "public int Short();" },
        { Base, "namespace Shop.Sales;", "// Checks a payment.\nnamespace Shop.Sales;" },
    };

    [Theory]
    [MemberData(nameof(ChangingEdits))]
    public void Edit_of_another_file_that_changes_a_client_is_noticed(string path, string before, string after, string what)
    {
        CSharpCompilation compilation = Project.Compile();
        GeneratorRun run = Generate(compilation);
        Edit edit = new(path, before, after);
        Assert.NotEmpty(what);

        GeneratorRun again = run.Again(compilation.Apply(edit));
        Assert.Equal(EditedProject.GenerateAfresh(again.Input), again.Files);
        Assert.NotEqual(run.Files, again.Files);
        Assert.Equal(run.Files, again.Again(again.Input.Apply(edit.Undo)).Files);
    }

    [Fact]
    public void Added_or_removed_file_that_changes_a_client_is_noticed()
    {
        CSharpCompilation compilation = Project.Compile();
        GeneratorRun run = Generate(compilation);
        SyntaxTree added = CSharpSyntaxTree.ParseText("namespace Shop; public struct WidgetId { }", Project.ParseOptions, "/project/New.cs");

        GeneratorRun again = run.Again(compilation.AddSyntaxTrees(added));
        Assert.Equal(EditedProject.GenerateAfresh(again.Input), again.Files);
        Assert.NotEqual(run.Files, again.Files);
        Assert.Equal(run.Files, again.Again(again.Input.RemoveSyntaxTrees(added)).Files);
    }

    [Fact]
    public void Changed_reference_or_option_that_changes_a_client_is_noticed()
    {
        CSharpCompilation compilation = Project.Compile();
        GeneratorRun run = Generate(compilation);
        MetadataReference other = (Consumer.Of("namespace Shop; public struct WidgetId { }") with { AssemblyName = "Other" }).Emit();

        GeneratorRun referenced = run.Again(compilation.AddReferences(other));
        Assert.Equal(EditedProject.GenerateAfresh(referenced.Input), referenced.Files);
        Assert.NotEqual(run.Files, referenced.Files);

        GeneratorRun oblivious = referenced.Again(compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)));
        Assert.Equal(EditedProject.GenerateAfresh(oblivious.Input), oblivious.Files);
        Assert.NotEqual(run.Files, oblivious.Files);
    }

    [Fact]
    public void Renamed_file_that_becomes_generated_code_is_noticed()
    {
        CSharpCompilation compilation = Project.Compile();
        GeneratorRun run = Generate(compilation);
        SyntaxTree file = compilation.SyntaxTrees.Single(static tree => tree.FilePath == Base);

        // The strings in generated code can be null, whatever the project's options are.
        GeneratorRun renamed = run.Again(compilation.ReplaceSyntaxTree(file, file.WithFilePath("/project/File1.g.cs")));
        Assert.Equal(EditedProject.GenerateAfresh(renamed.Input), renamed.Files);
        Assert.NotEqual(run.Files, renamed.Files);
        Assert.Equal(run.Files, renamed.Again(compilation).Files);
    }

    [Fact]
    public void Renamed_assembly_that_gets_access_to_the_internals_of_another_is_noticed()
    {
        MetadataReference other = (Consumer.Of("""
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Renamed")]
            namespace Shop { internal struct WidgetId { } }
            """) with { AssemblyName = "Other" }).Emit();

        CSharpCompilation compilation = Project.Compile().AddReferences(other);
        GeneratorRun run = Generate(compilation);

        GeneratorRun renamed = run.Again(compilation.WithAssemblyName("Renamed"));
        Assert.Equal(EditedProject.GenerateAfresh(renamed.Input), renamed.Files);
        Assert.NotEqual(run.Files, renamed.Files);
        Assert.Equal(run.Files, renamed.Again(compilation).Files);
    }

    [Fact]
    public void Changed_option_of_the_compiler_that_changes_a_client_is_noticed()
    {
        CSharpCompilation compilation = Project.Compile();
        GeneratorRun run = Generate(compilation);

        GeneratorRun oblivious = run.Again(compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)));
        Assert.Equal(EditedProject.GenerateAfresh(oblivious.Input), oblivious.Files);
        Assert.NotEqual(run.Files, oblivious.Files);
        Assert.Equal(run.Files, oblivious.Again(compilation).Files);
    }

    [Theory]
    [InlineData("// <auto-generated/>\nnamespace Shop.Sales;")]
    [InlineData("/* <autogenerated /> */ namespace Shop.Sales;")]
    [InlineData("\n// A comment.\n// <auto-generated>\nnamespace Shop.Sales;")]
    public void Comment_of_the_first_token_that_makes_a_file_generated_code_is_noticed(string after)
    {
        CSharpCompilation compilation = Project.Compile();
        GeneratorRun run = Generate(compilation);
        Edit edit = new(Base, "namespace Shop.Sales;", after);

        GeneratorRun generated = run.Again(compilation.Apply(edit));
        Assert.Equal(EditedProject.GenerateAfresh(generated.Input), generated.Files);
        Assert.NotEqual(run.Files, generated.Files);
        Assert.Equal(run.Files, generated.Again(generated.Input.Apply(edit.Undo)).Files);
    }

    [Fact]
    public void Clients_after_any_sequence_of_edits_equal_those_of_a_new_generator()
    {
        Edit[] edits = [.. ChangingEdits.Concat(IrrelevantEdits).Concat(UnprovenEdits).Select(static row => new Edit((string)row[0], (string)row[1], (string)row[2]))];
        Random random = new(7);
        GeneratorRun run = Generate(Project.Compile());
        List<Edit> applied = [];

        for (int step = 0; step < 120; step++)
        {
            Edit edit = edits[random.Next(edits.Length)];

            if (applied.Count > 3 || !Holds(run.Input, edit))
            {
                if (applied.Count == 0)
                    continue;

                edit = applied[^1];
                applied.RemoveAt(applied.Count - 1);
                run = run.Again(run.Input.Apply(edit.Undo));
            }
            else
            {
                applied.Add(edit);
                run = run.Again(run.Input.Apply(edit));
            }

            Assert.Equal(EditedProject.GenerateAfresh(run.Input), run.Files);
        }
    }

    [Theory]
    [MemberData(nameof(IrrelevantEdits))]
    public void Edit_that_no_declaration_depends_on_binds_nothing(string path, string before, string after) =>
        Assert.True(IsRemembered(new Edit(path, before, after)));

    [Theory]
    [MemberData(nameof(UnprovenEdits))]
    public void Edit_that_a_declaration_might_depend_on_parses_the_clients_again(string path, string before, string after) =>
        Assert.False(IsRemembered(new Edit(path, before, after)));

    [Fact]
    public void Clients_are_not_remembered_for_other_files_options_or_references()
    {
        CSharpCompilation compilation = Project.Compile();

        Assert.True(IsRemembered(compilation, compilation.Clone()));
        Assert.False(IsRemembered(compilation, compilation.WithAssemblyName("Other")));
        Assert.False(IsRemembered(compilation, compilation.WithOptions(compilation.Options.WithOverflowChecks(true))));
        Assert.False(IsRemembered(compilation, compilation.RemoveReferences(compilation.References.Last())));
        Assert.False(IsRemembered(compilation, compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Single(static tree => tree.FilePath == Code))));

        SyntaxTree code = compilation.SyntaxTrees.Single(static tree => tree.FilePath == Code);
        Assert.False(IsRemembered(compilation, compilation.ReplaceSyntaxTree(code, code.WithFilePath("/project/Moved.cs"))));
        Assert.False(IsRemembered(compilation, compilation.ReplaceSyntaxTree(code, code.WithRootAndOptions(code.GetRoot(), Project.ParseOptions.WithPreprocessorSymbols("OTHER")))));
    }

    [Fact]
    public void Clients_of_a_replaced_file_are_removed()
    {
        CSharpCompilation compilation = (Project with { Sources = [.. Project.Sources, ("/project/Both.cs", "[PaymentsClient] public partial interface IBoth { int Help() { return 1; } Task<PaymentStatus> CheckAsync(PluginPaymentToken token); }")] }).Compile();
        ClientMemory memory = new();
        _ = Find(memory, compilation, "IBoth");
        CSharpCompilation edited = compilation.Apply(new Edit("/project/Both.cs", "return 1", "return 12"));
        DeclaredClient? after = Find(memory, edited, "IBoth");

        Assert.Same(after, Find(memory, edited.Apply(new Edit(Code, "return 2;", "return 23;")), "IBoth"));
        Assert.NotSame(after, Find(memory, compilation, "IBoth"));
        Assert.Equal(after, Find(memory, compilation, "IBoth"));
    }

    private static GeneratorRun Generate(CSharpCompilation compilation)
    {
        GeneratorRun run = GeneratorRun.Of(compilation, Project.ParseOptions, []);
        Assert.Equal(6, run.Files.Count);
        return run;
    }

    private static bool Holds(CSharpCompilation compilation, Edit edit) =>
        compilation.SyntaxTrees.Single(tree => tree.FilePath == edit.Path).ToString().Contains(edit.Before, StringComparison.Ordinal);

    private static bool IsRemembered(Edit edit)
    {
        CSharpCompilation compilation = Project.Compile();
        return IsRemembered(compilation, compilation.Apply(edit));
    }

    private static bool IsRemembered(CSharpCompilation before, CSharpCompilation after)
    {
        ClientMemory memory = new();
        DeclaredClient? client = Find(memory, before, "IInherits");
        Assert.NotNull(client);
        return ReferenceEquals(client, Find(memory, after, "IInherits"));
    }

    private static DeclaredClient? Find(ClientMemory memory, CSharpCompilation compilation, string name)
    {
        InterfaceDeclarationSyntax declaration = compilation.SyntaxTrees
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<InterfaceDeclarationSyntax>())
            .Single(declaration => declaration.Identifier.ValueText == name);

        return memory.Find(declaration, compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration)!, compilation, default);
    }
}
