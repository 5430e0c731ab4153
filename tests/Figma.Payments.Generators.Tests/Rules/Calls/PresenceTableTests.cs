using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>The 32 combinations of Figma's five parameters, four of which are legal: over declarations, and over calls.</summary>
public sealed class PresenceTableTests
{
    private const int Token = 1;
    private const int User = 2;

    private static readonly (string Type, string Name)[] Parameters =
    [
        ("PluginPaymentToken", "pluginPaymentToken"),
        ("UserId", "userId"),
        ("CommunityFileId", "communityFileId"),
        ("PluginId", "pluginId"),
        ("WidgetId", "widgetId"),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, 32)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_method_that_requires_a_combination_is_right_in_four_cases_of_thirty_two(int combination)
    {
        foreach (string typing in new[] { "ids", "text" })
        {
            string parameters = string.Join(", ", Chosen(combination).Select(parameter => $"{(typing == "ids" ? parameter.Type : "string")} {parameter.Name}"));
            bool isLegal = IsLegal(combination);
            string name = isLegal ? "AskAsync" : "{|FPG1006:AskAsync|}";

            await new VerifyCS.Test
            {
                TestCode = $$"""[PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> {{name}}({{parameters}}); }""",
                GeneratedFiles = isLegal ? ["IGlyph.g.cs"] : [],
            }.RunAsync();
        }
    }

    /// <summary>
    /// Through a surface on which everything can be written (every method of it legal by itself), a combination compiles without a
    /// diagnostic where it is legal; else either no method takes it, or a rule speaks.
    /// </summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task A_call_that_supplies_a_combination_is_right_in_four_cases_of_thirty_two(int combination)
    {
        string arguments = string.Join(", ", Chosen(combination).Select(static parameter => $"{parameter.Name}: new {parameter.Type}(\"1\")"));

        Consumer consumer = Consumer.Of($$"""
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentInformation> AskAsync(PluginPaymentToken pluginPaymentToken);
                Task<PaymentInformation> AskAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
            }

            public class Code
            {
                public Task RunAsync(IGlyph glyph) => glyph.AskAsync({{arguments}});
            }
            """);

        Compilation compilation = consumer.Generate().Output;
        string[] errors = [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id)];
        string[] ours = [.. (await Consumer.AnalyzeAsync(compilation)).Select(static diagnostic => diagnostic.Id)];

        if (IsLegal(combination))
        {
            Assert.Empty(errors);
            Assert.Empty(ours);
        }
        else if ((combination & Token) == 0 && (combination & User) != 0)
        {
            Assert.Empty(errors);
            Assert.Equal([Chosen(combination).Skip(1).Any() ? "FPG2002" : "FPG2001"], ours);
        }
        else
        {
            // The compiler itself has no method to bind the call to.
            Assert.Single(errors);
            Assert.Empty(ours);
        }
    }

    [Theory]
    [InlineData("", "FPG2001")]
    [InlineData("communityFileId: f", null)]
    [InlineData("pluginId: p", null)]
    [InlineData("widgetId: w", null)]
    [InlineData("communityFileId: f, pluginId: p", "FPG2002")]
    [InlineData("communityFileId: f, widgetId: w", "FPG2002")]
    [InlineData("pluginId: p, widgetId: w", "FPG2002")]
    [InlineData("communityFileId: f, pluginId: p, widgetId: w", "FPG2002")]
    public async Task Of_the_eight_ways_to_supply_resources_to_the_whole_surface_three_are_right(string arguments, string? rule)
    {
        string name = rule is null ? "GetPaymentsAsync" : $$"""{|{{rule}}:GetPaymentsAsync|}""";

        string source = $$"""
            [PaymentsClient]
            public partial interface IGlyph { }

            public class Code
            {
                public Task RunAsync(IGlyph glyph, UserId user, CommunityFileId f, PluginId p, WidgetId w) => glyph.{{name}}(user{{(arguments.Length == 0 ? "" : ", " + arguments)}});
            }
            """;

        await (rule is null ? VerifyCS.VerifyNoDiagnosticsAsync(source) : VerifyCS.VerifyAnalyzerAsync(source));
    }

    [Fact]
    public void Four_combinations_are_legal() => Assert.Equal(4, Enumerable.Range(0, 32).Count(IsLegal));

    private static bool IsLegal(int combination)
    {
        int resources = Enumerable.Range(2, 3).Count(bit => (combination & (1 << bit)) != 0);
        bool hasToken = (combination & Token) != 0;
        bool hasUser = (combination & User) != 0;
        return hasToken ? !hasUser && resources == 0 : hasUser && resources == 1;
    }

    private static IEnumerable<(string Type, string Name)> Chosen(int combination) =>
        Parameters.Where((_, bit) => (combination & (1 << bit)) != 0);
}
