using System;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

public sealed class BaselineTests
{
    public static TheoryData<string> Names => [.. DeclarationCorpus.Everywhere.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_generated_code_is_what_somebody_has_read(string name) =>
        Baseline.Compare(name, Join(Consumer.Of(DeclarationCorpus.Everywhere[name]) with { Nullable = NullableContextOptions.Disable }));

    [Theory]
    [InlineData("WholeSurface")]
    [InlineData("Nested")]
    [InlineData("Keywords")]
    [InlineData("GlobalNamespace")]
    [InlineData("Obsolete")]
    public void With_the_http_client_factory_there_is_a_registration(string name) =>
        Baseline.Compare(name + ".Registered", Join(Consumer.Of(DeclarationCorpus.Everywhere[name]) with { Nullable = NullableContextOptions.Disable, References = References.WithHttpClientFactory }));

    [Theory]
    [InlineData("WholeSurface")]
    [InlineData("QuestionsOfEveryShape")]
    public void Without_nullable_reference_types_none_is_written(string name)
    {
        string text = Join(Consumer.Of(DeclarationCorpus.Everywhere[name]) with
        {
            LanguageVersion = LanguageVersion.CSharp7_3,
            Nullable = NullableContextOptions.Disable,
            References = References.WithHttpClientFactory,
        });

        Assert.DoesNotContain("#nullable", text, StringComparison.Ordinal);
        Assert.DoesNotContain("string?", text, StringComparison.Ordinal);
        Baseline.Compare(name + ".CSharp7", text);
    }

    [Fact]
    public void With_a_manifest_the_client_is_pinned_to_what_it_names() => Baseline.Compare("Manifest", Join(Consumer.Of("""
        namespace Shop.Payments;

        /// <summary>Asks.</summary>
        [PaymentsClient(Manifest = "manifest.json")]
        public partial interface IDicePayments;
        """) with { AdditionalFiles = [("/project/manifest.json", """{ "id": "737805260747778092", "containsWidget": true }""")] }));

    [Fact]
    public void What_another_assembly_has_documented_is_inherited() => Baseline.Compare("Elsewhere", Join(Consumer.Of("""
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyphPayments : IAsked;
        """) with
    {
        References = References.Default.Add((Consumer.Of("""
            public interface IAsked
            {
                /// <summary>Asks.</summary>
                Task<PaymentsResult> AskAsync(UserId user, CancellationToken cancellationToken);
            }
            """) with { AssemblyName = "Elsewhere" }).Emit()),
    }));

    [Theory]
    [InlineData("SharedRegistration", true, true)]
    [InlineData("SharedRegistration.CSharp7", false, true)]
    [InlineData("SharedRegistration.OldVersions", true, false)]
    public void What_registrations_share_is_what_somebody_has_read(string name, bool hasNullableReferenceTypes, bool hasNewVersions) =>
        Baseline.Compare(name, SharedRegistrationEmitter.Emit(new Capabilities(hasNullableReferenceTypes, HasHttpClientFactory: true, HasKeyedServices: hasNewVersions, HasValidateOnStart: hasNewVersions)));

    [Fact]
    public void A_difference_shows_the_first_line_that_differs()
    {
        Assert.Equal("first in line 2:\n  baseline:  b\n  generated: x", Baseline.FindDifference("a\nb\nc", "a\nx\ny"));
        Assert.Equal("first in line 3:\n  baseline:  (the text has ended)\n  generated: c", Baseline.FindDifference("a\nb", "a\nb\nc"));
        Assert.Null(Baseline.FindDifference("a\nb", "a\nb"));
    }

    /// <summary>The clients' files; what registrations share has baselines of its own.</summary>
    private static string Join(Consumer consumer) =>
        string.Join("\n", consumer.Generate().Files.Where(static file => file.HintName != SharedRegistrationEmitter.HintName + ".g.cs").Select(static file => $"======== {file.HintName}\n{file.Text}"));
}
