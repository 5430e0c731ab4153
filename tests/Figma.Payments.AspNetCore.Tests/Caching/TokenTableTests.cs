using System;
using System.Linq;
using Figma.Payments.AspNetCore.Caching;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Caching;

public sealed class TokenTableTests
{
    /// <summary>Anyone can compute the hash of a token, but must not choose the slot that it takes.</summary>
    [Fact]
    public void Token_with_a_chosen_hash_does_not_replace_another_one()
    {
        const uint Size = 4_096;

        Assert.Contains(Enumerable.Range(0, 10), static _ =>
        {
            TokenTable<bool> table = new(TimeProvider.System, Size);
            PaymentKey token = new("token", 1);
            table.Add(token, true, TimeSpan.FromMinutes(1));

            for (uint i = 1; i <= 10; i++)
                table.Add(new PaymentKey("garbage", 1 + (i * Size)), true, TimeSpan.FromMinutes(1));

            return table.Find(token) is not null;
        });
    }
}
