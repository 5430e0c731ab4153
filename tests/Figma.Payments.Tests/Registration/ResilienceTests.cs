using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Xunit;

namespace Figma.Payments.Tests.Registration;

/// <summary>A registered client under <c>Microsoft.Extensions.Http.Resilience</c>: the README's way to wait for what is short, and not for what is long.</summary>
public sealed class ResilienceTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_short_wait_that_Figma_asks_for_is_waited_for_and_no_less()
    {
        ClockWithAlarm clock = new();
        Queue<HttpResponseMessage> answers = new([Limited("2"), Samples.Json(Samples.Paid)]);
        CannedHandler figma = new(answers.Dequeue);
        await using ServiceProvider provider = Provide(figma, clock);

        Task<PaymentInformation> asking = AskAsync(provider);
        await clock.TimerCreated;
        clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Single(figma.Requests);
        Assert.False(asking.IsCompleted);

        clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.True((await asking).IsPaid);
        Assert.Equal(2, figma.Requests.Count);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("399065")]
    [InlineData("99999999999999999999")]
    public async Task A_long_wait_is_not_waited_for_and_the_caller_is_told_at_once_how_long_it_is(string seconds)
    {
        ClockWithAlarm clock = new();
        CannedHandler figma = new(() => Limited(seconds));
        await using ServiceProvider provider = Provide(figma, clock);

        FigmaPaymentsException error = await Assert.ThrowsAsync<FigmaPaymentsException>(() => AskAsync(provider));

        Assert.Equal(PaymentsErrorKind.RateLimited, error.Kind);
        Assert.True(error.Error.RetryAfter > s_longest);
        Assert.Single(figma.Requests);
        Assert.False(clock.TimerCreated.IsCompleted);
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again_and_a_failure_is()
    {
        ClockWithAlarm clock = new();
        Queue<HttpResponseMessage> answers = new([Samples.Json("{}", HttpStatusCode.ServiceUnavailable), Samples.Json("{\"message\":\"Invalid token\"}", HttpStatusCode.Forbidden)]);
        CannedHandler figma = new(answers.Dequeue);
        await using ServiceProvider provider = Provide(figma, clock);

        Task<PaymentInformation> asking = AskAsync(provider);
        await clock.TimerCreated;
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(PaymentsErrorKind.CredentialRejected, (await Assert.ThrowsAsync<FigmaPaymentsException>(() => asking)).Kind);
        Assert.Equal(2, figma.Requests.Count);
    }

    private static ServiceProvider Provide(CannedHandler figma, TimeProvider clock)
    {
        ServiceCollection services = new();
        services.AddShopPayments(static options => options.AccessToken = new PersonalAccessToken(Samples.AccessToken))
            .ConfigurePrimaryHttpMessageHandler(() => figma)
            .AddResilienceHandler("payments", pipeline =>
            {
                pipeline.TimeProvider = clock;
                pipeline.AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = 2,
                    Delay = TimeSpan.FromMilliseconds(200),
                    UseJitter = false,
                    ShouldHandle = ShouldAskAgain,
                });
            });

        return services.BuildServiceProvider();
    }

    private static ValueTask<bool> ShouldAskAgain(RetryPredicateArguments<HttpResponseMessage> arguments) => ValueTask.FromResult(
        HttpClientResiliencePredicates.IsTransient(arguments.Outcome)
        && !(arguments.Outcome.Result?.Headers.Contains("Retry-After") == true && !(arguments.Outcome.Result.Headers.RetryAfter?.Delta <= s_longest)));

    private static Task<PaymentInformation> AskAsync(ServiceProvider provider) =>
        provider.GetRequiredService<IShopPayments>().GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

    private static HttpResponseMessage Limited(string retryAfter)
    {
        HttpResponseMessage response = Samples.Json("{\"status\":429,\"error\":true,\"message\":\"Rate limit exceeded\"}", HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }
}
