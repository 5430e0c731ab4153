using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1009.</summary>
public sealed class GeneratedNamesMustBeAvailableTests
{
    private const string AnotherType = "another type has that name; rename one of them or make the type a partial class";

    [Theory]
    [InlineData("public class GlyphPaymentsClient { }")]
    [InlineData("public partial struct GlyphPaymentsClient { }")]
    [InlineData("public partial interface GlyphPaymentsClient { }")]
    [InlineData("public static partial class GlyphPaymentsClient { }")]
    [InlineData("public abstract partial class GlyphPaymentsClient { }")]
    [InlineData("public partial record GlyphPaymentsClient { }")]
    [InlineData("public enum GlyphPaymentsClient { }")]
    [InlineData("public delegate void GlyphPaymentsClient();")]
    public async Task Type_with_the_client_name_that_is_not_a_partial_class_is_reported(string type) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""
            namespace Shop;
            {{type}}
            [PaymentsClient] public partial interface {|#0:IGlyphPayments|} { }
            """,
            VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage("The name 'GlyphPaymentsClient', which is generated for 'IGlyphPayments', isn't available because " + AnotherType));

    [Theory]
    [InlineData("public partial class GlyphPaymentsClient { }")]
    [InlineData("partial class GlyphPaymentsClient { public bool Mine => true; }")]
    [InlineData("public sealed partial class GlyphPaymentsClient { }")]
    [InlineData("public class Own { protected Own(int x = 1, params int[] rest) { } } public partial class GlyphPaymentsClient : Own;")]
    [InlineData("public class Own { internal Own() { } } public partial class GlyphPaymentsClient : Own;")]
    [InlineData("public class Own { public Own() { } public Own(int x = 1) { } public Own(string y = \"\") { } } public partial class GlyphPaymentsClient : Own;")]
    [InlineData("file class GlyphPaymentsClient { }")]
    [InlineData("public class Own { [System.Obsolete(\"x\")] public Own() { } } public partial class GlyphPaymentsClient : Own;")]
    [InlineData("[System.Obsolete(\"x\")] public partial class GlyphPaymentsClient;")]
    [InlineData("public partial class GlyphPaymentsClient { } public partial class GlyphPaymentsClient : System.ICloneable { public object Clone() => this; }")]
    [InlineData("public class GlyphPaymentsClient<T> { }")]
    [InlineData("namespace Elsewhere { public class GlyphPaymentsClient { } }")]
    public async Task Partial_class_with_the_client_name_is_extended(string type) =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            $$"""
            namespace Shop
            {
                {{type}}
                [PaymentsClient] public partial interface IGlyphPayments { }
            }
            """,
            "Shop.IGlyphPayments.g.cs");

    [Theory]
    [InlineData("public class Own(int x) { public int X => x; } public partial class GlyphPaymentsClient : Own;", "inherits from 'Own', which has no constructor without parameters that it can call; add one or remove the base class")]
    [InlineData("public class Own { private Own() { } public static Own Create() => new(); } public partial class GlyphPaymentsClient : Own;", "inherits from 'Own', which has no constructor without parameters that it can call; add one or remove the base class")]
    [InlineData("public partial class GlyphPaymentsClient { public required string Shop { get; init; } }", "has the required member 'Shop', which generated code doesn't set; remove 'required'")]
    [InlineData("public class Own { public required string Shop; } public partial class GlyphPaymentsClient : Own;", "has the required member 'Shop', which generated code doesn't set; remove 'required'")]
    [InlineData("public class Own { public Own(int x = 1) { } public Own(string y = \"\") { } } public partial class GlyphPaymentsClient : Own;", "inherits from 'Own', which has no constructor without parameters that it can call; add one or remove the base class")]
    [InlineData("public class Own { [System.Obsolete(\"x\", true)] public Own() { } } public partial class GlyphPaymentsClient : Own;", "inherits from 'Own', which has no constructor without parameters that it can call; add one or remove the base class")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"EXP1\")] public partial class GlyphPaymentsClient;", "is obsolete as an error or experimental; mark the interface instead")]
    [InlineData("[System.Obsolete(\"x\", true)] public partial class GlyphPaymentsClient;", "is obsolete as an error or experimental; mark the interface instead")]
    public async Task Partial_class_that_generated_code_cannot_create_is_reported(string type, string reason) =>
        await new VerifyCS.Test
        {
            TestCode = $$"""
                namespace Shop;
                {{type}}
                [PaymentsClient] public partial interface {|#0:IGlyphPayments|} { }
                """,
            ExpectedDiagnostics = { VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage($"The name 'GlyphPaymentsClient', which is generated for 'IGlyphPayments', isn't available because your partial class {reason}") },
            CompilerDiagnostics = CompilerDiagnostics.None,
        }.RunAsync();

    [Theory]
    [InlineData("int GlyphClient;", "a member of 'Outer' has that name; rename the interface or the member")]
    [InlineData("int GlyphClient => 1;", "a member of 'Outer' has that name; rename the interface or the member")]
    [InlineData("void GlyphClient() { }", "a member of 'Outer' has that name; rename the interface or the member")]
    public async Task Member_of_the_containing_type_with_the_client_name_is_reported(string member, string reason) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""
            public partial class Outer
            {
                {{member}}
                [PaymentsClient] public partial interface {|#0:IGlyph|} { }
            }
            """,
            VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage("The name 'GlyphClient', which is generated for 'IGlyph', isn't available because " + reason));

    [Fact]
    public async Task Containing_type_with_the_client_name_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "public partial class GlyphClient { [PaymentsClient] public partial interface {|#0:IGlyph|} { } }",
            VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage("The name 'GlyphClient', which is generated for 'IGlyph', isn't available because the containing type has that name; rename the interface or the type"));

