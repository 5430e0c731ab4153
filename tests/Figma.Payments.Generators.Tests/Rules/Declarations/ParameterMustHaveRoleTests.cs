using System.Threading.Tasks;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1004.</summary>
public sealed class ParameterMustHaveRoleTests
{
    private const string NoRole = "neither its type nor its name specifies one; use an ID type such as 'UserId', a name such as 'userId', or [PaymentsParameter]";
    private const string UnsupportedType = "isn't supported; use an ID type such as 'UserId', or 'string', 'long' or 'ulong'";

    [Theory]
    [InlineData("PluginPaymentToken t")]
    [InlineData("PluginPaymentToken? t")]
    [InlineData("UserId u, PluginId r")]
    [InlineData("UserId? u, WidgetId? r")]
    [InlineData("UserId u, CommunityFileId r, CancellationToken c")]
    [InlineData("UserId u, ResourceId r, CancellationToken c = default")]
    [InlineData("UserId u, ResourceId? r = null")]
    [InlineData("CancellationToken c, PluginId r, UserId u")]
    [InlineData("in UserId u, in PluginId r, in CancellationToken c")]
    [InlineData("in PluginPaymentToken t")]
    public async Task Type_determines_the_role_regardless_of_the_name(string parameters) => await IsRightAsync(parameters);

    [Theory]
    [InlineData("string user_id, string plugin_id")]
    [InlineData("string userId, string pluginId")]
    [InlineData("string UserID, string PluginID")]
    [InlineData("string USER_ID, string PLUGIN_ID")]
    [InlineData("string _user_Id_, string __pluginid")]
    [InlineData("string userid, string widgetid")]
    [InlineData("string userId, string communityFileId")]
    [InlineData("string user_id, string community_file_id")]
    [InlineData("long userId, long pluginId")]
    [InlineData("ulong userId, ulong pluginId")]
    [InlineData("long? userId, ulong? widget_id")]
    [InlineData("string? userId, string? pluginId = null")]
    [InlineData("""string userId = "1", long pluginId = 1678669904810665842, CancellationToken c = default""")]
    [InlineData("in string userId, in long pluginId")]
    [InlineData("string pluginPaymentToken")]
    [InlineData("string plugin_payment_token")]
    [InlineData("UserId u, string plugin_id")]
    public async Task Name_determines_the_role_of_text_and_numbers(string parameters) => await IsRightAsync(parameters);

    [Theory]
    [InlineData("""[PaymentsParameter("user_id")] string who, [PaymentsParameter("plugin_id")] string what""")]
    [InlineData("""[PaymentsParameter("userId")] long who, [PaymentsParameter("WidgetID")] ulong what""")]
    [InlineData("""[PaymentsParameter(Names.User)] string who, [PaymentsParameter("community_" + "file_id")] string what""")]
    [InlineData("""[PaymentsParameter(name: "plugin_payment_token")] string secret""")]
    [InlineData("""[PaymentsParameter("user_id")] string plugin_id, [PaymentsParameter("plugin_id")] string user_id""")]
    [InlineData("""[PaymentsParameter("user_id")] UserId u, [PaymentsParameter("plugin_id")] PluginId p""")]
    public async Task Attribute_determines_the_role(string parameters) => await IsRightAsync(parameters);

