using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules;

/// <summary>Tests that each rule can be suppressed by a pragma, an attribute or an .editorconfig, and that only the reason why there is no client is reported in generated code.</summary>
public sealed class SuppressionTests
{
    private const string Interface = """
        [PaymentsClient]
        public partial interface IPayments
        {
            Task<PaymentInformation> GetAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }
        """;

    private const string AotProject = "/* <PublishAot>true</PublishAot> */ namespace Microsoft.AspNetCore.Builder { public static class EndpointRouteBuilderExtensions { } } ";

    /// <summary>One violation of each rule.</summary>
    public static TheoryData<string, string> Violations => new()
    {
        { "FPG1001", "[PaymentsClient] public interface {|#0:IWrong|} { }" },
        { "FPG1002", "[PaymentsClient] public partial interface IWrong { bool {|#0:Paid|} { get; } }" },
        { "FPG1003", "[PaymentsClient] public partial interface IWrong { bool {|#0:Paid|}(PluginPaymentToken token); }" },
        { "FPG1004", "[PaymentsClient] public partial interface IWrong { Task<PaymentStatus> GetAsync(UserId u, int {|#0:id|}); }" },
        { "FPG1005", "[PaymentsClient] public partial interface IWrong { Task<PaymentStatus> GetAsync(UserId u, UserId {|#0:v|}, PluginId p); }" },
        { "FPG1006", "[PaymentsClient] public partial interface IWrong { Task<PaymentStatus> {|#0:GetAsync|}(UserId u); }" },
        { "FPG1007", "[{|#0:PaymentsClient(PluginId = \"\")|}] public partial interface IWrong { }" },
        { "FPG1008", "[{|#0:PaymentsClient(Manifest = \"manifest.json\")|}] public partial interface IWrong { }" },
        { "FPG1009", "public class WrongClient { } [PaymentsClient] public partial interface {|#0:IWrong|} { }" },
        { "FPG1010", "[PaymentsClient] public partial interface IWrong { Task<PaymentStatus> {|#0:GetAsync|}(PluginPaymentToken token); }" },
        { "FPG1011", AotProject + "[PaymentsClient] public partial interface {|#0:IWrong|} { }" },
        { "FPG2001", "public class Code { public Task RunAsync(IPayments payments, UserId user) => payments.{|#0:GetAsync|}(user); }" },
        { "FPG2002", "public class Code { public Task RunAsync(IPayments payments, UserId user) => payments.{|#0:GetAsync|}(user, new PluginId(\"1\"), new(\"2\")); }" },
        { "FPG2003", "public class Code { public Task RunAsync(IPayments payments, UserId user, PluginId plugin, bool isPlugin) => payments.{|#0:GetAsync|}(user, isPlugin ? plugin : null); }" },
        { "FPG2004", "public class Code { public Task RunAsync(IPayments payments, UserId user, PluginId? plugin = null) => payments.{|#0:GetAsync|}(user, plugin); }" },
        { "FPG2005", "public class Code { public PluginId Id = new({|#0:\"glyphs\"|}); }" },
        { "FPG2006", "public class Code { public Task RunAsync(System.Net.Http.HttpClient http) => http.GetStringAsync({|#0:\"https://api.figma.com/v1/payments\"|}); }" },
        { "FPG3001", "public class Code { public bool HasAccess(PaymentInformation information) => {|#0:information.DateOfPurchase != null|}; }" },
        { "FPG3002", "public class Code { public bool HasAccess(PaymentInformation information) => {|#0:information.PaymentStatus != PaymentStatus.Unpaid|}; }" },
        { "FPG3003", "public class Code { public async Task EnsurePaidAsync(IPayments payments, UserId user, PluginId plugin) { await payments.{|#0:GetAsync|}(user, plugin); } }" },
        { "FPG3004", "public class Code { public bool HasAccess(PaymentsResult result) => {|#0:result.IsSuccess|}; }" },
        { "FPG4001", "public class Code { public string Token = {|#0:\"figd_\"|} + \"7hQ2mXz9-Vb4Kw8Rt1Ny6Ls3Pd5Fg0Jc2Ua8\"; }" },
        { "FPG4002", "public class Code { public PersonalAccessToken Read(string signIn) => new({|#0:\"Bearer \" + signIn|}); }" },
    };

    [Fact]
    public void Every_rule_has_a_violation() =>
        Assert.Equal(
            Shipped.Rules.Select(static rule => rule.Id),
            Violations.Select(static row => (string)((object[])row)[0]));

