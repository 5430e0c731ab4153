using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>FPG1010.</summary>
public sealed class TokenRequestMustReturnResourceTests
{
    [Theory]
    [InlineData("Task<PaymentStatus> {|FPG1010:AskAsync|}(PluginPaymentToken token);")]
    [InlineData("ValueTask<PaymentStatus> {|FPG1010:AskAsync|}(CancellationToken cancellationToken, PluginPaymentToken token);")]
    [InlineData("Task<PaymentStatus> {|FPG1010:AskAsync|}(string plugin_payment_token);")]
    [InlineData("Task<PaymentStatus> {|FPG1010:AskAsync|}([PaymentsParameter(\"plugin_payment_token\")] string secret);")]
    [InlineData("Task<PaymentInformation> GetAsync(PluginPaymentToken token); Task<PaymentStatus> {|FPG1010:AskAsync|}(PluginPaymentToken token);")]
    public async Task A_status_by_token_is_pointed_at_where_no_resource_is_pinned(string question)
    {
        const string message = "The status that 'AskAsync' returns might belong to another resource; return 'PaymentInformation' or 'PaymentsResult', or pin the client";
        await Verify.ReportsAsync($"[PaymentsClient] public partial interface IGlyph {{ {question} }}", message);
    }

    [Theory]
    [InlineData("public interface IBase { Task<PaymentStatus> AskAsync(PluginPaymentToken token); } [PaymentsClient] public partial interface {|FPG1010:IGlyph|} : IBase { }")]
    [InlineData("[PaymentsClient] public partial interface IBase { Task<PaymentStatus> {|FPG1010:AskAsync|}(PluginPaymentToken token); } [PaymentsClient] public partial interface IGlyph : IBase { }")]
    public Task What_is_inherited_is_pointed_at_once(string source) => Verify.ReportsWhereMarkedAsync(Consumer.Of(source));

    [Fact]
    public Task The_client_is_generated_nevertheless()
    {
        Consumer consumer = Consumer.Of("[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> {|FPG1010:AskAsync|}(PluginPaymentToken token); }");
        Assert.NotEmpty((consumer with { Sources = [("/project/File0.cs", Markup.Parse(consumer.Sources[0].Text).Text)] }).Generate().Files);
        return Verify.ReportsWhereMarkedAsync(consumer);
    }

    [Theory]
    [InlineData("[PaymentsClient(PluginId = \"1\")]", "Task<PaymentStatus> AskAsync(PluginPaymentToken token);")]
    [InlineData("[PaymentsClient(WidgetId = \"1\")]", "Task<PaymentStatus> AskAsync(PluginPaymentToken token);")]
    [InlineData("[PaymentsClient]", "Task<PaymentInformation> AskAsync(PluginPaymentToken token);")]
    [InlineData("[PaymentsClient]", "ValueTask<PaymentsResult> AskAsync(PluginPaymentToken token);")]
    [InlineData("[PaymentsClient]", "Task<PaymentStatus> AskAsync(UserId user, PluginId plugin);")]
    [InlineData("[PaymentsClient]", "")]
    [InlineData("", "Task<PaymentStatus> AskAsync(PluginPaymentToken token);")]
    public Task A_resource_that_is_pinned_asked_about_or_handed_back_is_silent(string attribute, string question) =>
        Verify.IsSilentAsync($"{attribute} public partial interface IGlyph {{ {question} }}");

    [Fact]
    public Task A_manifest_pins_too() => Verify.IsSilentAsync(Consumer.Of("[PaymentsClient(Manifest = \"manifest.json\")] public partial interface IGlyph { Task<PaymentStatus> AskAsync(PluginPaymentToken token); }") with
    {
        AdditionalFiles = [("/project/manifest.json", "{ \"id\": \"1678669904810665842\" }")],
    });

    [Fact]
    public Task A_method_with_a_body_of_its_own_is_the_developers() => Verify.IsSilentAsync(
        "[PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> GetAsync(PluginPaymentToken token); async Task<PaymentStatus> AskAsync(PluginPaymentToken token) => (await GetAsync(token)).PaymentStatus; }");
}
