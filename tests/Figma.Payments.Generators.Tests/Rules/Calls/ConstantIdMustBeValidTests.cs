using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.ConstantIdMustBeValidAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>Tests FPG2005.</summary>
public sealed class ConstantIdMustBeValidTests
{
    private const string NotPositive = "it is not a positive number";
    private const string NotANumber = "it isn't a number; use the number that Figma shows";

    private const string Interface = """
        [PaymentsClient]
        public partial interface IGlyph
        {
            Task<PaymentInformation> RequestAsync(UserId userId, PluginId pluginId);
            Task<PaymentInformation> RequestAnyAsync(UserId userId, ResourceId resourceId);
            Task<PaymentInformation> RequestFlatAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
            Task<PaymentsResult> RequestTextAsync(string userId, string? pluginId = null, string? widgetId = null);
            Task<PaymentsResult> RequestNumberAsync(long userId, long? pluginId = null, ulong? widgetId = null);
            Task<PaymentsResult> RequestMarkedAsync([PaymentsParameter("user_id")] string who, [PaymentsParameter("community_file_id")] string what);
        }

        public static class Ids
        {
            public const string Letters = "my-plugin";
            public const string Empty = "";
            public const string Right = "1678669904810665842";
            public const int Zero = 0;
        }
        """;

    [Theory]
    [InlineData("""new PluginId({|#0:"my-plugin"|})""", "PluginId", NotANumber)]
    [InlineData("new PluginId({|#0:Ids.Letters|})", "PluginId", NotANumber)]
    [InlineData("""new PluginId({|#0:"1678" + "x"|})""", "PluginId", NotANumber)]
    [InlineData("""new PluginId({|#0:"-1"|})""", "PluginId", NotANumber)]
    [InlineData("""new PluginId({|#0:"1.5"|})""", "PluginId", NotANumber)]
    [InlineData("""new PluginId({|#0:"1e18"|})""", "PluginId", NotANumber)]
    [InlineData("""new PluginId({|#0:"０１"|})""", "PluginId", "it has a character that is not ASCII and might be invisible (U+FF10) at position 0")]
    [InlineData("""new PluginId({|#0:"0"|})""", "PluginId", NotPositive)]
    [InlineData("new PluginId({|#0:0|})", "PluginId", NotPositive)]
    [InlineData("new PluginId({|#0:-5L|})", "PluginId", NotPositive)]
    [InlineData("new UserId({|#0:Ids.Zero|})", "UserId", NotPositive)]
    [InlineData("""new PluginId({|#0:""|})""", "PluginId", "it is empty")]
    [InlineData("new PluginId({|#0:(string)null!|})", "PluginId", "it is null")]
    [InlineData("""new PluginId({|#0:"1 "|})""", "PluginId", "it has white space at position 1")]
    [InlineData("""new UserId({|#0:"user"|})""", "UserId", NotANumber)]
    [InlineData("new WidgetId({|#0:Ids.Empty|})", "WidgetId", "it is empty")]
    [InlineData("""new CommunityFileId(value: {|#0:"file"|})""", "CommunityFileId", NotANumber)]
    [InlineData("""new PluginId({|#0:"https://www.figma.com/community/plugin/737805260747778092/its-name"|})""", "PluginId", "it is an address; use 'PluginId.Parse' or the number after '/plugin/'")]
    [InlineData("""new CommunityFileId({|#0:"https://www.figma.com/community/file/737805260747778092"|})""", "CommunityFileId", "it is an address; use 'CommunityFileId.Parse' or the number after '/file/'")]
    [InlineData("""new PluginId({|#0:"https://www.figma.com/community/widget/737805260747778092"|})""", "PluginId", "it is the address of another kind of resource ('/widget/' where '/plugin/' is expected)")]
    [InlineData("""new UserId({|#0:"https://www.figma.com/community/plugin/737805260747778092"|})""", "UserId", "it is an address, and no address contains a user ID")]
    [InlineData("""new PluginId({|#0:"https://www.figma.com/design/AbCdEfGhIjKlMnOpQrStUv/its-name-that-is-longer-than-an-id"|})""", "PluginId", "it is an address, but not one of a Community page, such as 'https://www.figma.com/community/plugin/…'")]
    [InlineData("""new CommunityFileId({|#0:"http://www.figma.com/community/file/737805260747778092"|})""", "CommunityFileId", "it is an address, but not one of a Community page, such as 'https://www.figma.com/community/file/…'")]
    [InlineData("""new UserId({|#0:"https://www.figma.com/@ada"|})""", "UserId", "it is an address, and no address contains a user ID")]
    [InlineData("""new PluginId({|#0:"file:///etc"|})""", "PluginId", "it has a '/' at position 5")]
    [InlineData("""(PluginId)new({|#0:"x"|})""", "PluginId", NotANumber)]
    public Task Invalid_constant_in_a_constructor_is_reported(string code, string kind, string fault) => VerifyAsync(code, kind, fault);

