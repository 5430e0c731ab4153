using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1006.</summary>
public sealed class ParametersMustFormValidRequestTests
{
    private const string BothWays = "they combine a payment token with a user or a resource; declare a separate method for the payment token";

    private const string NoToken = "specifies the expected user of a payment token, but there is no payment token; ";

    [Theory]
    [InlineData("", "they identify no user; add a 'PluginPaymentToken', or a 'UserId' and a resource ID")]
    [InlineData("CancellationToken c", "they identify no user; add a 'PluginPaymentToken', or a 'UserId' and a resource ID")]
    [InlineData("PluginPaymentToken t, UserId u", BothWays)]
    [InlineData("PluginPaymentToken t, PluginId p", BothWays)]
    [InlineData("PluginPaymentToken? t, UserId? u = null, PluginId? p = null", BothWays)]
    [InlineData("PluginPaymentToken t, UserId u, UserId expectedUser", BothWays)]
    [InlineData("PluginPaymentToken t, UserId expectedUser, PluginId p", BothWays)]
    [InlineData("UserId expectedUser", "the parameter 'expectedUser' " + NoToken + "add a 'PluginPaymentToken', or rename the parameter to 'userId'")]
    [InlineData("UserId expectedUserId, PluginId p", "the parameter 'expectedUserId' " + NoToken + "add a 'PluginPaymentToken', or rename the parameter to 'userId'")]
    [InlineData("UserId? expected_user, ResourceId? r = null", "the parameter 'expected_user' " + NoToken + "add a 'PluginPaymentToken', or rename the parameter to 'userId'")]
    [InlineData("""[PaymentsParameter("expected_user")] UserId u, PluginId p""", "the parameter 'u' " + NoToken + "add a 'PluginPaymentToken', or rename the parameter to 'userId'")]
    [InlineData("UserId u, UserId expectedUser, PluginId p", "the parameter 'expectedUser' " + NoToken + "remove the parameter")]
    [InlineData("PluginPaymentToken t, UserId expectedUser = default", "the required parameter 'expectedUser' has a default value; remove the default value")]
    [InlineData("PluginPaymentToken? t = null", "the required parameter 't' has a default value; remove the default value")]
    [InlineData("UserId? u = null, PluginId? p = null", "the required parameter 'u' has a default value; remove the default value")]
    [InlineData("UserId u = default, PluginId? p = null", "the required parameter 'u' has a default value; remove the default value")]
    [InlineData("PluginId p", "they specify a resource without a user; add a 'UserId'")]
    [InlineData("ResourceId? r", "they specify a resource without a user; add a 'UserId'")]
    [InlineData("UserId u", "they specify no resource; add a resource ID or pin the interface to a resource")]
    [InlineData("UserId u, PluginId p, WidgetId w", "they require several resources ('p', 'w'); keep one or make them nullable")]
    [InlineData("UserId u, ResourceId r, PluginId p", "they require several resources ('r', 'p'); keep one or make them nullable")]
    [InlineData("string user_id, string plugin_id, long widget_id", "they require several resources ('plugin_id', 'widget_id'); keep one or make them nullable")]
    [InlineData("UserId u, CommunityFileId f, PluginId? p, WidgetId w", "they require several resources ('f', 'w'); keep one or make them nullable")]
    [InlineData("UserId u, PluginId p = default", "the default value of the parameter 'p' isn't a valid ID; make the parameter nullable or remove the default value")]
    [InlineData("UserId u, PluginId? p = null, WidgetId w = default(WidgetId)", "the default value of the parameter 'w' isn't a valid ID; make the parameter nullable or remove the default value")]
    public async Task Method_without_a_valid_call_is_reported(string parameters, string reason) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> {|#0:RequestAsync|}({{parameters}}); }""",
            VerifyCS.Diagnostic("FPG1006").WithLocation(0).WithMessage("The parameters of 'RequestAsync' don't form a valid request because " + reason));

