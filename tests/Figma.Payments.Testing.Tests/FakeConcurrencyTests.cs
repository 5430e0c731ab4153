using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeConcurrencyTests
{
    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Concurrent_requests_get_their_own_responses(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (int i = 0; i < 40; i++)
            {
                UserId user = setup.Fake.AddUser();
                PluginId plugin = setup.Fake.AddPlugin();

                if (i % 2 == 0)
                    setup.Fake.Pay(user, plugin);

                ReceivedResponse response = worker % 2 == 0
                    ? await setup.GetAsync($"user_id={user}&plugin_id={plugin}")
                    : await setup.GetByTokenAsync(setup.Fake.IssuePaymentToken(user, plugin));

                Assert.Equal(i % 2 == 0 ? "PAID" : "UNPAID", response.PaymentStatus);
                Assert.Equal(user.Value, response.Meta.GetProperty("user_id").GetString());
                Assert.Equal(plugin.Value, response.Meta.GetProperty("resource_id").GetString());
            }
        })));

        Assert.Equal(Enumerable.Range(1, 320).Select(static number => (long)number), setup.Fake.Requests.Select(static request => request.Number).Order());
    }

    [Fact]
    public async Task Limits_and_faults_are_counted_exactly_under_concurrency()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, static options => options.IdRequestsPerMinute = 30);
        setup.Fake.Faults.Enqueue(FakeFault.Status(418), static request => request.Credential == FakeCredential.Invalid, count: 25);

        IEnumerable<Task<ReceivedResponse>> limited = Enumerable.Range(0, 100).Select(_ => Task.Run(() => setup.GetAsync(setup.AdaAndPlugin)));
        IEnumerable<Task<ReceivedResponse>> failed = Enumerable.Range(0, 100).Select(_ => Task.Run(() => setup.GetAsync(setup.AdaAndPlugin, "figd_wrong")));
        ReceivedResponse[] responses = await Task.WhenAll(limited.Concat(failed));

        Assert.Equal(30, responses.Count(static response => response.Status == 200));
        Assert.Equal(70, responses.Count(static response => response.Status == 429));
        Assert.Equal(25, responses.Count(static response => response.Status == 418));
        Assert.Equal(75, responses.Count(static response => response.Status == 403));
        Assert.Equal(200, responses.Select(static response => response.Header("x-figma-rest-api-request-id")).Distinct().Count());
    }

    [Fact]
    public async Task Fault_that_matches_two_concurrent_requests_applies_to_one()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        using Barrier bothFit = new(2);

        for (int round = 0; round < 50; round++)
        {
            setup.Fake.Faults.Enqueue(FakeFault.Status(418), _ => bothFit.SignalAndWait(TimeSpan.FromSeconds(30)));

            ReceivedResponse[] responses = await Task.WhenAll(Task.Run(() => setup.GetAsync(setup.AdaAndPlugin)), Task.Run(() => setup.GetAsync(setup.AdaAndPlugin)));

            Assert.Equal([200, 418], responses.Select(static response => response.Status).Order());
            Assert.Equal(0, setup.Fake.Faults.Pending);
        }
    }

    [Fact]
    public async Task Tokens_can_be_rotated_while_requests_are_sent()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        string first = setup.Fake.AccessTokenText;

        Task<ReceivedResponse[]> sending = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => setup.GetAsync(setup.AdaAndPlugin, first))));
        setup.Fake.RotateAccessToken();

        Assert.All(await sending, static response => Assert.True(response.Status == 200 || response.Err == "Token expired"));
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }
}
