using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Figma.Payments.Testing.WebApp;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.Testing.Tests.Recipes;

public sealed class WebApplicationFactoryRecipe
{
    [Fact]
    public async Task Application_grants_access_to_a_user_who_has_paid()
    {
        FakeFigmaPayments fake = new();
        UserId ada = fake.AddUser();
        PluginId glyphs = fake.AddPlugin(new PluginId("1678669904810665842"));
        fake.Pay(ada, glyphs);

        await using WebApplicationFactory<Program> factory = new();

        using HttpClient http = factory.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services
            .AddGlyphPayments(options => options.AccessToken = fake.AccessToken)
            .ConfigurePrimaryHttpMessageHandler(fake.CreateHandler))).CreateClient();

        RenderRequest request = new(fake.IssuePaymentToken(ada, glyphs), "text");
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsJsonAsync("/render", request)).StatusCode);

        fake.Refund(ada, glyphs);
        Assert.Equal(HttpStatusCode.PaymentRequired, (await http.PostAsJsonAsync("/render", request)).StatusCode);

        fake.Faults.Enqueue(FakeFault.Status(503));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.PostAsJsonAsync("/render", request)).StatusCode);
    }
}
