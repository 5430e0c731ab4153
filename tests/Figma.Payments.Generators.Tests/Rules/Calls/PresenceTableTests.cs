using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>The 32 combinations of the five parameters of the API, four of which are valid, in declarations and in calls.</summary>
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
    public async Task Method_with_an_invalid_combination_of_parameters_is_reported(int combination)
    {
        foreach (string typing in new[] { "ids", "text" })
        {
            string parameters = string.Join(", ", Chosen(combination).Select(parameter => $"{(typing == "ids" ? parameter.Type : "string")} {parameter.Name}"));
            bool isValid = IsValid(combination);
            string name = isValid ? "RequestAsync" : "{|FPG1006:RequestAsync|}";

            await new VerifyCS.Test
            {
                TestCode = $$"""[PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> {{name}}({{parameters}}); }""",
                GeneratedFiles = isValid ? ["IGlyph.g.cs"] : [],
            }.RunAsync();
        }
    }

    /// <summary>
    /// The interface has a method for each combination that is valid, and more. A valid combination compiles without a diagnostic. For any other one, there is no
    /// method, or a rule reports the call.
    /// </summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task Call_with_an_invalid_combination_of_arguments_is_reported_or_does_not_compile(int combination)
    {
        string arguments = string.Join(", ", Chosen(combination).Select(static parameter => $"{parameter.Name}: new {parameter.Type}(\"1\")"));

        Consumer consumer = Consumer.Of($$"""
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentInformation> RequestAsync(PluginPaymentToken pluginPaymentToken);
                Task<PaymentInformation> RequestAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
            }

            public class Code
            {
                public Task RunAsync(IGlyph glyph) => glyph.RequestAsync({{arguments}});
            }
            """);

        Compilation compilation = consumer.Generate().Output;
        string[] errors = [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id)];
        string[] ours = [.. (await Consumer.AnalyzeAsync(compilation)).Select(static diagnostic => diagnostic.Id)];

        if (IsValid(combination))
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
            // The compiler finds no method for the call.
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
    public async Task Call_of_an_interface_with_all_methods_must_specify_one_resource(string arguments, string? rule)
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
    public void Four_combinations_are_valid() => Assert.Equal(4, Enumerable.Range(0, 32).Count(IsValid));

    private static bool IsValid(int combination)
    {
        int resources = Enumerable.Range(2, 3).Count(bit => (combination & (1 << bit)) != 0);
        bool hasToken = (combination & Token) != 0;
        bool hasUser = (combination & User) != 0;
        return hasToken ? !hasUser && resources == 0 : hasUser && resources == 1;
    }

    private static IEnumerable<(string Type, string Name)> Chosen(int combination) =>
        Parameters.Where((_, bit) => (combination & (1 << bit)) != 0);
}
