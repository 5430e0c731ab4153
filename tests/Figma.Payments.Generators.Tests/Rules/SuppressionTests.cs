using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules;

/// <summary>Each rule obeys the three ways in which a developer can overrule it.</summary>
public sealed class SuppressionTests
{
    private const string Interface = """
        [PaymentsClient]
        public partial interface IGlyph
        {
            Task<PaymentInformation> AskAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }
        """;

    /// <summary>One short fault of each rule.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { "FPG1001", "[PaymentsClient] public interface IWrong { }" },
        { "FPG1002", "[PaymentsClient] public partial interface IWrong { bool Paid { get; } }" },
        { "FPG1003", "[PaymentsClient] public partial interface IWrong { bool Paid(PluginPaymentToken token); }" },
        { "FPG1004", "[PaymentsClient] public partial interface IWrong { Task<PaymentStatus> AskAsync(UserId u, int id); }" },
        { "FPG1005", "[PaymentsClient] public partial interface IWrong { Task<PaymentStatus> AskAsync(UserId u, UserId v, PluginId p); }" },
        { "FPG1006", "[PaymentsClient] public partial interface IWrong { Task<PaymentStatus> AskAsync(UserId u); }" },
        { "FPG1007", "[PaymentsClient(PluginId = \"\")] public partial interface IWrong { }" },
        { "FPG1008", "[PaymentsClient(Manifest = \"manifest.json\")] public partial interface IWrong { }" },
        { "FPG1009", "public class WrongClient { } [PaymentsClient] public partial interface IWrong { }" },
        { "FPG1010", "[PaymentsClient] public partial interface IWrong { Task<PaymentStatus> AskAsync(PluginPaymentToken token); }" },
        { "FPG2001", "public class Code { public Task RunAsync(IGlyph glyph, UserId user) => glyph.AskAsync(user); }" },
        { "FPG2002", "public class Code { public Task RunAsync(IGlyph glyph, UserId user) => glyph.AskAsync(user, new PluginId(\"1\"), new(\"2\")); }" },
        { "FPG2003", "public class Code { public Task RunAsync(IGlyph glyph, UserId user, PluginId plugin, bool isPlugin) => glyph.AskAsync(user, isPlugin ? plugin : null); }" },
        { "FPG2004", "public class Code { public Task RunAsync(IGlyph glyph, UserId user, PluginId? plugin = null) => glyph.AskAsync(user, plugin); }" },
        { "FPG2005", "public class Code { public PluginId Id = new(\"glyphs\"); }" },
        { "FPG2006", "public class Code { public Task RunAsync(System.Net.Http.HttpClient http) => http.GetStringAsync(\"https://api.figma.com/v1/payments\"); }" },
        { "FPG3001", "public class Code { public bool HasAccess(PaymentInformation answer) => answer.DateOfPurchase != null; }" },
        { "FPG3002", "public class Code { public bool HasAccess(PaymentInformation answer) => answer.PaymentStatus != PaymentStatus.Unpaid; }" },
        { "FPG3003", "public class Code { public async Task RunAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.AskAsync(user, plugin); } }" },
        { "FPG4001", "public class Code { public string Token = \"figd_\" + \"7hQ2mXz9-Vb4Kw8Rt1Ny6Ls3Pd5Fg0Jc2Ua8\"; }" },
        { "FPG4002", "public class Code { public PersonalAccessToken Read(string signIn) => new(\"Bearer \" + signIn); }" },
    };

    [Fact]
    public void There_is_a_fault_of_each_rule() =>
        Assert.Equal(
            Shipped.Rules.Select(static rule => rule.Id),
            Faults.Select(static row => (string)((object[])row)[0]));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Without_being_overruled_each_has_the_severity_of_the_catalogue(string id, string fault)
    {
        Diagnostic diagnostic = Assert.Single(await Consumer.Of(Interface, fault).AnalyzeAsync());
        Assert.Equal((id, Shipped.Rules.Single(rule => rule.Id == id).DefaultSeverity), (diagnostic.Id, diagnostic.Severity));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_pragma_silences_it(string id, string fault)
    {
        await Verify.IsSilentAsync(Interface, $"#pragma warning disable {id}\n{fault}\n#pragma warning restore {id}");

        // A pragma further down is too late.
        Assert.Single(await Consumer.Of(Interface, $"{fault}\n#pragma warning disable {id}").AnalyzeAsync());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_suppression_of_the_assembly_silences_it(string id, string fault) =>
        await Verify.IsSilentAsync(Interface, $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Any\", \"{id}\")]\n{fault}");

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_suppression_of_the_type_silences_it(string id, string fault)
    {
        string suppress = $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Any\", \"{id}\")] ";

        string suppressed = fault
            .Replace("[PaymentsClient", suppress + "[PaymentsClient", StringComparison.Ordinal)
            .Replace("public class Code", suppress + "public class Code", StringComparison.Ordinal);

        await Verify.IsSilentAsync(Interface, suppressed);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task In_generated_code_it_is_silent(string id, string fault)
    {
        Assert.Equal(id, Assert.Single(await Consumer.Of(Interface, fault).AnalyzeAsync()).Id);
        await Verify.IsSilentAsync(Consumer.Of(Interface) with { Sources = [("/project/File0.cs", Interface), ("/project/Fault.g.cs", "#nullable enable\n" + fault)] });
        await Verify.IsSilentAsync(Interface, "// <auto-generated/>\n#nullable enable\n" + fault);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_editorconfig_sets_its_severity(string id, string fault)
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
            Consumer consumer = Consumer.Of(Interface, fault) with { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = {setting}\n" };
            ImmutableArray<Diagnostic> diagnostics = await consumer.AnalyzeAsync();
            Assert.Equal(expected is { } severity ? [(id, severity)] : [], diagnostics.Select(static diagnostic => (diagnostic.Id, diagnostic.Severity)));
        }
    }
}
