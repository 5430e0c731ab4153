using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

// Not in the namespace of the other tests, which have clients with the same name.
namespace Figma.Payments.AspNetCore.WebApp.Tests;

public sealed class WebApplicationFactoryExample
{
    [Fact]
    public async Task Application_admits_a_user_who_has_paid_and_refuses_another_one()
    {
        FakeFigmaPayments figma = new();
        PluginId plugin = figma.AddPlugin(new PluginId("1678669904810665842"));
        UserId ada = figma.AddUser();
        figma.Pay(ada, plugin);

        await using WebApplicationFactory<Program> application = new();

        using HttpClient http = application.WithWebHostBuilder(host => host.ConfigureTestServices(services => services
            .AddGlyphPayments(options => options.AccessToken = figma.AccessToken)
            .ConfigurePrimaryHttpMessageHandler(figma.CreateHandler))).CreateClient();

        http.DefaultRequestHeaders.Authorization = new("Bearer", figma.IssuePaymentToken(ada, plugin));
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync("/render", null)).StatusCode);

        http.DefaultRequestHeaders.Authorization = new("Bearer", figma.IssuePaymentToken(figma.AddUser(), plugin));
        Assert.Equal(HttpStatusCode.PaymentRequired, (await http.PostAsync("/render", null)).StatusCode);
    }
}