    [Theory]
    [InlineData("string {|#0:name|}", "name", NoRole)]
    [InlineData("long {|#0:id|}", "id", NoRole)]
    [InlineData("string {|#0:resourceId|}", "resourceId", NoRole)]
    [InlineData("string {|#0:token|}", "token", NoRole)]
    [InlineData("string {|#0:pluginIds|}", "pluginIds", NoRole)]
    [InlineData("int {|#0:pluginId|}", "pluginId", "its type 'int' " + UnsupportedType)]
    [InlineData("double {|#0:pluginId|}", "pluginId", "its type 'double' " + UnsupportedType)]
    [InlineData("object {|#0:pluginId|}", "pluginId", "its type 'object' " + UnsupportedType)]
    [InlineData("Guid? {|#0:pluginId|}", "pluginId", "its type 'Guid?' " + UnsupportedType)]
    [InlineData("string[] {|#0:pluginId|}", "pluginId", "its type 'string[]' " + UnsupportedType)]
    [InlineData("CancellationToken? {|#0:c|}", "c", "its type 'CancellationToken?' " + UnsupportedType)]
    [InlineData("PersonalAccessToken {|#0:accessToken|}", "accessToken", "its type 'PersonalAccessToken' " + UnsupportedType)]
    [InlineData("Mine.PluginId {|#0:pluginId|}", "pluginId", "its type 'PluginId' " + UnsupportedType)]
    [InlineData("ref PluginId {|#0:p|}", "p", "it is declared with 'ref'; remove the modifier")]
    [InlineData("out PluginId {|#0:p|}", "p", "it is declared with 'out'; remove the modifier")]
    [InlineData("ref readonly PluginId {|#0:p|}", "p", "it is declared with 'ref readonly'; remove the modifier")]
    [InlineData("params string[] {|#0:p|}", "p", "it is declared with 'params'; remove the modifier")]
    [InlineData("""[PaymentsParameter("nothing")] string {|#0:pluginId|}""", "pluginId", "[PaymentsParameter] doesn't name a role; use 'plugin_payment_token', 'user_id', 'expected_user', 'community_file_id', 'plugin_id' or 'widget_id'")]
    [InlineData("""[PaymentsParameter("")] string {|#0:pluginId|}""", "pluginId", "[PaymentsParameter] doesn't name a role; use 'plugin_payment_token', 'user_id', 'expected_user', 'community_file_id', 'plugin_id' or 'widget_id'")]
    [InlineData("[PaymentsParameter(null!)] string {|#0:pluginId|}", "pluginId", "[PaymentsParameter] doesn't name a role; use 'plugin_payment_token', 'user_id', 'expected_user', 'community_file_id', 'plugin_id' or 'widget_id'")]
    [InlineData("""[PaymentsParameter("widget_id")] PluginId {|#0:p|}""", "p", "[PaymentsParameter] specifies 'widget_id', but its type specifies 'plugin_id'; remove the attribute or change the type")]
    [InlineData("""[PaymentsParameter("plugin_payment_token")] long {|#0:secret|}""", "secret", "a payment token isn't a number; use 'PluginPaymentToken' or 'string'")]
    [InlineData("string {|#0:expectedUser|}", "expectedUser", "an expected user must have the type 'UserId'; change the type")]
    [InlineData("long? {|#0:expected_user_id|}", "expected_user_id", "an expected user must have the type 'UserId'; change the type")]
    [InlineData("""[PaymentsParameter("expected_user")] string {|#0:who|}""", "who", "an expected user must have the type 'UserId'; change the type")]
    [InlineData("""[PaymentsParameter("expected_user")] PluginId {|#0:p|}""", "p", "an expected user must have the type 'UserId'; change the type")]
    [InlineData("string {|#0:expectedUsers|}", "expectedUsers", NoRole)]
    [InlineData("ulong {|#0:pluginPaymentToken|}", "pluginPaymentToken", "a payment token isn't a number; use 'PluginPaymentToken' or 'string'")]
    public async Task Parameter_without_a_role_is_reported(string parameter, string name, string reason) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""
            public static class Mine { public struct PluginId; }
            [PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> RequestAsync(UserId user, {{parameter}}); }
            """,
            VerifyCS.Diagnostic("FPG1004").WithLocation(0).WithMessage($"The parameter '{name}' of 'RequestAsync' has no role because {reason}"));

    [Fact]
    public async Task All_parameters_without_a_role_are_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            """
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentStatus> FirstAsync(string {|FPG1004:a|}, int {|FPG1004:b|});
                Task<PaymentStatus> SecondAsync(UserId u, PluginId p);
                Task<PaymentStatus> ThirdAsync(UserId u, bool {|FPG1004:c|});
            }
            """);

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Names_are_culture_independent(string culture) =>
        Assert.Single(Cultures.Run(culture, () =>
            Consumer.Of("[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> RequestAsync(string USER_ID, string WIDGET_ID); }").Generate().Files));

    private static async Task IsRightAsync(string parameters) =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            $$"""
            public static class Names { public const string User = "user_id"; }
            [PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> RequestAsync({{parameters}}); }
            """,
            "IGlyph.g.cs");
}