    [Theory]
    [InlineData("", "they identify no user; add a 'PluginPaymentToken', or a 'UserId'")]
    [InlineData("UserId u, PluginId p", "the parameter 'p' specifies a resource, but the interface is pinned to one; remove the parameter")]
    [InlineData("UserId u, WidgetId? w = null", "the parameter 'w' specifies a resource, but the interface is pinned to one; remove the parameter")]
    [InlineData("PluginPaymentToken t, UserId u", BothWays)]
    [InlineData("UserId expectedUser", "the parameter 'expectedUser' " + NoToken + "add a 'PluginPaymentToken', or rename the parameter to 'userId'")]
    [InlineData("PluginId p", "they specify a resource without a user; add a 'UserId'")]
    public async Task Resource_parameter_of_a_pinned_client_is_reported(string parameters, string reason) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""[PaymentsClient(PluginId = "1")] public partial interface IGlyph { Task<PaymentStatus> {|#0:RequestAsync|}({{parameters}}); }""",
            VerifyCS.Diagnostic("FPG1006").WithLocation(0).WithMessage("The parameters of 'RequestAsync' don't form a valid request because " + reason));

    [Fact]
    public async Task Call_of_an_invalid_pinned_method_is_not_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            """
            [PaymentsClient(PluginId = "1")] public partial interface IGlyph { Task<PaymentStatus> {|FPG1006:RequestAsync|}(UserId u, WidgetId? w = null); }
            public interface IBase { Task<PaymentStatus> RequestAsync(UserId u, WidgetId? w = null); }
            [PaymentsClient(PluginId = "1")] public partial interface {|FPG1006:IDice|} : IBase { }

            public static class Code
            {
                public static Task RunAsync(IGlyph glyph, UserId user) => glyph.RequestAsync(user);
                public static Task RunAsync(IDice dice, UserId user) => dice.RequestAsync(user);
            }
            """);

    [Fact]
    public async Task Token_request_of_a_client_pinned_to_a_Community_file_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "[PaymentsClient(CommunityFileId = \"1\")] public partial interface IGlyph { Task<PaymentStatus> {|#0:RequestAsync|}(PluginPaymentToken t); }",
            VerifyCS.Diagnostic("FPG1006").WithLocation(0).WithMessage("The parameters of 'RequestAsync' don't form a valid request because a payment token identifies a plugin or widget, but the interface is pinned to a Community file; use a 'UserId' instead"));

    [Fact]
    public async Task Expected_user_of_a_client_pinned_to_a_Community_file_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "[PaymentsClient(CommunityFileId = \"1\")] public partial interface IGlyph { Task<PaymentStatus> {|#0:RequestAsync|}(UserId expectedUser); }",
            VerifyCS.Diagnostic("FPG1006").WithLocation(0).WithMessage("The parameters of 'RequestAsync' don't form a valid request because the parameter 'expectedUser' " + NoToken + "rename the parameter to 'userId'"));

    [Theory]
    [InlineData("", "PluginPaymentToken t")]
    [InlineData("", "PluginPaymentToken? t")]
    [InlineData("", """string userId = "7", string? pluginId = null""")]
    [InlineData("", "UserId u, ResourceId r")]
    [InlineData("", "UserId u, PluginId? p")]
    [InlineData("", "UserId u, PluginId p, WidgetId? w = null")]
    [InlineData("", "string userId, string? pluginId, string? widgetId")]
    [InlineData("", "PluginPaymentToken t, UserId expectedUser")]
    [InlineData("", "UserId? expectedUserId, PluginPaymentToken t, CancellationToken c = default")]
    [InlineData("", "string pluginPaymentToken, UserId? Expected_User = null")]
    [InlineData("", """PluginPaymentToken? t, [PaymentsParameter("expected_user")] UserId u""")]
    [InlineData("", """[PaymentsParameter("user_id")] UserId expectedUser, PluginId p""")]
    [InlineData("PluginId = \"1\"", "PluginPaymentToken t, UserId expectedUser")]
    [InlineData("WidgetId = \"1\"", "PluginPaymentToken t, UserId? expectedUser = null")]
    [InlineData("PluginId = \"1\"", "UserId u")]
    [InlineData("WidgetId = \"1\"", "PluginPaymentToken t")]
    public async Task Method_with_a_valid_call_is_not_reported(string arguments, string parameters) =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            $$"""[PaymentsClient({{arguments}})] public partial interface IGlyph { Task<PaymentInformation> RequestAsync({{parameters}}); }""",
            "IGlyph.g.cs");

    [Fact]
    public async Task Text_without_nullable_annotations_is_optional() =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            """
            #nullable disable
            [PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> RequestAsync(string userId, string pluginId, string widgetId); }
            """,
            "IGlyph.g.cs");
}