    [Theory]
    [InlineData("""PluginId.Parse({|#0:"my-plugin"|})""", "PluginId", NotANumber)]
    [InlineData("""PluginId.Parse({|#0:"https://www.figma.com/community/plugin/glyphs"|})""", "PluginId", NotANumber)]
    [InlineData("""PluginId.Parse({|#0:"https://www.figma.com/community/file/737805260747778092"|})""", "PluginId", "it is the address of another kind of resource ('/file/' where '/plugin/' is expected)")]
    [InlineData("""WidgetId.Parse(text: {|#0:"wid"|})""", "WidgetId", NotANumber)]
    [InlineData("""CommunityFileId.Parse({|#0:"https://www.figma.com/community/file/"|})""", "CommunityFileId", "it is empty")]
    public Task Invalid_constant_in_a_parse_method_is_reported(string code, string kind, string fault) => VerifyAsync(code, kind, fault);

    [Theory]
    [InlineData("""glyph.RequestTextAsync({|#0:"me"|}, "1")""", "UserId", NotANumber)]
    [InlineData("""glyph.RequestTextAsync({|#0:""|}, "1")""", "UserId", "it is empty")]
    [InlineData("""glyph.RequestTextAsync("1", {|#0:"https://www.figma.com/community/plugin/2"|})""", "PluginId", "it is an address; use the number after '/plugin/'")]
    [InlineData("""glyph.RequestTextAsync("1", widgetId: {|#0:Ids.Letters|})""", "WidgetId", NotANumber)]
    [InlineData("glyph.RequestNumberAsync({|#0:0|}, 5)", "UserId", NotPositive)]
    [InlineData("glyph.RequestNumberAsync(1, {|#0:-5|})", "PluginId", NotPositive)]
    [InlineData("glyph.RequestNumberAsync(1, widgetId: {|#0:0|})", "WidgetId", NotPositive)]
    [InlineData("""glyph.RequestMarkedAsync({|#0:"x"|}, "1")""", "UserId", NotANumber)]
    [InlineData("""glyph.RequestMarkedAsync("1", what: {|#0:"x"|})""", "CommunityFileId", NotANumber)]
    [InlineData("""glyph.RequestMarkedAsync("1", {|#0:""|})""", "CommunityFileId", "it is empty")]
    public Task Invalid_constant_in_a_client_method_call_is_reported(string code, string kind, string fault) => VerifyAsync(code, kind, fault);

    [Theory]
    [InlineData("glyph.RequestAsync({|#0:default|}, plugin)", "UserId")]
    [InlineData("glyph.RequestAsync(user, {|#0:default(PluginId)|})", "PluginId")]
    [InlineData("glyph.RequestAsync(flag ? user : {|#0:default|}, plugin)", "UserId")]
    [InlineData("glyph.RequestAsync(userId: (flag ? {|#0:default|} : user), pluginId: plugin)", "UserId")]
    [InlineData("glyph.RequestAsync(flag switch { true => user, false => {|#0:default|} }, plugin)", "UserId")]
    [InlineData("glyph.RequestAsync((flag ? user : (UserId?)null) ?? {|#0:default(UserId)|}, plugin)", "UserId")]
    [InlineData("glyph.RequestAnyAsync(user, flag ? plugin : {|#0:default(PluginId)|})", "PluginId")]
    [InlineData("glyph.RequestAsync(user, {|#0:new PluginId()|})", "PluginId")]
    [InlineData("glyph.RequestAsync(user, pluginId: {|#0:new()|})", "PluginId")]
    [InlineData("glyph.RequestFlatAsync(user, {|#0:default(PluginId)|})", "PluginId")]
    [InlineData("glyph.RequestAnyAsync(user, {|#0:default(ResourceId)|})", "ResourceId")]
    [InlineData("glyph.RequestAnyAsync(user, {|#0:default(WidgetId)|})", "WidgetId")]
    [InlineData("(ResourceId){|#0:default(PluginId)|}", "PluginId")]
    [InlineData("ResourceId.FromWidgetId({|#0:default|})", "WidgetId")]
    [InlineData("{|#0:default(ResourceId)|}.Match(p => 1, w => 2, f => 3)", "ResourceId")]
    public Task Default_is_reported(string code, string kind) => VerifyAsync(code, kind, $"it is 'default({kind})', which throws an exception when it is used");

