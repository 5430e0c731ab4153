using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing.WebApp;
using Xunit;

namespace Figma.Payments.Testing.Tests.Recipes;

public sealed class PinnedClientRecipe
{
    [Fact]
    public async Task Pinned_client_rejects_other_payment_tokens()
    {
        FakeFigmaPayments fake = new();
        UserId ada = fake.AddUser();
        PluginId glyphs = fake.AddPlugin(new PluginId("1678669904810665842"));
        PluginId other = fake.AddPlugin();
        fake.Pay(ada, glyphs);
        fake.Pay(ada, other);

        using HttpClient http = new(fake.CreateHandler());
        GlyphPaymentsClient payments = new(http, new PaymentsClientOptions { AccessToken = fake.AccessToken });

        PluginPaymentToken token = new(fake.IssuePaymentToken(ada, glyphs));
        Assert.True((await payments.TryGetPaymentsAsync(token)).IsPaid);
        Assert.True((await payments.TryGetPaymentsAsync(token, expectedUser: ada)).IsPaid);

        PaymentsResult anotherUser = await payments.TryGetPaymentsAsync(token, expectedUser: fake.AddUser());
        Assert.Equal(PaymentsErrorKind.ResponseMismatch, anotherUser.Error?.Kind);

        PaymentsResult anotherPlugin = await payments.TryGetPaymentsAsync(new PluginPaymentToken(fake.IssuePaymentToken(ada, other)));
        Assert.Equal(PaymentsErrorKind.ResponseMismatch, anotherPlugin.Error?.Kind);
    }
}
