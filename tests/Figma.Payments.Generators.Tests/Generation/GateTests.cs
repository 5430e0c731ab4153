using System;
using System.Linq;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>The gates that are generated in a project that references <c>Figma.Payments.AspNetCore</c>.</summary>
public sealed class GateTests
{
    private static readonly string[] Versions = ["7.3", "8", "12", "latest"];

    public static TheoryData<string> Names => [.. GateCorpus.Declarations.Keys];

    public static TheoryData<string, string> Cells => CompilationTests.Combine(GateCorpus.Declarations.Keys, Versions);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Generated_gate_compiles_without_a_warning(string name, string version)
    {
        Assert.True(LanguageVersionFacts.TryParse(version, out LanguageVersion parsed));
        NullableContextOptions nullable = parsed == LanguageVersion.CSharp7_3 ? NullableContextOptions.Disable : NullableContextOptions.Enable;

        // CS1701 is about assemblies of different versions.
        CompilationTests.AssertNoWarning((Gated(GateCorpus.Declarations[name]) with { LanguageVersion = parsed, Nullable = nullable }).Generate(), "CS1701");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Project_without_the_gate_gets_none(string name) =>
        Assert.All(
            (Consumer.Of(GateCorpus.Declarations[name]) with { References = References.WithConfiguration }).Generate().Files,
            static file => Assert.DoesNotMatch("(?i)(?<!dele)gate(?!d)", file.Text));

    [Theory]
    [InlineData("Task<PaymentsResult> LastAsync(PluginPaymentToken token, CancellationToken cancellationToken); Task<PaymentsResult> FirstAsync(PluginPaymentToken token);", "client.LastAsync(token, cancellationToken)")]
    [InlineData("Task<PaymentInformation> FirstAsync(PluginPaymentToken token, CancellationToken cancellationToken); Task<PaymentsResult> LastAsync(PluginPaymentToken token);", "client.LastAsync(token)")]
    [InlineData("Task<PaymentStatus> FirstAsync(PluginPaymentToken token, CancellationToken cancellationToken); Task<PaymentInformation> LastAsync(PluginPaymentToken token);", "ToResult(client.LastAsync(token))")]
    [InlineData("Task<PaymentsResult> FirstAsync(PluginPaymentToken token, UserId expectedUser); ValueTask<PaymentsResult> LastAsync(PluginPaymentToken token);", "ToResult(client.LastAsync(token))")]
    [InlineData("Task<PaymentsResult> FirstAsync(PluginPaymentToken token); Task<PaymentsResult> LastAsync(PluginPaymentToken token, UserId? expectedUser = null);", "client.FirstAsync(token)")]
    [InlineData("Task<PaymentsResult> OnlyAsync(PluginPaymentToken token, UserId? expectedUser);", "client.OnlyAsync(token, default(global::Figma.Payments.UserId?))")]
    public void Gate_calls_the_best_method(string methods, string expected) =>
        Assert.Contains(expected, Gate($"[PaymentsClient(PluginId = \"1\")] public partial interface IGlyph {{ {methods} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "the client isn't pinned")]
    [InlineData("(PluginId = \"1\")", "the interface has no method that a gate can call")]
    public void Reason_of_a_missing_gate_is_in_the_documentation_of_the_registration(string arguments, string reason)
    {
        string text = Gate($"[PaymentsClient{arguments}] public partial interface IGlyph {{ Task<PaymentStatus> CheckAsync(PluginPaymentToken token); }}");
        Assert.DoesNotContain("AddGlyphGate", text, StringComparison.Ordinal);
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }

    /// <summary>The manifest is read after the interface.</summary>
    [Fact]
    public void Gate_is_about_the_resource_of_the_manifest()
    {
        Consumer consumer = Gated("[PaymentsClient(Manifest = \"manifest.json\")] public partial interface IGlyph { }") with
        {
            AdditionalFiles = [("/project/manifest.json", """{ "id": "17", "containsWidget": true }""")],
        };

        Assert.Contains("new global::Figma.Payments.WidgetId(\"17\"),", TextOf(consumer), StringComparison.Ordinal);
    }

    [Fact]
    public void Gates_of_two_interfaces_of_one_name_have_different_names()
    {
        string text = Gate("namespace One { [PaymentsClient(PluginId = \"1\")] public partial interface IGlyph { } } namespace Two { [PaymentsClient(PluginId = \"1\")] public partial interface IGlyph { } }");
        Assert.Contains("GateName = \"One.IGlyph\"", text, StringComparison.Ordinal);
        Assert.Contains("GateName = \"Two.IGlyph\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public partial interface IGlyph { }", "GlyphGateExtensions", Accessibility.Public)]
    [InlineData("internal partial interface IGlyph { }", "RequireGlyphAttribute", Accessibility.Internal)]
    [InlineData("internal partial class Outer { [PaymentsClient(PluginId = \"1\")] public partial interface IGlyph { } }", "ReadOuterGlyphAttribute", Accessibility.Internal)]
    public void Generated_types_are_as_accessible_as_the_interface(string declaration, string type, Accessibility expected) =>
        Assert.Equal(
            expected,
            Gated((declaration.Contains("Outer", StringComparison.Ordinal) ? "" : "[PaymentsClient(PluginId = \"1\")] ") + declaration).Generate().Output.GetTypeByMetadataName(type)!.DeclaredAccessibility);

    /// <summary>The code that a developer writes compiles against the generated code.</summary>
    [Fact]
    public void Members_of_the_gate_are_used_without_a_string()
    {
        Consumer consumer = Gated(
            "namespace Shop { [PaymentsClient(PluginId = \"1\")] public partial interface IGlyphPayments; }",
            """
            using Figma.Payments.AspNetCore;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using Shop;

            public static class Startup
            {
                public static void Run(IServiceCollection services, IConfiguration configuration, WebApplication app)
                {
                    services.AddGlyphPaymentsGate();
                    services.AddGlyphPaymentsGate(gate => gate.AllowTrial = true);
                    services.AddGlyphPaymentsGate(configuration.GetSection("Gate"));
                    services.AddGlyphPaymentsGate(configuration.GetSection("Gate"), gate => gate.AllowTrial = true);
                    app.MapGet("/a", (FigmaPayment payment) => payment.UserId).RequireGlyphPayments();
                    app.MapGroup("/b").ReadGlyphPayments();
                    app.MapGet("/c", [RequireGlyphPayments] (HttpContext context) => context.GetFigmaPayment(GlyphPaymentsGateExtensions.GateName));
                }
            }

            [RequireGlyphPayments]
            public class Paid
            {
                [ReadGlyphPayments]
                public void Read() { }
            }
            """);

        Assert.Empty(consumer.Generate().Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    private static Consumer Gated(params string[] sources) => Consumer.Of(sources) with { References = References.WithGate };

    private static string Gate(string source) => TextOf(Gated(source));

    private static string TextOf(Consumer consumer)
    {
        GeneratorRun run = consumer.Generate();
        Assert.Empty(run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return string.Concat(run.Files.Select(static file => file.Text));
    }
}
