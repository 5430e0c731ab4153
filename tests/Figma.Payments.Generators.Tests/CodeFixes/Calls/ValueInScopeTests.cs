using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.RequestMustSpecifyResourceFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Calls;

/// <summary>FPG2001: the values that the fix passes, and those that can't be read at the call or can be <c>default</c> there.</summary>
public sealed class ValueInScopeTests
{
    private const string Placeholder = """new PluginId({|FPG2005:"your plugin ID"|})""";

    [Theory]
    [InlineData("class Access { object Run(IFlat flat, UserId user, PluginId plugin) { return Check(flat, user, plugin); static object Check(IFlat flat, UserId user, PluginId glyphs) => CALL; } }", "glyphs")]
    [InlineData("class Access { PluginId plugin; static PluginId glyphs; System.Func<IFlat, UserId, object> Run() => static (flat, user) => CALL; }", "glyphs")]
    [InlineData("class Access { System.Func<object> Run(IFlat flat, UserId user, PluginId plugin) => () => CALL; }", "plugin")]
    [InlineData("class Access { System.Func<IFlat, UserId, PluginId, object> run = (flat, user, plugin) => CALL; }", "plugin")]
    [InlineData("class Access { PluginId Plugin { set { System.GC.KeepAlive(Run(null!, new(1))); object Run(IFlat flat, UserId user) => CALL; } } }", "value")]
    [InlineData("class Access { object Run(IFlat flat, UserId user, in PluginId plugin) => CALL; }", "plugin")]
    [InlineData("class Access { object Run(IFlat flat, UserId user, PluginId plugin) { return Check(); object Check() => CALL; } }", "plugin")]
    [InlineData("class Access(PluginId plugin) { object Run(IFlat flat, UserId user) => CALL; }", "plugin")]
    [InlineData("class Access(PluginId plugin, IFlat flat, UserId user) { object run = CALL; }", "plugin")]
    [InlineData("class Access { PluginId plugin; object Run(IFlat flat, UserId user) => CALL; }", "plugin")]
    [InlineData("class Access { static PluginId plugin; static object Run(IFlat flat, UserId user) => CALL; }", "plugin")]
    [InlineData("class Access { static PluginId plugin; class Nested { object Run(IFlat flat, UserId user) => CALL; } }", "plugin")]
    [InlineData("struct Access { public PluginId Plugin { get; set; } object Run(IFlat flat, UserId user) => CALL; }", "Plugin")]
    [InlineData("class Access { object Run(IFlat flat, UserId user, CommunityFileId file, PluginId @event) => CALL; }", "@event")]
    [InlineData("class Access { object Run(IFlat flat, UserId user, PluginId file) => CALL; }", "file")]
    [InlineData("class Base { public Base(object run) { } } class Access : Base { Access(IFlat flat, UserId user, PluginId plugin) : base(CALL) { } }", "plugin")]
    public Task Value_that_can_be_read_is_specified(string code, string expected) => VerifyAsync(code, expected);

    [Theory]
    [InlineData("class Access { object Run(IFlat flat, UserId user, PluginId plugin) { return Check(flat, user); static object Check(IFlat flat, UserId user) => CALL; } }")]
    [InlineData("class Access { System.Func<IFlat, UserId, object> Run(PluginId plugin) => static (flat, user) => CALL; }")]
    [InlineData("class Access { System.Func<object> Run(IFlat flat, UserId user, in PluginId plugin) => () => CALL; }")]
    [InlineData("class Access(PluginId plugin) { public object Plugin => plugin; static object Run(IFlat flat, UserId user) => CALL; }")]
    [InlineData("class Access(PluginId plugin) { public object Plugin => plugin; class Nested { object Run(IFlat flat, UserId user) => CALL; } }")]
    [InlineData("struct Access(PluginId plugin) { public object Plugin => plugin; System.Func<object> Run(IFlat flat, UserId user) => () => CALL; }")]
    [InlineData("class Access { PluginId plugin; static object Run(IFlat flat, UserId user) => CALL; }")]
    [InlineData("class Access { PluginId plugin; class Nested { object Run(IFlat flat, UserId user) => CALL; } }")]
    [InlineData("class Access { PluginId plugin; System.Func<IFlat, UserId, object> run = (flat, user) => CALL; }")]
    [InlineData("class Access { PluginId plugin; Access(IFlat flat, UserId user) { System.GC.KeepAlive(CALL); } }")]
    [InlineData("class Base { public Base(object run) { } } class Access : Base { PluginId plugin; Access(IFlat flat, UserId user) : base(CALL) { } }")]
    [InlineData("struct Access { public PluginId Plugin { get; set; } System.Func<object> Run(IFlat flat, UserId user) => () => CALL; }")]
    [InlineData("class Access { PluginId Plugin { set { } } object Run(IFlat flat, UserId user) => CALL; }")]
    [InlineData("class Access { [System.Obsolete] PluginId Plugin { get; set; } object Run(IFlat flat, UserId user) => CALL; }")]
    [InlineData("class Access { async Task<object> RunAsync(IFlat flat, UserId user, PluginId @await) => await CALL; }")]
    [InlineData("interface IAccess { static abstract PluginId Plugin { get; } static object Run(IFlat flat, UserId user) => CALL; }")]
    public Task Value_that_cannot_be_read_is_not_specified(string code) => VerifyAsync(code, Placeholder);