    [Theory]
    [InlineData("""new PluginId("1678669904810665842")""")]
    [InlineData("new PluginId(Ids.Right)")]
    [InlineData("new PluginId(1678669904810665842)")]
    [InlineData("new PluginId(text)")]
    [InlineData("new PluginId(number)")]
    [InlineData("""new PluginId($"{text}x")""")]
    [InlineData("""PluginId.Parse("1")""")]
    [InlineData("""PluginId.Parse("https://www.figma.com/community/plugin/737805260747778092/its-name")""")]
    [InlineData("PluginId.Parse(text)")]
    [InlineData("WidgetId.TryParse(text, out _)")]
    [InlineData("""WidgetId.TryParse("", out _)""")]
    [InlineData("""PluginId.TryParse("my-plugin", out _)""")]
    [InlineData("""!UserId.TryParse("https://www.figma.com/community/plugin/1", out _)""")]
    [InlineData("""long.Parse("x")""")]
    [InlineData("""glyph.RequestTextAsync("1", "2")""")]
    [InlineData("""glyph.RequestTextAsync("1", "2", null)""")]
    [InlineData("""glyph.RequestTextAsync("1", "2", "")""")]
    [InlineData("glyph.RequestTextAsync(text, text)")]
    [InlineData("glyph.RequestNumberAsync(1, 2)")]
    [InlineData("glyph.RequestFlatAsync(user, plugin, default)")]
    [InlineData("glyph.RequestFlatAsync(user, plugin, flag ? default(WidgetId?) : null)")]
    [InlineData("glyph.RequestAsync(flag ? user : new UserId(893760322388183958), plugin)")]
    [InlineData("glyph.RequestAsync(flag ? user : throw new ArgumentException(), plugin)")]
    [InlineData("glyph.RequestFlatAsync(user, plugin, null)")]
    [InlineData("glyph.RequestFlatAsync(user, plugin, new WidgetId?())")]
    [InlineData("plugin == default")]
    [InlineData("default(PluginId).Equals(plugin)")]
    [InlineData("new List<PluginId> { default }")]
    [InlineData("(ResourceId)plugin")]
    [InlineData("default(ResourceId)")]
    [InlineData("default(ResourceId).Equals(plugin)")]
    [InlineData("default(ResourceId).Equals((object)text)")]
    public Task Valid_or_unknown_id_is_not_reported(string code) => VerifyCS.VerifyNoDiagnosticsAsync(Interface, Code(code));

    [Theory]
    [InlineData("""Assert.Throws<FormatException>(() => PluginId.Parse("my-plugin"));""")]
    [InlineData("""Assert.Throws<ArgumentException>(() => new PluginId("my-plugin"));""")]
    [InlineData("""Assert.Throws<ArgumentException>(() => { var id = new PluginId(0); return id; });""")]
    [InlineData("""Assert.ThrowsAsync<ArgumentException>(() => glyph.RequestTextAsync("me", "1"));""")]
    [InlineData("""Assert.ThrowsAsync<ArgumentException>(async () => await glyph.RequestAsync(default, plugin));""")]
    [InlineData("""Exception? error = Record.Exception(() => PluginId.Parse("my-plugin"));""")]
    [InlineData("""Func<object> act = () => PluginId.Parse("my-plugin"); Assert.Throws<FormatException>(act);""")]
    [InlineData("""Func<object> act = () => PluginId.Parse("my-plugin"); act.Should().Throw<FormatException>();""")]
    [InlineData("""FluentActions.Invoking(() => PluginId.Parse("my-plugin")).Should().Throw<FormatException>();""")]
    [InlineData("""Assert.Throws<FormatException>(Act); object Act() => PluginId.Parse("my-plugin");""")]
    [InlineData("""Assert.That(() => PluginId.Parse("my-plugin"), Throws.Exception);""")]
    [InlineData("""Assert.That(() => PluginId.Parse("my-plugin"), Throws.TypeOf<FormatException>());""")]
    [InlineData("""try { PluginId.Parse("my-plugin"); } catch (FormatException) { }""")]
    [InlineData("""try { PluginId.Parse("my-plugin"); Assert.Fail(); } catch (Exception) { }""")]
    [InlineData("""try { PluginId.Parse("my-plugin"); } catch (Exception e) when (e is FormatException or ArgumentException) { }""")]
    [InlineData("""try { PluginId.Parse("my-plugin"); } catch (Exception e) when (e is ArgumentException) { }""")]
    [InlineData("""try { PluginId.Parse("my-plugin"); } catch (Exception e) when (e.GetType() == typeof(FormatException)) { }""")]
    public Task Invalid_constant_that_is_expected_to_be_refused_is_not_reported(string statements) => VerifyCS.VerifyNoDiagnosticsAsync(Interface, Assertions, Test(statements));

