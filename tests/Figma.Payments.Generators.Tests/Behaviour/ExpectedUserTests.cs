using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Generators.Tests.Behaviour;

/// <summary>A token request with an expected user rejects responses about any other user.</summary>
public sealed class ExpectedUserTests(ExpectedUserTests.Loaded loaded) : IClassFixture<ExpectedUserTests.Loaded>
{
    private const string Source = """
        [PaymentsClient]
        public partial interface IOpen
        {
            Task<PaymentInformation> GetAsync(PluginPaymentToken token, UserId expectedUser);
            Task<PaymentInformation> GetOptionalAsync(PluginPaymentToken token, UserId? expectedUserId = null);
            Task<PaymentInformation> GetMarkedAsync([PaymentsParameter("expected_user")] UserId user, string pluginPaymentToken);
        }

        [PaymentsClient(PluginId = "9")]
        public partial interface IPinned
        {
            Task<PaymentInformation> GetAsync(PluginPaymentToken token, UserId expectedUser);
            Task<PaymentInformation> GetOptionalAsync(PluginPaymentToken token, UserId? expectedUserId = null);
        }

        public static class Program
        {
            private static readonly PluginPaymentToken Token = new("secret");

            public static Task<PaymentInformation> Open(HttpClient http, PaymentsClientOptions options, string user) => new OpenClient(http, options).GetAsync(Token, new UserId(user));
            public static Task<PaymentInformation> OpenOptional(HttpClient http, PaymentsClientOptions options, string user) => new OpenClient(http, options).GetOptionalAsync(Token, user is null ? null : new UserId(user));
            public static Task<PaymentInformation> OpenMarked(HttpClient http, PaymentsClientOptions options, string user) => new OpenClient(http, options).GetMarkedAsync(new UserId(user), "secret");
            public static Task<PaymentInformation> Pinned(HttpClient http, PaymentsClientOptions options, string user) => new PinnedClient(http, options).GetAsync(Token, new UserId(user));
            public static Task<PaymentInformation> PinnedOptional(HttpClient http, PaymentsClientOptions options, string user) => new PinnedClient(http, options).GetOptionalAsync(Token, user is null ? null : new UserId(user));
            public static Task<PaymentInformation> Default(HttpClient http, PaymentsClientOptions options, string user) => new PinnedClient(http, options).GetAsync(Token, default);
        }
        """;

    [Theory]
    [InlineData("Open")]
    [InlineData("OpenOptional")]
    [InlineData("OpenMarked")]
    [InlineData("Pinned")]
    [InlineData("PinnedOptional")]
    public async Task Response_about_another_user_is_a_mismatch(string method)
    {
        // The payment token belongs to user 7.
        using CannedFigma own = new();
        Assert.True(Assert.IsType<PaymentInformation>(await loaded.CallAsync(method, own, "7")).IsPaid);
        Assert.Equal(["plugin_payment_token=secret"], own.Queries);

        using CannedFigma other = new();
        FigmaPaymentsException error = await Assert.ThrowsAsync<FigmaPaymentsException>(() => loaded.CallAsync(method, other, "8"));
        Assert.Equal(PaymentsErrorKind.ResponseMismatch, error.Kind);
    }

    [Theory]
    [InlineData("OpenOptional")]
    [InlineData("PinnedOptional")]
    public async Task Null_is_not_compared(string method)
    {
        using CannedFigma figma = new();
        Assert.True(Assert.IsType<PaymentInformation>(await loaded.CallAsync(method, figma, user: null)).IsPaid);
    }

    [Theory]
    [InlineData("Pinned")]
    [InlineData("PinnedOptional")]
    public async Task Expected_user_does_not_replace_the_pinned_resource(string method)
    {
        using CannedFigma figma = new() { ForeignResource = ("PLUGIN", "10") };
        FigmaPaymentsException error = await Assert.ThrowsAsync<FigmaPaymentsException>(() => loaded.CallAsync(method, figma, "7"));
        Assert.Equal(PaymentsErrorKind.ResponseMismatch, error.Kind);
    }

    [Fact]
    public async Task Default_is_rejected_before_a_request_is_sent()
    {
        using CannedFigma figma = new();
        FigmaPaymentsException error = await Assert.ThrowsAsync<FigmaPaymentsException>(() => loaded.CallAsync("Default", figma, "7"));
        Assert.Equal(PaymentsErrorKind.InvalidRequest, error.Kind);
        Assert.Empty(figma.Queries);
    }

    public sealed class Loaded : System.IDisposable
    {
        private readonly LoadedProject _project = new(Source);

        public void Dispose() => _project.Dispose();

        internal async Task<object?> CallAsync(string method, CannedFigma figma, string? user)
        {
            using System.Net.Http.HttpClient http = new(figma, disposeHandler: false);
            return await _project.CallAsync(method, http, LoadedProject.Options, user);
        }
    }
}
