using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1010.</summary>
public sealed class TokenRequestMustReturnResourceTests
{
    [Theory]
    [InlineData("Task<PaymentStatus> {|FPG1010:AskAsync|}(PluginPaymentToken token);")]
    [InlineData("ValueTask<PaymentStatus> {|FPG1010:AskAsync|}(CancellationToken cancellationToken, PluginPaymentToken token);")]
    [InlineData("Task<PaymentStatus> {|FPG1010:AskAsync|}(string plugin_payment_token);")]
    [InlineData("Task<PaymentStatus> {|FPG1010:AskAsync|}([PaymentsParameter(\"plugin_payment_token\")] string secret);")]
    [InlineData("Task<PaymentInformation> GetAsync(PluginPaymentToken token); Task<PaymentStatus> {|FPG1010:AskAsync|}(PluginPaymentToken token);")]
    public async Task Unpinned_token_request_that_returns_a_status_is_reported(string question)
    {
        const string message = "The status that 'AskAsync' returns might belong to another resource; return 'PaymentInformation' or 'PaymentsResult', or pin the client";
        await Verify.ReportsAsync($"[PaymentsClient] public partial interface IGlyph {{ {question} }}", message);
    }

    [Theory]
    [InlineData("public interface IBase { Task<PaymentStatus> AskAsync(PluginPaymentToken token); } [PaymentsClient] public partial interface {|FPG1010:IGlyph|} : IBase { }")]
    [InlineData("[PaymentsClient] public partial interface IBase { Task<PaymentStatus> {|FPG1010:AskAsync|}(PluginPaymentToken token); } [PaymentsClient] public partial interface IGlyph : IBase { }")]
    public Task Inherited_token_request_is_reported_once(string source) => Verify.ReportsWhereMarkedAsync(Consumer.Of(source));

    [Fact]
    public Task Client_is_generated_despite_the_warning()
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
    public Task Request_with_a_known_resource_is_not_reported(string attribute, string question) =>
        Verify.IsSilentAsync($"{attribute} public partial interface IGlyph {{ {question} }}");

    [Fact]
    public Task Client_pinned_by_a_manifest_is_not_reported() => Verify.IsSilentAsync(Consumer.Of("[PaymentsClient(Manifest = \"manifest.json\")] public partial interface IGlyph { Task<PaymentStatus> AskAsync(PluginPaymentToken token); }") with
    {
        AdditionalFiles = [("/project/manifest.json", "{ \"id\": \"1678669904810665842\" }")],
    });

    [Fact]
    public Task Token_request_with_an_implementation_is_not_reported() => Verify.IsSilentAsync(
        "[PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> GetAsync(PluginPaymentToken token); async Task<PaymentStatus> AskAsync(PluginPaymentToken token) => (await GetAsync(token)).PaymentStatus; }");
}
