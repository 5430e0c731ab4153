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

/// <summary>Retries requests with <c>Microsoft.Extensions.Http.Resilience</c>: a short <c>Retry-After</c> is waited for, and a long one is returned to the caller.</summary>
public sealed class ResilienceTests
{
    private static readonly TimeSpan s_maxWait = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Short_Retry_After_is_waited_for()
    {
        ClockWithAlarm clock = new();
        Queue<HttpResponseMessage> responses = new([Limited("2"), Samples.Json(Samples.Paid)]);
        CannedHandler figma = new(responses.Dequeue);
        await using ServiceProvider provider = CreateProvider(figma, clock);

        Task<PaymentInformation> pending = SendAsync(provider);
        await clock.TimerCreated;
        clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Single(figma.Requests);
        Assert.False(pending.IsCompleted);

        clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.True((await pending).IsPaid);
        Assert.Equal(2, figma.Requests.Count);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("399065")]
    [InlineData("99999999999999999999")]
    public async Task Long_Retry_After_is_returned_without_waiting(string seconds)
    {
        ClockWithAlarm clock = new();
        CannedHandler figma = new(() => Limited(seconds));
        await using ServiceProvider provider = CreateProvider(figma, clock);

        FigmaPaymentsException error = await Assert.ThrowsAsync<FigmaPaymentsException>(() => SendAsync(provider));

        Assert.Equal(PaymentsErrorKind.RateLimited, error.Kind);
        Assert.True(error.Error.RetryAfter > s_maxWait);
        Assert.Single(figma.Requests);
        Assert.False(clock.TimerCreated.IsCompleted);
    }

    [Fact]
    public async Task Unavailable_is_retried_and_a_rejection_is_not()
    {
        ClockWithAlarm clock = new();
        Queue<HttpResponseMessage> responses = new([Samples.Json("{}", HttpStatusCode.ServiceUnavailable), Samples.Json("{\"message\":\"Invalid token\"}", HttpStatusCode.Forbidden)]);
        CannedHandler figma = new(responses.Dequeue);
        await using ServiceProvider provider = CreateProvider(figma, clock);

        Task<PaymentInformation> pending = SendAsync(provider);
        await clock.TimerCreated;
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(PaymentsErrorKind.CredentialRejected, (await Assert.ThrowsAsync<FigmaPaymentsException>(() => pending)).Kind);
        Assert.Equal(2, figma.Requests.Count);
    }

    private static ServiceProvider CreateProvider(CannedHandler figma, TimeProvider clock)
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
                    ShouldHandle = ShouldRetry,
                });
            });

        return services.BuildServiceProvider();
    }

    private static ValueTask<bool> ShouldRetry(RetryPredicateArguments<HttpResponseMessage> arguments) => ValueTask.FromResult(
        HttpClientResiliencePredicates.IsTransient(arguments.Outcome)
        && !(arguments.Outcome.Result?.Headers.Contains("Retry-After") == true && !(arguments.Outcome.Result.Headers.RetryAfter?.Delta <= s_maxWait)));

    private static Task<PaymentInformation> SendAsync(ServiceProvider provider) =>
        provider.GetRequiredService<IShopPayments>().GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

    private static HttpResponseMessage Limited(string retryAfter)
    {
        HttpResponseMessage response = Samples.Json("{\"status\":429,\"error\":true,\"message\":\"Rate limit exceeded\"}", HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }
}