    [Theory]
    [MemberData(nameof(Violations))]
    public Task Violation_has_the_default_severity_of_the_rule(string id, string violation) =>
        VerifyCS.VerifyAnalyzerAsync([Interface, violation], Expected(id));

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task Pragma_suppresses_the_diagnostic(string id, string violation)
    {
        await VerifyCS.VerifyNoDiagnosticsAsync(Interface, $"#pragma warning disable {id}\n{violation}\n#pragma warning restore {id}");

        // A pragma after the violation has no effect on it.
        await VerifyCS.VerifyAnalyzerAsync([Interface, $"{violation}\n#pragma warning disable {id}"], Expected(id));
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public Task Attribute_of_the_assembly_suppresses_the_diagnostic(string id, string violation) =>
        VerifyCS.VerifyNoDiagnosticsAsync(Interface, $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Any\", \"{id}\")]\n{violation}");

    [Theory]
    [MemberData(nameof(Violations))]
    public Task Attribute_of_the_type_suppresses_the_diagnostic(string id, string violation)
    {
        string suppress = $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Any\", \"{id}\")] ";

        string suppressed = violation
            .Replace("[PaymentsClient", suppress + "[PaymentsClient", StringComparison.Ordinal)
            .Replace("[{|#0:PaymentsClient", suppress + "[{|#0:PaymentsClient", StringComparison.Ordinal)
            .Replace("public class Code", suppress + "public class Code", StringComparison.Ordinal);

        return VerifyCS.VerifyNoDiagnosticsAsync(Interface, suppressed);
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task Generated_code_is_analyzed_only_for_the_reason_of_a_missing_client(string id, string violation)
    {
        await VerifyCS.VerifyAnalyzerAsync([Interface, violation], Expected(id));

        foreach ((string path, string source) in new[]
        {
            ("/0/Violation.g.cs", "#nullable enable\n" + violation),
            ("/0/Violation.Designer.cs", "#nullable enable\n" + violation),
            ("/0/Violation.cs", "// <auto-generated/>\n#nullable enable\n" + violation),
            ("/0/Violation.cs", "#line hidden\n" + violation),
        })
        {
            VerifyCS.Test test = new() { TestState = { Sources = { Interface, (path, IsReason(id) ? source : Unmarked(source)) } } };

            if (IsReason(id))
                test.ExpectedDiagnostics.Add(Expected(id));

            await test.RunAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task Pragma_without_ids_suppresses_all_but_the_reason_of_a_missing_client(string id, string violation)
    {
        foreach ((string directives, bool isBare) in new[]
        {
            ("#pragma warning disable", true),
            ("#pragma warning disable CS1591\n#pragma warning disable\n#pragma warning restore CS1591", true),
            ($"#pragma warning disable {id}\n#pragma warning disable", true),
            ($"#pragma warning disable\n#pragma warning disable {id}", false),
            ($"#pragma warning disable CS1591, {id}", false),
        })
        {
            string source = $"{directives}\n{Unmarked(violation)}";
            Diagnostic[] diagnostics = [.. await Consumer.Of(Interface, source).AnalyzeAsync()];
            Assert.Equal(isBare && IsReason(id) ? [id] : [], diagnostics.Select(static diagnostic => diagnostic.Id));

            foreach (FileLinePositionSpan position in diagnostics.Select(static diagnostic => diagnostic.Location.GetLineSpan()))
            {
                Assert.Equal("/project/File1.cs", position.Path);
                Assert.Equal(directives.Split('\n').Length, position.StartLinePosition.Line);
            }
        }

        // A severity of the .editorconfig counts.
        Consumer configured = Consumer.Of(Interface, "#pragma warning disable\n" + Unmarked(violation)) with { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = none\n" };
        Assert.Empty(await configured.AnalyzeAsync());
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task Editorconfig_sets_the_severity(string id, string violation)
    {
        foreach ((string setting, DiagnosticSeverity? expected) in new (string, DiagnosticSeverity?)[]
        {
            ("error", DiagnosticSeverity.Error),
            ("warning", DiagnosticSeverity.Warning),
            ("suggestion", DiagnosticSeverity.Info),
            ("silent", DiagnosticSeverity.Hidden),
            ("none", null),
        })
        {
            // The test library passes the default severity of each warning to the compiler, which overrides the .editorconfig.
            Consumer consumer = Consumer.Of(Interface, Unmarked(violation)) with { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = {setting}\n" };
            ImmutableArray<Diagnostic> diagnostics = await consumer.AnalyzeAsync();
            Assert.Equal(expected is { } severity ? [(id, severity)] : [], diagnostics.Select(static diagnostic => (diagnostic.Id, diagnostic.Severity)));
        }
    }

    /// <summary>Determines whether the rule reports why no client is generated.</summary>
    private static bool IsReason(string id) => string.CompareOrdinal(id, "FPG1009") <= 0;

    private static string Unmarked(string source) => source.Replace("{|#0:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static DiagnosticResult Expected(string id) =>
        VerifyCS.Diagnostic(id).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
