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
    [InlineData(Door.Memory)]
    [InlineData(Door.Loopback)]
    public async Task Everybody_gets_their_own_answer_at_the_same_time(Door door)
    {
        await using Stage stage = await Stage.OpenAsync(door);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (int i = 0; i < 40; i++)
            {
                UserId user = stage.Fake.AddUser();
                PluginId plugin = stage.Fake.AddPlugin();

                if (i % 2 == 0)
                    stage.Fake.Pay(user, plugin);

                Answer answer = worker % 2 == 0
                    ? await stage.AskAsync($"user_id={user}&plugin_id={plugin}")
                    : await stage.AskWithTokenAsync(stage.Fake.IssuePaymentToken(user, plugin));

                Assert.Equal(i % 2 == 0 ? "PAID" : "UNPAID", answer.PaymentStatus);
                Assert.Equal(user.Value, answer.Meta.GetProperty("user_id").GetString());
                Assert.Equal(plugin.Value, answer.Meta.GetProperty("resource_id").GetString());
            }
        })));

        Assert.Equal(Enumerable.Range(1, 320).Select(static number => (long)number), stage.Fake.Requests.Select(static request => request.Number).Order());
    }

    [Fact]
    public async Task Limits_and_faults_are_counted_exactly()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory, static options => options.IdRequestsPerMinute = 30);
        stage.Fake.Faults.Enqueue(FakeFault.Status(418), static request => request.Credential == FakeCredential.Invalid, count: 25);

        IEnumerable<Task<Answer>> limited = Enumerable.Range(0, 100).Select(_ => Task.Run(() => stage.AskAsync(stage.AdaAndPlugin)));
        IEnumerable<Task<Answer>> failed = Enumerable.Range(0, 100).Select(_ => Task.Run(() => stage.AskAsync(stage.AdaAndPlugin, "figd_wrong")));
        Answer[] answers = await Task.WhenAll(limited.Concat(failed));

        Assert.Equal(30, answers.Count(static answer => answer.Status == 200));
        Assert.Equal(70, answers.Count(static answer => answer.Status == 429));
        Assert.Equal(25, answers.Count(static answer => answer.Status == 418));
        Assert.Equal(75, answers.Count(static answer => answer.Status == 403));
        Assert.Equal(200, answers.Select(static answer => answer.Header("x-figma-rest-api-request-id")).Distinct().Count());
    }

    [Fact]
    public async Task A_fault_that_fits_two_requests_at_once_happens_to_one_of_them()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);
        using Barrier bothFit = new(2);

        for (int round = 0; round < 50; round++)
        {
            stage.Fake.Faults.Enqueue(FakeFault.Status(418), _ => bothFit.SignalAndWait(TimeSpan.FromSeconds(30)));

            Answer[] answers = await Task.WhenAll(Task.Run(() => stage.AskAsync(stage.AdaAndPlugin)), Task.Run(() => stage.AskAsync(stage.AdaAndPlugin)));

            Assert.Equal([200, 418], answers.Select(static answer => answer.Status).Order());
            Assert.Equal(0, stage.Fake.Faults.Pending);
        }
    }

    [Fact]
    public async Task Tokens_rotate_while_questions_are_asked()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);
        string first = stage.Fake.AccessTokenText;

        Task<Answer[]> asking = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => stage.AskAsync(stage.AdaAndPlugin, first))));
        stage.Fake.RotateAccessToken();

        Assert.All(await asking, static answer => Assert.True(answer.Status == 200 || answer.Err == "Token expired"));
        Assert.Equal(200, (await stage.AskAsync(stage.AdaAndPlugin)).Status);
    }
}