    [Theory]
    [InlineData("PluginId plugin = new PluginId(2); return CALL;", "plugin")]
    [InlineData("PluginId plugin; if (b) plugin = new PluginId(2); else plugin = new(2); return CALL;", "plugin")]
    [InlineData("foreach (PluginId plugin in new[] { new PluginId(2) }) return CALL; return 0;", "plugin")]
    [InlineData("PluginId plugin = new PluginId(2); System.Func<object> run = () => CALL; return run;", "plugin")]
    [InlineData("PluginId plugin = new PluginId(2); return flat?.CALLED;", "plugin")]
    [InlineData("switch (b) { case true: PluginId plugin = new PluginId(2); return CALL; default: return 0; }", "plugin")]
    public Task Assigned_local_is_specified(string statements, string expected) => VerifyAsync(Body(statements), expected);

    [Theory]
    [InlineData("PluginId plugin; if (b) plugin = new PluginId(2); return CALL;")]
    [InlineData("PluginId plugin; System.Func<object> run = () => CALL; plugin = new PluginId(2); return run;")]
    [InlineData("switch (b) { case true: PluginId plugin = new PluginId(2); return plugin; default: return CALL; }")]
    [InlineData("if (x is PluginId plugin) return plugin; return CALL;")]
    [InlineData("if (x is not PluginId plugin) return 0; return CALL;")]
    [InlineData("if (PluginId.TryParse(text, out PluginId plugin)) return plugin; return CALL;")]
    [InlineData("PluginId plugin; if (PluginId.TryParse(text, out plugin)) return plugin; return CALL;")]
    [InlineData("PluginId plugin = default; return CALL;")]
    [InlineData("PluginId plugin = (default(PluginId)); return CALL;")]
    [InlineData("PluginId plugin = new(); return CALL;")]
    [InlineData("object run = CALL; PluginId plugin = new PluginId(2); return run;")]
    [InlineData("object run = Check(); PluginId plugin = new PluginId(2); return run; object Check() => CALL;")]
    [InlineData("PluginId plugin = new PluginId(2); return Check(); object Check() => CALL;")]
    public Task Local_that_might_not_be_assigned_is_not_specified(string statements) => VerifyAsync(Body(statements), Placeholder);

    [Theory]
    [InlineData("out PluginId plugin", "object run = CALL; plugin = new PluginId(2); return run;")]
    [InlineData("PluginId plugin = default", "return CALL;")]
    public Task Parameter_that_might_be_default_is_not_specified(string parameter, string statements) => VerifyAsync(Body(statements, parameter), Placeholder);

    [Theory]
    [InlineData("System.Console.WriteLine(CALL);", "plugin")]
    [InlineData("System.Console.WriteLine(plugin); class Access { object Run(IFlat flat, UserId user) => CALL; }", Placeholder)]
    public Task Local_of_top_level_statements_is_specified_only_in_them(string code, string expected) =>
        VerifyAsync("IFlat flat = null!; UserId user = new(1); PluginId plugin = new(2); System.Console.WriteLine($\"{flat} {user}\"); " + code, expected, OutputKind.ConsoleApplication);

    private static string Body(string statements, string parameter = "PluginId? other") =>
        $"class Access {{ object Run(IFlat flat, UserId user, bool b, object x, string text, {parameter}) {{ {statements} }} }}";

    private static Task VerifyAsync(string code, string expected, OutputKind output = OutputKind.DynamicallyLinkedLibrary) => VerifyCS.VerifyCodeFixAsync(
        Source(code, "flat.{|FPG2001:GetAsync|}(user)"),
        Source(code, $"flat.GetAsync(user, pluginId: {expected})"),
        "FPG2001.pluginId",
        output);

    private static string Source(string code, string call) => $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        {{code.Replace("flat?.CALLED", call.Replace("flat", "flat?")).Replace("CALL", call)}}

        [PaymentsClient] public partial interface IFlat
        {
            Task<PaymentInformation> GetAsync(UserId userId, PluginId? pluginId = null);
        }
        """;
}
