using System.Net.Http;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class TransportTests
{
    public static TheoryData<string> CaseNames => RequestCases.Names;

    [Theory]
    [MemberData(nameof(CaseNames))]
    public async Task Response_is_the_same_on_both_transports(string name)
    {
        ReceivedResponse inMemory = await SendAsync(name, Transport.Memory);
        ReceivedResponse onLoopback = await SendAsync(name, Transport.Loopback);

        Assert.Equal(RequestCases.Of(name).Status, inMemory.Status);
        Assert.Equal(inMemory, onLoopback);
        Assert.NotNull(inMemory.Header("x-figma-rest-api-request-id"));
        Assert.Equal("Fri, 01 Mar 2024", inMemory.Header("date")?[..16]);
    }

    [Fact]
    public async Task All_transports_share_one_ledger()
    {
        FakeFigmaPayments fake = new();
        UserId ada = fake.AddUser();
        PluginId plugin = fake.AddPlugin();
        await using FakeFigmaPaymentsServer first = await fake.StartAsync();
        await using FakeFigmaPaymentsServer second = await fake.StartAsync();
        fake.Pay(ada, plugin);

        using HttpClient memory = new(fake.CreateHandler());
        using HttpClient sockets = new();
        string query = $"v1/payments?user_id={ada}&plugin_id={plugin}";

        foreach (HttpRequestMessage request in (HttpRequestMessage[])
            [
                new(HttpMethod.Get, "https://api.figma.com/" + query),
                new(HttpMethod.Get, first.BaseAddress + query),
                new(HttpMethod.Get, second.BaseAddress + query),
            ])
        {
            request.Headers.Add("X-Figma-Token", fake.AccessTokenText);
            HttpClient client = request.RequestUri!.IsLoopback ? sockets : memory;
            ReceivedResponse response = await ReceivedResponse.ReadAsync(await client.SendAsync(request));
            Assert.Equal("PAID", response.PaymentStatus);
        }

        Assert.Equal([1L, 2L, 3L], [fake.Requests[0].Number, fake.Requests[1].Number, fake.Requests[2].Number]);
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Synchronous_requests_are_supported(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);

        using HttpResponseMessage response = setup.Http.Send(setup.Request(setup.AdaAndPlugin));

        Assert.Equal("UNPAID", (await ReceivedResponse.ReadAsync(response)).PaymentStatus);
    }

    private static async Task<ReceivedResponse> SendAsync(string name, Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        return await setup.SendAsync(RequestCases.Of(name).Prepare(setup));
    }
}