    [Theory]
    [InlineData("""Assert.Equal(1, () => PluginId.Parse({|FPG2005:"my-plugin"|}));""")]
    [InlineData("""Func<object> act = () => PluginId.Parse({|FPG2005:"my-plugin"|}); act();""")]
    [InlineData("""Func<object> act = () => PluginId.Parse({|FPG2005:"my-plugin"|}), other = () => 1; Assert.Throws<FormatException>(other);""")]
    [InlineData("""var id = PluginId.Parse({|FPG2005:"my-plugin"|}); Assert.Throws<FormatException>(() => id.ToString());""")]
    [InlineData("""try { PluginId.Parse({|FPG2005:"my-plugin"|}); } catch (Exception) { }""")]
    [InlineData("""try { PluginId.Parse({|FPG2005:"my-plugin"|}); } catch (Exception e) when (e is InvalidOperationException) { }""")]
    [InlineData("""try { } catch (FormatException) { PluginId.Parse({|FPG2005:"my-plugin"|}); }""")]
    [InlineData("""try { } catch (FormatException) { } finally { PluginId.Parse({|FPG2005:"my-plugin"|}); }""")]
    public Task Invalid_constant_next_to_an_assertion_is_reported(string statements) => VerifyCS.VerifyAnalyzerAsync([Interface, Assertions, Test(statements)]);

