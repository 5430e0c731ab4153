using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.MarkMethodsThatForwardResourceIdsFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Calls;

/// <summary>FPG2004.</summary>
public sealed class MarkMethodsThatForwardResourceIdsFixTests
{
    [Theory]
    [InlineData("", "[ExactlyOneResource]\n    ")]
    [InlineData("/// <summary>Kept.</summary>\n    ", "/// <summary>Kept.</summary>\n    [ExactlyOneResource]\n    ")]
    [InlineData("#if !OTHER\n    // kept\n    ", "#if !OTHER\n    // kept\n    [ExactlyOneResource]\n    ", "\n#endif")]
    [InlineData("[System.Obsolete]\n    ", "[ExactlyOneResource]\n    [System.Obsolete]\n    ")]
    public Task Attribute_is_on_its_own_line(string before, string after, string end = "") =>
        VerifyCS.VerifyCodeFixAsync(Source(before, "{|FPG2004:RequestAsync|}", end), Source(after, "RequestAsync", end));

    private static string Source(string before, string call, string end) => $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        [PaymentsClient]
        public partial interface IIds
        {
            Task<PaymentInformation> RequestAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public class Code
        {
            {{before}}public Task RunAsync(IIds ids, UserId user, PluginId? plugin = null) => ids.{{call}}(user, pluginId: plugin);{{end}}
        }
        """;
}
