using System;
using System.Text.Json;
using Xunit;

namespace Figma.Payments.Tests;

public sealed class TokenTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Bearer figd_MARK")]
    [InlineData("figu_MARK")]
    [InlineData("figd_MARK\n")]
    [InlineData("figd_ MARK")]
    [InlineData("figd_MARKü")]
    public void What_cannot_be_a_personal_access_token_is_refused_without_repeating_it(string text) =>
        Assert.DoesNotContain("MARK", Assert.Throws<ArgumentException>(() => new PersonalAccessToken(text)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("figd_MARK")]
    [InlineData("figu_MARK")]
    [InlineData("MARK MARK")]
    [InlineData("MARK\n")]
    public void What_cannot_be_a_payment_token_is_refused_without_repeating_it(string text) =>
        Assert.DoesNotContain("MARK", Assert.Throws<ArgumentException>(() => new PluginPaymentToken(text)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_payment_token() => Assert.Throws<ArgumentException>(() => new PluginPaymentToken("MARK\ud800"));

    [Fact]
    public void Tokens_show_that_they_are_there_and_never_which()
    {
        PersonalAccessToken access = new("figd_MARK");
        PluginPaymentToken payment = new("MARK");

        Assert.DoesNotContain("MARK", $"{access} {payment} {(object)access} {access.ToString()} {payment.ToString()}", StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", JsonSerializer.Serialize(access) + JsonSerializer.Serialize(payment), StringComparison.Ordinal);
        Assert.Equal("PersonalAccessToken (none) PluginPaymentToken (none)", $"{default(PersonalAccessToken)} {default(PluginPaymentToken)}");
    }

    [Fact]
    public void Tokens_compare_by_what_they_hold()
    {
        Assert.True(new PluginPaymentToken("a") == new PluginPaymentToken("a"));
        Assert.True(new PersonalAccessToken("a") != new PersonalAccessToken("b"));
        Assert.Throws<ArgumentNullException>(() => new PersonalAccessToken(null!));
    }
}
