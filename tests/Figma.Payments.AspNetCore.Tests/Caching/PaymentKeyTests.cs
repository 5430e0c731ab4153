using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Figma.Payments.AspNetCore.Caching;
using Figma.Payments.AspNetCore.Decisions;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>The keys of the cache. Machines with different versions of the package can share one.</summary>
public sealed class PaymentKeyTests
{
    private static readonly PaymentKeys Keys = new("scope", "glyphs", new PluginId(1));

    [Theory]
    [InlineData(1)]
    [InlineData(131)]
    [InlineData(8_192)]
    public void Key_contains_the_SHA_256_of_the_token_with_a_prefix(int length)
    {
        string token = new('x', length);
        Assert.Equal(Expected(token), KeyOf(token));
    }

    /// <summary>Each thread has a hash that it uses again.</summary>
    [Fact]
    public void Keys_of_concurrent_callers_do_not_affect_each_other()
    {
        string[] tokens = [.. Enumerable.Range(0, 20_000).Select(static number => new string((char)('a' + (number % 26)), 1 + (number % 300)) + number)];
        string[] keys = [.. tokens.AsParallel().AsOrdered().WithDegreeOfParallelism(8).WithExecutionMode(ParallelExecutionMode.ForceParallelism).Select(KeyOf)];
        Assert.Equal(tokens.Select(Expected), keys);
    }

    private static string KeyOf(string token) => Keys.Create(PaymentSubject.OfToken(new PluginPaymentToken(token))).Text;

    private static string Expected(string token)
    {
        byte[] prefix = SHA256.HashData("1|5|scope|6|glyphs|Plugin|1|1|token"u8);
        return "figma.payments:" + Convert.ToBase64String(SHA256.HashData([.. prefix, .. Encoding.UTF8.GetBytes(token)]));
    }
}
