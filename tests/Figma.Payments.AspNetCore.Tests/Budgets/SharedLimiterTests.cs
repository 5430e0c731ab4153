using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Budgets.BudgetApp;

namespace Figma.Payments.AspNetCore.Tests.Budgets;

/// <summary>A limiter that all machines share, for example over Redis.</summary>
public sealed class SharedLimiterTests
{
    [Theory]
    [InlineData(false, 503)]
    [InlineData(true, 402)]
    public async Task Shared_limiter_is_used_and_if_it_fails_the_own_share_applies(bool fails, int expected)
    {
        await using GateApp app = await StartAsync(new FakeTimeProvider(), gate => gate.TokenRateLimiter = _ => new TestLimiter(fails));

        Assert.Equal(expected, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.0.1"));
    }

    [Fact]
    public async Task Limiter_that_never_answers_is_given_up_after_a_second()
    {
        ClockWithTimers clock = new();
        await using GateApp app = await StartAsync(clock, static gate => gate.TokenRateLimiter = static _ => new SilentLimiter());
        Task<int> status = StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1");

        await clock.WaitForTimerAsync(TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(app.Figma.Requests);
        Assert.False(status.IsCompleted);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, await status.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Contains(app.Logs.OfGate, static record => record.Event.Id == 17);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public async Task Limiter_without_the_number_of_machines_is_logged_at_start(int instances, int expected)
    {
        await using GateApp app = await StartAsync(new FakeTimeProvider(), gate =>
        {
            gate.Instances = instances;
            gate.TokenRateLimiter = static _ => new TestLimiter(fails: false);
        });

        Assert.Equal(expected, app.Logs.OfGate.Count(static record => record.Event.Id == 26));
    }

    /// <summary>Each machine sends two requests in a minute at least, so that known callers and strangers have one each.</summary>
    [Theory]
    [InlineData(5, false, 0)]
    [InlineData(6, false, 1)]
    [InlineData(6, true, 0)]
    [InlineData(120, true, 0)]
    [InlineData(121, true, 1)]
    [InlineData(121, false, 2)]
    public async Task More_machines_than_requests_are_logged_at_start(int instances, bool hasIdLimiter, int expected)
    {
        await using GateApp app = await StartAsync(new FakeTimeProvider(), gate =>
        {
            gate.Instances = instances;
            gate.IdRateLimiter = hasIdLimiter ? static _ => new TestLimiter(fails: false) : null;
        });

        Assert.Equal(expected, app.Logs.OfGate.Count(static record => record.Event.Id == 29));
    }

    [Fact]
    public async Task Machines_without_ID_requests_need_no_share_of_them()
    {
        await using GateApp app = await StartAsync(new FakeTimeProvider(), static gate =>
        {
            gate.Instances = 20;
            gate.CheckByUser = null;
        });

        Assert.DoesNotContain(app.Logs.OfGate, static record => record.Event.Id == 29);
    }

    [Theory]
    [InlineData(300, 150, "")]
    [InlineData(301, 150, "TokenRequestsPerMinute is 301, but Figma accepts at most 300 token requests")]
    [InlineData(300, 1_000, "IdRequestsPerMinute is 1000, but Figma accepts at most 150 id requests")]
    public async Task Budget_above_the_limits_of_Figma_is_logged_at_start(int tokenRequests, int idRequests, string expected)
    {
        await using GateApp app = await StartAsync(new FakeTimeProvider(), gate =>
        {
            gate.TokenRequestsPerMinute = tokenRequests;
            gate.IdRequestsPerMinute = idRequests;
        });

        LogRecord[] warnings = [.. app.Logs.OfGate.Where(static record => record.Event.Id == 30)];

        if (expected.Length == 0)
            Assert.Empty(warnings);
        else
            Assert.Contains(expected, Assert.Single(warnings).Message, StringComparison.Ordinal);
    }

    private sealed class TestLimiter(bool fails) : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
            fails ? throw new InvalidOperationException("Redis is down.") : ValueTask.FromResult<RateLimitLease>(new Denied());

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        private sealed class Denied : RateLimitLease
        {
            public override bool IsAcquired => false;

            public override IEnumerable<string> MetadataNames => [];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = null;
                return false;
            }
        }
    }

    private sealed class SilentLimiter : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        // It ignores the token, too.
        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
            new(new TaskCompletionSource<RateLimitLease>().Task);

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();
    }
}
