using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer, Figma.Payments.Generators.CodeFixes.Declarations.ParametersMustFormValidRequestFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Declarations;

/// <summary>FPG1006.</summary>
public sealed class ParametersMustFormValidRequestFixTests
{
    [Theory]
    [InlineData("UserId user, PluginId plugin", "UserId user")]
    [InlineData("UserId user, WidgetId? widget = null, CancellationToken cancellationToken = default", "UserId user, CancellationToken cancellationToken = default")]
    [InlineData("PluginId plugin, UserId user, WidgetId widget", "UserId user")]
    public Task Resource_parameter_of_a_pinned_client_is_removed(string before, string after) => VerifyCS.VerifyCodeFixAsync(
        Method($"Task<PaymentStatus> {{|FPG1006:GetPaymentsAsync|}}({before});", "PluginId = \"1\""), Method($"Task<PaymentStatus> GetPaymentsAsync({after});", "PluginId = \"1\""));

    [Theory]
    [InlineData("UserId user, PluginId plugin = default", "UserId user, PluginId plugin")]
    [InlineData("UserId user, PluginId plugin = default, CancellationToken cancellationToken = default", "UserId user, PluginId plugin, CancellationToken cancellationToken = default")]
    [InlineData("UserId user = default, PluginId? plugin = null, WidgetId? widget = null", "UserId user, PluginId? plugin = null, WidgetId? widget = null")]
    [InlineData("PluginPaymentToken? token = null", "PluginPaymentToken? token")]
    [InlineData("\n        UserId user, // kept\n        PluginId plugin = default // kept\n        ", "\n        UserId user, // kept\n        PluginId plugin // kept\n        ")]
    [InlineData("PluginPaymentToken token, UserId expectedUser = default", "PluginPaymentToken token, UserId expectedUser")]
    public Task Default_value_that_is_not_a_valid_id_is_removed(string before, string after) => VerifyCS.VerifyCodeFixAsync(
        Method($"Task<PaymentInformation> {{|FPG1006:GetPaymentsAsync|}}({before});"), Method($"Task<PaymentInformation> GetPaymentsAsync({after});"));

    [Theory]
    [InlineData("\n        UserId user,\n        PluginId plugin,\n        CancellationToken cancellationToken = default", "\n        UserId user,\n        CancellationToken cancellationToken = default")]
    [InlineData("\n        PluginId plugin,\n        UserId user", "\n        UserId user")]
    [InlineData("\n        UserId user,\n        PluginId plugin\n        ", "\n        UserId user\n        ")]
    [InlineData("\n        PluginId plugin,\n\n        // kept\n        UserId user // kept\n        ", "\n\n        // kept\n        UserId user // kept\n        ")]
    public Task Layout_of_the_list_is_kept(string before, string after) => Resource_parameter_of_a_pinned_client_is_removed(before, after);

    [Theory]
    [InlineData("    /// <param name=\"plugin\">The plugin.</param>\n", "")]
    [InlineData("    /// <param name=\"plugin\">\n    /// The plugin.\n    /// </param>\n    /// <returns>The status.</returns>\n", "    /// <returns>The status.</returns>\n")]
    [InlineData("    /// <returns>The status.</returns>\n", "    /// <returns>The status.</returns>\n")]
    public Task Documentation_of_a_parameter_is_removed_with_it(string before, string after) => VerifyCS.VerifyCodeFixAsync(
        Method($"{Summary}{before}    Task<PaymentStatus> {{|FPG1006:GetPaymentsAsync|}}(UserId user, PluginId plugin);", "PluginId = \"1\""),
        Method($"{Summary}{after}    Task<PaymentStatus> GetPaymentsAsync(UserId user);", "PluginId = \"1\""));

    [Theory]
    [InlineData("/// <remarks>Without <paramref name=\"plugin\"/>.</remarks>\n    Task<PaymentStatus> {|FPG1006:GetPaymentsAsync|}(UserId user, PluginId plugin);", "")]
    [InlineData("Task<PaymentStatus> {|FPG1006:GetPaymentsAsync|}(UserId user, PluginId plugin);", "public class Fake : IPayments { public Task<PaymentStatus> GetPaymentsAsync(UserId user, PluginId plugin) => throw null!; }")]
    [InlineData("Task<PaymentStatus> {|FPG1006:GetPaymentsAsync|}(UserId user, PluginId plugin);", "public class Caller { public Task<PaymentStatus> Run(IPayments payments) => payments.GetPaymentsAsync(new(\"1\"), new PluginId(1)); }")]
    public Task Change_that_breaks_other_code_is_not_offered(string method, string other) => VerifyCS.VerifyNoCodeFixAsync(Method(method, "PluginId = \"1\"") + "\n" + other);