    [Theory]
    [InlineData("Glyph")]
    [InlineData("IGlyphClient")]
    public async Task Interfaces_with_the_same_client_name_are_both_reported(string twin) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""
            [PaymentsClient] public partial interface {|#0:IGlyph|} { }
            [PaymentsClient] public partial interface {|#1:{{twin}}|} { }
            """,
            VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage($"The name 'GlyphClient', which is generated for 'IGlyph', isn't available because the client of '{twin}' has that name; rename one of the interfaces"),
            VerifyCS.Diagnostic("FPG1009").WithLocation(1).WithMessage($"The name 'GlyphClient', which is generated for '{twin}', isn't available because the client of 'IGlyph' has that name; rename one of the interfaces"));

    [Fact]
    public async Task Interface_with_the_client_name_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "[PaymentsClient] public partial interface {|#0:GlyphClient|} { }",
            VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage("The name 'GlyphClient', which is generated for 'GlyphClient', isn't available because the interface has that name; begin its name with 'I'"));

    [Fact]
    public async Task Namespace_with_the_client_name_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "namespace GlyphClient { public class Some { } } [PaymentsClient] public partial interface {|#0:IGlyph|} { }",
            VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage("The name 'GlyphClient', which is generated for 'IGlyph', isn't available because a namespace has that name; rename the interface or the namespace"));

    [Fact]
    public async Task Type_with_the_registration_name_is_reported() =>
        await new VerifyCS.Test
        {
            TestCode = "public static class GlyphClientServiceCollectionExtensions { } [PaymentsClient] public partial interface {|#0:IGlyph|} { }",
            References = References.WithHttpClientFactory,
            ExpectedDiagnostics = { VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage("The name 'GlyphClientServiceCollectionExtensions', which is generated for 'IGlyph', isn't available because another type has that name; rename the interface or the type") },
        }.RunAsync();

    [Fact]
    public async Task Registration_name_is_available_without_the_http_client_factory() =>
        await VerifyCS.VerifyGeneratedFilesAsync("public static class GlyphClientServiceCollectionExtensions { } [PaymentsClient] public partial interface IGlyph { }", "IGlyph.g.cs");

    [Fact]
    public async Task Interfaces_with_the_same_registration_name_are_both_reported()
    {
        const string source = """
            public partial class Outer { [PaymentsClient] public partial interface {|#0:IGlyph|} { } }
            [PaymentsClient] public partial interface {|#1:IOuterGlyph|} { }
            """;

        await new VerifyCS.Test
        {
            TestCode = source,
            References = References.WithHttpClientFactory,
            ExpectedDiagnostics =
            {
                VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage("The name 'OuterGlyphClientServiceCollectionExtensions', which is generated for 'IGlyph', isn't available because the registration of 'IOuterGlyph' has that name; rename one of the interfaces"),
                VerifyCS.Diagnostic("FPG1009").WithLocation(1).WithMessage("The name 'OuterGlyphClientServiceCollectionExtensions', which is generated for 'IOuterGlyph', isn't available because the registration of 'Outer.IGlyph' has that name; rename one of the interfaces"),
            },
        }.RunAsync();

        await VerifyCS.VerifyNoDiagnosticsAsync(source);
    }

    [Theory]
    [InlineData("public static class GlyphGateExtensions { }", "GlyphGateExtensions", "another type has that name; rename the interface or the type")]
    [InlineData("public class RequireGlyphAttribute { }", "RequireGlyphAttribute", "another type has that name; rename the interface or the type")]
    [InlineData("public interface ReadGlyphAttribute { }", "ReadGlyphAttribute", "another type has that name; rename the interface or the type")]
    [InlineData("[PaymentsClient] public partial interface IGlyphGate { }", "AddGlyphGate", "the registration of 'IGlyphGate' has that name; rename one of the interfaces")]
    public async Task Names_of_a_gate_that_are_not_available_are_reported(string declaration, string name, string reason)
    {
        await new VerifyCS.Test
        {
            TestCode = $"[PaymentsClient(PluginId = \"1\")] public partial interface {{|#0:IGlyph|}} {{ }} {declaration}",
            References = References.WithGate,
            ExpectedDiagnostics = { VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage($"The name '{name}', which is generated for 'IGlyph', isn't available because {reason}") },
        }.RunAsync();

        // Neither an unpinned client nor a project without the package has a gate.
        await new VerifyCS.Test { TestCode = $"[PaymentsClient] public partial interface IGlyph {{ }} {declaration}", References = References.WithGate }.RunAsync();
        await new VerifyCS.Test { TestCode = $"[PaymentsClient(PluginId = \"1\")] public partial interface IGlyph {{ }} {declaration}", References = References.WithConfiguration }.RunAsync();
    }

    [Fact]
    public async Task Same_client_name_in_different_containers_is_not_reported() =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            """
            namespace One { [PaymentsClient] public partial interface IGlyph { } }
            namespace Two { [PaymentsClient] public partial interface IGlyph { } }
            public partial class Outer { [PaymentsClient] public partial interface IGlyph { } }
            """,
            "One.IGlyph.g.cs",
            "Outer+IGlyph.g.cs",
            "Two.IGlyph.g.cs");

    [Fact]
    public Task Partial_class_with_a_primary_constructor_is_reported() => VerifyCS.VerifyAnalyzerAsync(
        """
        [PaymentsClient] public partial interface {|#0:IGlyph|} { }
        public partial class GlyphClient(string name) { public string Name => name; }
        """,
        VerifyCS.Diagnostic("FPG1009").WithLocation(0).WithMessage("The name 'GlyphClient', which is generated for 'IGlyph', isn't available because your partial class has a primary constructor; remove the primary constructor"));
}