    [Theory]
    [InlineData("try { make(); return false; } catch { return true; }")]
    [InlineData("try { make(); return false; } catch (Exception e) { Console.WriteLine(e); return true; }")]
    [InlineData("make(); return false;", true)]
    [InlineData("try { make(); return false; } finally { Console.WriteLine(); }", true)]
    public Task Invalid_constant_for_a_method_that_handles_exceptions_is_not_reported(string body, bool isReported = false) => new VerifyCS.Test
    {
        TestCode = $$"""
            public static class Check { public static bool Refuses(Func<object> make) { {{body}} } }
            public class Code { public bool Run() => Check.Refuses(() => PluginId.Parse({{(isReported ? "{|FPG2005:\"my-plugin\"|}" : "\"my-plugin\"")}})); }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("if (plugin is null) throw new ArgumentNullException(nameof(plugin));")]
    [InlineData("if (!plugin.HasValue) return;")]
    [InlineData("", true)]
    public Task Default_after_a_null_test_is_not_reported(string guard, bool isReported = false) => new VerifyCS.Test
    {
        TestState =
        {
            Sources =
            {
                Interface,
                "public class Code { public void Run(IGlyph glyph, UserId user, PluginId? plugin) { " + guard + " _ = glyph.RequestFlatAsync(user, plugin ?? " + (isReported ? "{|FPG2005:default|}" : "default") + "); } }",
            },
        },
    }.RunAsync();

    [Theory]
    [InlineData("enable", "if (plugin == null && other == null) throw new ArgumentException(); if (other != null) return;")]
    [InlineData("disable", "if (plugin is null) return;")]
    [InlineData("disable", "if (!plugin.HasValue) return;")]
    [InlineData("disable", "switch (plugin) { case null: return; }")]
    [InlineData("disable", "", true)]
    [InlineData("disable", "if (other is null) return;", true)]
    [InlineData("enable", "Console.WriteLine(plugin);", true)]
    [InlineData("enable", "if (other == null) return;", true)]
    public Task Default_after_a_test_of_the_variable_is_not_reported(string nullable, string guard, bool isReported = false) => new VerifyCS.Test
    {
        TestState =
        {
            Sources =
            {
                Interface,
                $"#nullable {nullable}\npublic class Code {{ public void Run(IGlyph glyph, UserId user, PluginId? plugin, WidgetId? other) {{ {guard} _ = glyph.RequestFlatAsync(user, plugin ?? {(isReported ? "{|FPG2005:default|}" : "default")}); if (plugin is null) return; }} }}",
            },
        },
    }.RunAsync();

    [Theory]
    [InlineData("public sealed class Fake : IOne { public Task<PaymentInformation> GetAsync(UserId user, PluginId plugin) => null!; public Task<PaymentInformation> GetTextAsync(string userId, string pluginId) => null!; }")]
    [InlineData("public abstract class Fake : IDerived { public abstract Task<PaymentInformation> GetAsync(UserId user, PluginId plugin); public abstract Task<PaymentInformation> GetTextAsync(string userId, string pluginId); }")]
    [InlineData("public sealed class Other : IDisposable { public void Dispose() { } }", true)]
    [InlineData("", true)]
    public Task Invalid_id_for_an_interface_with_an_own_implementation_is_not_reported(string type, bool isReported = false)
    {
        string Mark(string code) => isReported ? "{|FPG2005:" + code + "|}" : code;

        return new VerifyCS.Test
        {
            TestCode = $$"""
                [PaymentsClient] public partial interface IOne { Task<PaymentInformation> GetAsync(UserId user, PluginId plugin); Task<PaymentInformation> GetTextAsync(string userId, string pluginId); }
                public interface IDerived : IOne;
                {{type}}
                public static class Code
                {
                    public static void Run(IOne one, bool flag, PluginId plugin)
                    {
                        _ = one.GetAsync({{Mark("default")}}, flag ? plugin : {{Mark("default")}});
                        _ = one.GetTextAsync("737805260747778092", {{Mark("\"my-plugin\"")}});
                        _ = one.GetAsync(new UserId({|FPG2005:"ada"|}), plugin);
                    }

                    public static Task<PaymentInformation> GetAsync<T>(T one, PluginId plugin) where T : IOne => one.GetAsync({{Mark("default")}}, plugin);
                }
                """,
        }.RunAsync();
    }

    [Fact]
    public Task Test_with_an_attribute_that_expects_an_exception_is_not_reported() => VerifyCS.VerifyNoDiagnosticsAsync(
        """
        public class ExpectedExceptionAttribute(Type type) : Attribute;

        public class Code
        {
            [ExpectedException(typeof(FormatException))]
            public void Run() => PluginId.Parse("my-plugin");
        }
        """);

    [Theory]
    [InlineData("glyph.RequestNumberAsync((long)1e300, 1.5)")]
    [InlineData("glyph.RequestNumberAsync(1e300)")]
    [InlineData("glyph.RequestTextAsync(5, 'x')")]
    [InlineData("new PluginId(1e300)")]
    [InlineData("new PluginId(true, null)")]
    [InlineData("PluginId.Parse()")]
    [InlineData("PluginId.Parse(5)")]
    public Task Code_with_compiler_errors_is_not_reported(string code) => new VerifyCS.Test
    {
        TestState = { Sources = { Interface, Code(code) } },
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Theory]
    [InlineData("""PluginId = {|FPG2005:"my-plugin"|}""")]
    [InlineData("""WidgetId = {|FPG2005:"0"|}""")]
    [InlineData("CommunityFileId = {|FPG2005:Ids.Letters|}")]
    [InlineData("WidgetId = null, PluginId = {|FPG2005:nameof(Ids)|}")]
    public Task Invalid_pinned_id_is_reported_at_its_value(string arguments) => VerifyCS.VerifyAnalyzerAsync(
        [Interface, $"[PaymentsClient({arguments})] public partial interface IPinned;"]);

    private static Task VerifyAsync(string code, string kind, string fault) =>
        VerifyCS.VerifyAnalyzerAsync(
            [Interface, Code(code)],
            VerifyCS.Diagnostic("FPG2005").WithLocation(0).WithMessage($"The constant isn't a valid '{kind}' because {fault}"));

    private static string Code(string expression) => $$"""
        public class Code
        {
            public object Run(IGlyph glyph, UserId user, PluginId plugin, string text, long number, bool flag)
            {
                var value = {{expression}};
                return value;
            }
        }
        """;

    private static string Test(string statements) => $$"""
        public class Code
        {
            public void Run(IGlyph glyph, UserId user, PluginId plugin)
            {
                {{statements}}
            }
        }
        """;

    private const string Assertions = """
        public static class Assert
        {
            public static void Throws<T>(Func<object> code) { }
            public static void ThrowsAsync<T>(Func<Task> code) { }
            public static void That(Func<object> code, object constraint) { }
            public static void Equal(object expected, Func<object> code) { }
            public static void Fail() { }
        }

        public static class Record
        {
            public static Exception? Exception(Func<object> code) => null;
        }

        public static class Throws
        {
            public static object Exception => 1;
            public static object TypeOf<T>() => 1;
        }

        public static class FluentActions
        {
            public static Func<object> Invoking(Func<object> code) => code;
            public static Assertion Should(this Func<object> code) => new();
        }

        public class Assertion
        {
            public void Throw<T>() { }
        }
        """;
}