    [Theory]
    [InlineData("UserId user, PluginId plugin /* a comment */", "PluginId = \"1\"")]
    [InlineData("UserId user, /* a comment */ PluginId plugin", "PluginId = \"1\"")]
    [InlineData("\n        UserId user, // a comment\n        PluginId plugin", "PluginId = \"1\"")]
    [InlineData("UserId user,\n#if DEBUG\n        WidgetId widget\n#else\n        PluginId plugin\n#endif\n", "PluginId = \"1\"")]
    [InlineData("UserId user,\n        PluginId plugin,\n#if DEBUG\n        WidgetId widget,\n#endif\n        CancellationToken cancellationToken", "PluginId = \"1\"")]
    [InlineData("UserId user, PluginId plugin /* a comment */ = default", "")]
    [InlineData("UserId user, PluginId plugin = /* a comment */ default", "")]
    [InlineData("UserId user,\n#if !DEBUG\n        PluginId plugin = default\n#else\n        WidgetId widget = default\n#endif\n", "")]
    public Task List_whose_comments_or_directives_would_be_removed_has_no_fix(string parameters, string arguments) =>
        VerifyCS.VerifyNoCodeFixAsync(Method($"Task<PaymentStatus> {{|FPG1006:GetPaymentsAsync|}}({parameters});", arguments));

    [Theory]
    [InlineData("Task<PaymentStatus> GetPaymentsAsync(UserId user);")]
    [InlineData("Task<PaymentsResult> GetPaymentsAsync(UserId other);")]
    public Task Signature_that_another_method_has_is_not_made(string other)
    {
        string method = "Task<PaymentStatus> {|FPG1006:GetPaymentsAsync|}(UserId user, PluginId plugin);";
        return Task.WhenAll(VerifyCS.VerifyNoCodeFixAsync(Method(other + "\n    " + method, "PluginId = \"1\"")), VerifyCS.VerifyNoCodeFixAsync(Method(method + "\n    " + other, "PluginId = \"1\"")));
    }

    [Fact]
    public Task Of_two_methods_that_would_have_the_same_signature_only_the_first_is_changed() => VerifyCS.VerifyOnlyOneFixAsync(
        Method("Task<PaymentStatus> {|FPG1006:GetPaymentsAsync|}(UserId user, PluginId plugin);\n    Task<PaymentStatus> {|FPG1006:GetPaymentsAsync|}(UserId user, WidgetId widget);", "PluginId = \"1\""),
        Method("Task<PaymentStatus> GetPaymentsAsync(UserId user);\n    Task<PaymentStatus> {|FPG1006:GetPaymentsAsync|}(UserId user, WidgetId widget);", "PluginId = \"1\""));

    [Theory]
    [InlineData("UserId user, PluginId plugin, WidgetId widget", "")]
    [InlineData("PluginPaymentToken token, UserId user", "")]
    [InlineData("UserId expectedUser, PluginId plugin", "")]
    [InlineData("PluginId plugin", "")]
    [InlineData("PluginId plugin", "PluginId = \"1\"")]
    [InlineData("UserId user, PluginId? plugin = null, WidgetId widget = default", "")]
    [InlineData("UserId user, PluginId plugin = default, WidgetId widget = default", "")]
    public Task Request_with_several_possible_changes_has_no_fix(string parameters, string arguments) =>
        VerifyCS.VerifyNoCodeFixAsync(Method($"Task<PaymentStatus> {{|FPG1006:GetPaymentsAsync|}}({parameters});", arguments));

    private const string Summary = "/// <summary>Gets.</summary>\n    /// <param name=\"user\">The user.</param>\n";

    private static string Method(string method, string arguments = "") => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;

        [PaymentsClient({{arguments}})]
        public partial interface IPayments
        {
            {{method}}
        }
        """;
}
