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
    public async Task Everybody_gets_their_own_answer_at_the_same_time(Transport transport)
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

                ReceivedResponse answer = worker % 2 == 0
                    ? await setup.GetAsync($"user_id={user}&plugin_id={plugin}")
                    : await setup.GetByTokenAsync(setup.Fake.IssuePaymentToken(user, plugin));

                Assert.Equal(i % 2 == 0 ? "PAID" : "UNPAID", answer.PaymentStatus);
                Assert.Equal(user.Value, answer.Meta.GetProperty("user_id").GetString());
                Assert.Equal(plugin.Value, answer.Meta.GetProperty("resource_id").GetString());
            }
        })));

        Assert.Equal(Enumerable.Range(1, 320).Select(static number => (long)number), setup.Fake.Requests.Select(static request => request.Number).Order());
    }

    [Fact]
    public async Task Limits_and_faults_are_counted_exactly()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, static options => options.IdRequestsPerMinute = 30);
        setup.Fake.Faults.Enqueue(FakeFault.Status(418), static request => request.Credential == FakeCredential.Invalid, count: 25);

        IEnumerable<Task<ReceivedResponse>> limited = Enumerable.Range(0, 100).Select(_ => Task.Run(() => setup.GetAsync(setup.AdaAndPlugin)));
        IEnumerable<Task<ReceivedResponse>> failed = Enumerable.Range(0, 100).Select(_ => Task.Run(() => setup.GetAsync(setup.AdaAndPlugin, "figd_wrong")));
        ReceivedResponse[] answers = await Task.WhenAll(limited.Concat(failed));

        Assert.Equal(30, answers.Count(static answer => answer.Status == 200));
        Assert.Equal(70, answers.Count(static answer => answer.Status == 429));
        Assert.Equal(25, answers.Count(static answer => answer.Status == 418));
        Assert.Equal(75, answers.Count(static answer => answer.Status == 403));
        Assert.Equal(200, answers.Select(static answer => answer.Header("x-figma-rest-api-request-id")).Distinct().Count());
    }

    [Fact]
    public async Task A_fault_that_fits_two_requests_at_once_happens_to_one_of_them()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        using Barrier bothFit = new(2);

        for (int round = 0; round < 50; round++)
        {
            setup.Fake.Faults.Enqueue(FakeFault.Status(418), _ => bothFit.SignalAndWait(TimeSpan.FromSeconds(30)));

            ReceivedResponse[] answers = await Task.WhenAll(Task.Run(() => setup.GetAsync(setup.AdaAndPlugin)), Task.Run(() => setup.GetAsync(setup.AdaAndPlugin)));

            Assert.Equal([200, 418], answers.Select(static answer => answer.Status).Order());
            Assert.Equal(0, setup.Fake.Faults.Pending);
        }
    }

    [Fact]
    public async Task Tokens_rotate_while_questions_are_asked()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        string first = setup.Fake.AccessTokenText;

        Task<ReceivedResponse[]> asking = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => setup.GetAsync(setup.AdaAndPlugin, first))));
        setup.Fake.RotateAccessToken();

        Assert.All(await asking, static answer => Assert.True(answer.Status == 200 || answer.Err == "Token expired"));
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }
}
