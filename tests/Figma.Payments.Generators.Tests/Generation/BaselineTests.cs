using System;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>The generated code is equal to the baselines, which have been read by a person.</summary>
public sealed class BaselineTests
{
    private const string Shared = "SharedRegistration";
    private const string SharedInCSharp7 = "SharedRegistration.CSharp7";

    public static TheoryData<string> Names => [.. DeclarationCorpus.Everywhere.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Declaration_generates_its_baseline(string name) =>
        new BaselineTest(name) { TestCode = DeclarationCorpus.Everywhere[name] }.RunAsync();

    [Theory]
    [InlineData("DefaultMethods")]
    [InlineData("Nested")]
    [InlineData("Keywords")]
    [InlineData("GlobalNamespace")]
    [InlineData("Obsolete")]
    public Task Reference_to_the_http_client_factory_adds_a_registration(string name) =>
        new BaselineTest(name + ".Registered", Shared) { TestCode = DeclarationCorpus.Everywhere[name] }.RunAsync();

    [Fact]
    public Task Reference_to_the_configuration_extensions_adds_a_registration_from_configuration() =>
        new BaselineTest("DefaultMethods.Configured", Shared + ".Configured", References.WithConfiguration) { TestCode = DeclarationCorpus.Everywhere["DefaultMethods"] }.RunAsync();

    [Theory]
    [InlineData("Pinned")]
    [InlineData("EveryShape")]
    [InlineData("Keywords")]
    [InlineData("WithoutGate")]
    public Task Reference_to_the_gate_adds_one_for_a_pinned_client(string name) =>
        new BaselineTest("Gate." + name, Shared + ".Configured", References.WithGate) { TestCode = GateCorpus.Declarations[name] }.RunAsync();

    [Theory]
    [InlineData("DefaultMethods")]
    [InlineData("MethodsOfEveryShape")]
    public async Task Language_version_without_nullable_reference_types_generates_none(string name)
    {
        await new BaselineTest(name + ".CSharp7", SharedInCSharp7)
        {
            TestCode = DeclarationCorpus.Everywhere[name],
            LanguageVersion = LanguageVersion.CSharp7_3,
        }.RunAsync();

        Assert.All(Baseline.Read(name + ".CSharp7").Concat(Baseline.Read(SharedInCSharp7)), static file =>
        {
            Assert.DoesNotContain("#nullable", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("string?", file.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public Task Manifest_pins_the_client_to_its_resource() =>
        new BaselineTest("Manifest")
        {
            TestCode = """
                using Figma.Payments;

                namespace Shop.Payments;

                /// <summary>Checks payments.</summary>
                [PaymentsClient(Manifest = "manifest.json")]
                public partial interface IDicePayments;
                """,
            TestState =
            {
                AdditionalFiles = { ("/project/manifest.json", """{ "id": "737805260747778092", "containsWidget": true }""") },
            },
        }.RunAsync();

    [Fact]
    public Task Documentation_of_another_assembly_is_inherited() =>
        new BaselineTest("OtherAssembly")
        {
            TestCode = """
                using Figma.Payments;

                [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyphPayments : IChecks;
                """,
            TestState =
            {
                AdditionalReferences =
                {
                    (Consumer.Of("""
                        public interface IChecks
                        {
                            /// <summary>Checks a payment.</summary>
                            Task<PaymentsResult> CheckAsync(UserId user, CancellationToken cancellationToken);
                        }
                        """) with { AssemblyName = "OtherAssembly" }).Emit(),
                },
            },
        }.RunAsync();

    // No project of the tests references these old versions, so the emitter is called directly.
    [Fact]
    public void Shared_registration_for_old_versions_uses_no_keyed_services()
    {
        const string Name = "SharedRegistration.OldVersions";
        string actual = SharedRegistrationEmitter.Emit(new Capabilities(HasNullableReferenceTypes: true, HasHttpClientFactory: true, HasConfiguration: false, HasKeyedServices: false, HasValidateOnStart: false, HasPlatformAttributes: false, HasGate: false));

        if (Baseline.IsUpdate)
            Baseline.Write(Name, [(SharedRegistrationEmitter.HintName + ".g.cs", actual)]);

        Assert.Equal(Baseline.Read(Name).Single().Text, actual);
    }
}
