using System.Linq;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>A parameter of the client has the same default value as in the interface.</summary>
public sealed class DefaultValueTests
{
    [Theory]
    [InlineData("CancellationToken last", false)]
    [InlineData("CancellationToken last = default", true)]
    [InlineData("CancellationToken last = default(CancellationToken)", true)]
    [InlineData("in CancellationToken last = default", true)]
    [InlineData("WidgetId? last = null", true)]
    [InlineData("WidgetId? last = default", true)]
    [InlineData("[PaymentsParameter(\"widget_id\")] WidgetId? last = null", true)]
    [InlineData("[PaymentsParameter(\"widget_id\")] WidgetId? last", false)]
    [InlineData("[Optional] CancellationToken last", false)]
    [InlineData("[Optional] WidgetId? last", false)]
    [InlineData("[PaymentsParameter(\"widget_id\"), Optional, DefaultParameterValue(\"1\")] string last", true)]
    [InlineData("[PaymentsParameter(\"widget_id\")] string last = \"1\"", true)]
    [InlineData("[PaymentsParameter(\"widget_id\")] long? last = 1", true)]
    public void Client_method_has_the_default_value_of_the_interface_method(string parameter, bool hasDefault)
    {
        string[] sources =
        [
            $$"""
            using System.Runtime.InteropServices;

            public partial interface IChecks
            {
                Task<PaymentStatus> CheckAsync(UserId user, PluginId? plugin, {{parameter}});
            }
            """,
            "[PaymentsClient] public partial interface IGlyph : IChecks { }",
        ];

        Consumer whole = Consumer.Of(sources);
        Consumer elsewhere = Consumer.Of(sources[0]) with { AssemblyName = "Elsewhere" };
        Consumer inherited = Consumer.Of(sources[1]) with { References = References.Default.Add(elsewhere.Emit()) };

        foreach (Consumer project in new[] { whole, inherited })
        {
            Compilation output = project.Generate().Output;
            IParameterSymbol declared = Last(output, "IChecks");
            IParameterSymbol generated = Last(output, "GlyphClient");

            Assert.Equal(hasDefault, declared.HasExplicitDefaultValue);
            Assert.Equal(hasDefault, generated.HasExplicitDefaultValue);

            if (hasDefault)
                Assert.Equal(declared.ExplicitDefaultValue, generated.ExplicitDefaultValue);
        }
    }

    private static IParameterSymbol Last(Compilation compilation, string type) =>
        compilation.GetTypeByMetadataName(type)!.GetMembers("CheckAsync").OfType<IMethodSymbol>().Single().Parameters[^1];
}
