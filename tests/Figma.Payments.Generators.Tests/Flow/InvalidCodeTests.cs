using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.BrokenCode;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Flow;

/// <summary>Code of which the compiler can't build a control-flow graph.</summary>
public sealed class InvalidCodeTests
{
    [Fact]
    public async Task Handler_with_an_inaccessible_constructor_is_ignored()
    {
        const string code = """
            [PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> RequestAsync(UserId user, PluginId? pluginId = null, WidgetId? widgetId = null); }

            [System.Runtime.CompilerServices.InterpolatedStringHandler]
            public readonly struct Handler
            {
                Handler(int literalLength, int formattedCount, out bool isEnabled) => isEnabled = false;

                public void AppendFormatted(PluginId? value)
                {
                }
            }

            public class Code
            {
                public Task<PaymentInformation> Run(IGlyph glyph, UserId user, PluginId plugin)
                {
                    PluginId? p = plugin;
                    Log($"{p = null}");
                    return glyph.RequestAsync(user, p);
                }

                private static void Log(Handler handler)
                {
                }
            }
            """;

        using BrokenProject project = new(Input.Of("a handler", Consumer.Of(code), 0));
        await project.EditAsync(code + "\n");
        Assert.Equal((0, 0), (project.Diagnostics, project.Actions));
    }
}
