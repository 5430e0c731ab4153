using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;

namespace Figma.Payments.Generators.Tests.Flow;

/// <summary>Creates a consumer from the body of a method with a call.</summary>
internal static class FlowCode
{
    /// <summary>The clients and helpers that a body can use.</summary>
    public const string Around = """
        [PaymentsClient]
        public partial interface IIds
        {
            Task<PaymentInformation> AskAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        [PaymentsClient]
        public partial interface ITexts
        {
            Task<PaymentInformation> AskAsync(UserId userId, string? communityFileId = null, string? pluginId = null, string? widgetId = null);
        }

        [PaymentsClient]
        public partial interface INumbers
        {
            Task<PaymentInformation> AskAsync(UserId userId, long? communityFileId = null, long? pluginId = null, long? widgetId = null);
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

    // The rules about constants and ignored results are tested elsewhere.
    public static Consumer Of(string body) => Consumer.Of("#nullable enable\n" + Around + Open + body + "\nawait Task.Yield();\n    }\n}\n") with
    {
        EditorConfig = """
            root = true
            [*.cs]
            dotnet_diagnostic.FPG2005.severity = none
            dotnet_diagnostic.FPG3003.severity = none
            """,
    };

    public static Task ReportsAsync(string body) => Verify.ReportsWhereMarkedAsync(Of(body));

    public static Task IsSilentAsync(string body) => Verify.IsSilentAsync(Of(body));
}
