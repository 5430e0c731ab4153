using System;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing.WebApp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Xunit;

namespace Figma.Payments.Testing.Tests.Recipes;

public sealed class ResilienceRecipe
{
    [Fact]
    public async Task Failed_request_is_retried_unless_the_wait_is_long()
    {
        FakeFigmaPayments fake = new();
        UserId ada = fake.AddUser();
        PluginId glyphs = fake.AddPlugin(new PluginId("1678669904810665842"));
        fake.Pay(ada, glyphs);

        ServiceCollection services = new();

        services.AddGlyphPayments(options => options.AccessToken = fake.AccessToken)
            .ConfigurePrimaryHttpMessageHandler(fake.CreateHandler)
            .AddResilienceHandler("payments", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(100),
                ShouldHandle = attempt => ValueTask.FromResult(
                    HttpClientResiliencePredicates.IsTransient(attempt.Outcome) && !HasLongRetryAfter(attempt.Outcome.Result)),
            }));

        // A longer wait is returned to the caller as RateLimited with its RetryAfter.
        static bool HasLongRetryAfter(HttpResponseMessage? response) =>
            response?.Headers.Contains("Retry-After") == true && !(response.Headers.RetryAfter?.Delta <= TimeSpan.FromSeconds(5));

        await using ServiceProvider provider = services.BuildServiceProvider();
        IGlyphPayments payments = provider.GetRequiredService<IGlyphPayments>();
        PluginPaymentToken token = new(fake.IssuePaymentToken(ada, glyphs));

        fake.Faults.Enqueue(FakeFault.Status(503));
        Assert.True((await payments.TryGetPaymentsAsync(token)).IsPaid);
        Assert.Equal(2, fake.Requests.Count);

        fake.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromDays(4)));
        PaymentsResult limited = await payments.TryGetPaymentsAsync(token);
        Assert.Equal(PaymentsErrorKind.RateLimited, limited.Error?.Kind);
        Assert.Equal(3, fake.Requests.Count);
    }
}
