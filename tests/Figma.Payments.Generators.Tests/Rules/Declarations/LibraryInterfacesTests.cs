using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;
using VerifyCalls = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests interfaces that inherit <see cref="IPaymentsClient"/> or <see cref="IPinnedPaymentsClient"/>.</summary>
public sealed class LibraryInterfacesTests
{
    [Fact]
    public async Task Interface_that_inherits_the_methods_has_the_client_of_an_empty_one()
    {
        Assert.Equal(await GetMethodsAsync("[PaymentsClient] public partial interface IGlyph;"), await GetMethodsAsync("[PaymentsClient] public partial interface IGlyph : IPaymentsClient;"));
    }

    [Fact]
    public async Task Pinned_interface_that_inherits_the_methods_has_them_and_those_of_an_empty_one()
    {
        string[] empty = await GetMethodsAsync("[PaymentsClient(PluginId = \"1\")] public partial interface IGlyph;");
        string[] inherited = await GetMethodsAsync("[PaymentsClient(PluginId = \"1\")] public partial interface IGlyph : IPinnedPaymentsClient;");
        Assert.Equal(empty, inherited.Where(static method => !method.Contains("TryGet", StringComparison.Ordinal)));
        Assert.Equal(empty.Length * 2, inherited.Length);
    }

    [Theory]
    [InlineData("[PaymentsClient] public partial interface IGlyph : IPaymentsClient;")]
    [InlineData("[PaymentsClient(WidgetId = \"1\")] public partial interface IGlyph : IPinnedPaymentsClient;")]
    public void No_method_is_added_to_the_interface(string source) =>
        Assert.Empty(Consumer.Of(source).Generate().Output.GetTypeByMetadataName("IGlyph")!.GetMembers());

    [Fact]
    public Task Inherited_methods_can_be_combined_with_own_ones() => VerifyCS.VerifyGeneratedFilesAsync(
        """
        [PaymentsClient] public partial interface IGlyph : IPaymentsClient { Task<PaymentsResult> TryGetAsync(UserId user, PluginId plugin); }
        [PaymentsClient(PluginId = "1")] public partial interface IPinned : IPinnedPaymentsClient { new Task<PaymentStatus> GetPaymentsAsync(UserId user, CancellationToken cancellationToken); }
        """,
        "IGlyph.g.cs",
        "IPinned.g.cs");

    [Fact]
    public Task Interface_that_is_not_pinned_cannot_inherit_the_methods_of_a_pinned_one() => VerifyCS.VerifyAnalyzerAsync(
        "[PaymentsClient] public partial interface {|FPG1006:IGlyph|} : IPinnedPaymentsClient { }");

    [Fact]
    public Task Pinned_interface_cannot_inherit_the_methods_of_one_that_is_not_pinned() => VerifyCS.VerifyAnalyzerAsync(
        "[PaymentsClient(PluginId = \"1\")] public partial interface {|FPG1006:IGlyph|} : IPaymentsClient { }");

    [Fact]
    public Task Interface_that_is_pinned_to_a_Community_file_cannot_inherit_token_requests() => VerifyCS.VerifyAnalyzerAsync(
        "[PaymentsClient(CommunityFileId = \"1\")] public partial interface {|FPG1006:IGlyph|} : IPinnedPaymentsClient { }");

    [Theory]
    [InlineData("[PaymentsClient] public partial interface IGlyph : IPinnedPaymentsClient;", "they specify no resource; pin the interface to a resource, or inherit 'IPaymentsClient' instead of 'IPinnedPaymentsClient'")]
    [InlineData("[PaymentsClient(PluginId = \"1\")] public partial interface IGlyph : IPaymentsClient;", "the parameter 'pluginId' specifies a resource, but the interface is pinned to one; inherit 'IPinnedPaymentsClient' instead of 'IPaymentsClient'")]
    [InlineData("[PaymentsClient(CommunityFileId = \"1\")] public partial interface IGlyph : IPinnedPaymentsClient;", "a payment token identifies a plugin or widget, but the interface is pinned to a Community file; declare the methods of the interface instead of inheriting 'IPinnedPaymentsClient'")]
    [InlineData("[PaymentsClient(CommunityFileId = \"1\")] public partial interface IGlyph : IPaymentsClient;", "a payment token identifies a plugin or widget, but the interface is pinned to a Community file; declare the methods of the interface instead of inheriting 'IPaymentsClient'")]
    [InlineData("[PaymentsClient] public partial interface IBase; [PaymentsClient(PluginId = \"1\")] public partial interface IGlyph : IBase;", "the parameter 'pluginId' specifies a resource, but the interface is pinned to one; declare the methods of the interface instead of inheriting 'IBase'")]
    [InlineData("public interface IBase { Task<PaymentStatus> GetAsync(UserId user, PluginId plugin); } [PaymentsClient(PluginId = \"1\")] public partial interface IGlyph : IBase;", "the parameter 'plugin' specifies a resource, but the interface is pinned to one; remove the parameter")]
    public async Task Fix_of_an_inherited_method_is_possible(string source, string reason) => Assert.Contains(
        await Consumer.Of(source).AnalyzeAsync(),
        diagnostic => diagnostic.Id == "FPG1006" && diagnostic.GetMessage(CultureInfo.InvariantCulture).EndsWith(" because " + reason, StringComparison.Ordinal));

    [Fact]
    public Task Calls_of_inherited_methods_are_checked() => VerifyCalls.VerifyAnalyzerAsync(
        """
        [PaymentsClient] public partial interface IGlyph : IPaymentsClient { }

        public class Code
        {
            public Task NoneAsync(IGlyph payments, UserId user) => payments.{|FPG2001:GetPaymentsAsync|}(user);
            public Task SeveralAsync(GlyphClient payments, UserId user, PluginId plugin, WidgetId widget) => payments.{|FPG2002:GetPaymentsAsync|}(user, pluginId: plugin, widgetId: widget);
            public Task LibraryAsync(IPaymentsClient payments, UserId user) => payments.{|FPG2001:GetPaymentsAsync|}(user);
            public Task OneAsync(IPaymentsClient payments, UserId user, PluginId plugin) => payments.GetPaymentsAsync(user, plugin);
            public Task GenericAsync<T>(T payments, UserId user) where T : IPaymentsClient => payments.{|FPG2001:GetPaymentsAsync|}(user);
            public async Task EnsurePaidAsync(IPinnedPaymentsClient payments, UserId user) => await payments.{|FPG3003:GetPaymentsAsync|}(user);
        }
        """);

    private static async Task<string[]> GetMethodsAsync(string source)
    {
        Consumer consumer = Consumer.Of(source);
        Assert.Empty(await consumer.AnalyzeAsync());
        IEnumerable<ISymbol> members = consumer.Generate().Output.GetTypeByMetadataName("GlyphClient")!.GetMembers().Where(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false });
        return [.. members.Select(static member => member.ToDisplayString()).Order(StringComparer.Ordinal)];
    }
}
