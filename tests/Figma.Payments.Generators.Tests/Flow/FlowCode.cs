using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Flow;

/// <summary>Tests the body of a method with a call.</summary>
internal static class FlowCode
{
    /// <summary>The clients and helpers that a body can use.</summary>
    public const string Around = """
        [PaymentsClient]
        public partial interface IIds
        {
            Task<PaymentInformation> RequestAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        [PaymentsClient]
        public partial interface ITexts
        {
            Task<PaymentInformation> RequestAsync(UserId userId, string? communityFileId = null, string? pluginId = null, string? widgetId = null);
        }

        [PaymentsClient]
        public partial interface INumbers
        {
            Task<PaymentInformation> RequestAsync(UserId userId, long? communityFileId = null, long? pluginId = null, long? widgetId = null);
        }

        public enum Kind { File, Plugin, Widget }

        public class Helper
        {
            public bool Flag { get; set; }
            public bool Other { get; set; }
            public PluginId? Plugin { get; set; }
            public WidgetId? Widget { get; set; }
            public IEnumerable<PluginId> Plugins => [];
            public static PluginId? Find() => null;
            public static bool TryFind(out PluginId? p) { p = null; return false; }
            public static void Change(ref PluginId? p) { }
            public static bool Check() => true;
            public static bool Check(object? value) => true;
            public static void Use(params object?[] values) { }
            [System.Diagnostics.CodeAnalysis.DoesNotReturn] public static void Stop() => throw new InvalidOperationException();
            public static void ThrowInvalid() => throw new InvalidOperationException();
        }

        """;

    /// <summary>A call with the variables <c>f</c>, <c>p</c> and <c>w</c>, which isn't reported.</summary>
    public const string Valid = "await ids.RequestAsync(user, communityFileId: f, pluginId: p, widgetId: w);";

    /// <summary>The call, reported because all variables are null.</summary>
    public const string None = "await ids.{|FPG2001:RequestAsync|}(user, communityFileId: f, pluginId: p, widgetId: w);";

    /// <summary>The call, reported because several variables are IDs.</summary>
    public const string Several = "await ids.{|FPG2002:RequestAsync|}(user, communityFileId: f, pluginId: p, widgetId: w);";

    /// <summary>The call, reported because it isn't valid on some path.</summary>
    public const string OnPath = "await ids.{|FPG2003:RequestAsync|}(user, communityFileId: f, pluginId: p, widgetId: w);";

    private const string Open = """
        public class Code
        {
            private bool _flag;
            private PluginId? _field;

            public async Task Method(
                IIds ids, ITexts texts, INumbers numbers, UserId user, Helper helper, object? any,
                bool a, bool b, bool c, bool? maybe, int n, Kind kind, string type,
                PluginId x, WidgetId y, CommunityFileId z, PluginId? p, WidgetId? w, CommunityFileId? f, string? s, string? t, long? i)
            {

        """;

    /// <summary>Verifies that the body has exactly the marked and the expected diagnostics.</summary>
    public static Task VerifyAnalyzerAsync(string body, params DiagnosticResult[] expected)
    {
        Assert.True(expected.Length > 0 || body.Contains("{|FPG", StringComparison.Ordinal), "The body marks no diagnostic.");
        VerifyCS.Test test = Test(body);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>Verifies that no rule reports anything in the body.</summary>
    public static Task VerifyNoDiagnosticsAsync(string body)
    {
        Assert.DoesNotContain("{|FPG", body, StringComparison.Ordinal);
        return Test(body).RunAsync();
    }

    private static VerifyCS.Test Test(string body) => new()
    {
        TestCode = "#nullable enable\n" + Around + Open + body + "\nawait Task.Yield();\n    }\n}\n",

        // Constants and ignored results are the subject of other rules.
        DisabledDiagnostics = { "FPG2005", "FPG3003" },
    };
}
