using System;
using Xunit;

namespace Figma.Payments.Tests;

public sealed class TokenTests
{
    [Theory]
    [InlineData(" ")]
    [InlineData("Bearer figd_MARK")]
    [InlineData("figu_MARK")]
    [InlineData("figd_MARK\n")]
    [InlineData("figd_ MARK")]
    [InlineData("figd_MARKü")]
    public void Invalid_access_token_is_rejected_and_not_repeated(string text) =>
        Assert.DoesNotContain("MARK", Assert.Throws<ArgumentException>(() => new PersonalAccessToken(text)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("figd_MARK")]
    [InlineData("figu_MARK")]
    [InlineData("MARK MARK")]
    [InlineData("MARK\n")]
    [InlineData("MARK\0")]
    [InlineData("MARK\u007f")]
    [InlineData("MARK\u00a0")]
    [InlineData("MARK\u200b")]
    [InlineData("\ufeffMARK")]
    [InlineData("MARKü")]
    [InlineData("MARK😀")]
    public void Invalid_payment_token_is_rejected_and_not_repeated(string text) =>
        Assert.DoesNotContain("MARK", Assert.Throws<ArgumentException>(() => new PluginPaymentToken(text)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("figd_MARK")]
    [InlineData("figu_MARK")]
    [InlineData("MARK MARK")]
    [InlineData("MARK\n")]
    [InlineData("MARK\0")]
    [InlineData("\u2028MARK")]
    public void TryParse_of_an_invalid_payment_token_returns_false(string? text)
    {
        Assert.False(PluginPaymentToken.TryParse(text, out PluginPaymentToken token));
        Assert.Equal(default, token);

        if (text is null)
            Assert.Throws<ArgumentNullException>(() => PluginPaymentToken.Parse(text!));
        else
            Assert.DoesNotContain("MARK", Assert.Throws<FormatException>(() => PluginPaymentToken.Parse(text)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_accepts_what_the_constructor_accepts()
    {
        for (int c = char.MinValue; c <= char.MaxValue; c += c < 256 ? 1 : 97)
        {
            string text = "a" + (char)c;
            Assert.Equal(Record.Exception(() => new PluginPaymentToken(text)) is null, PluginPaymentToken.TryParse(text, out _));
        }

        Assert.True(PluginPaymentToken.TryParse(Samples.PaymentToken, out PluginPaymentToken token));
        Assert.Equal(new PluginPaymentToken(Samples.PaymentToken), token);
        Assert.Equal(token, PluginPaymentToken.Parse(Samples.PaymentToken));
        Assert.False(PluginPaymentToken.TryParse(new string('a', 8_193), out _));
    }

#if !LIBRARY_NETSTANDARD2_0
    [Fact]
    public void Payment_token_is_parsable()
    {
        Assert.Equal(new PluginPaymentToken("a"), Parse<PluginPaymentToken>("a"));
        Assert.Equal(new PluginPaymentToken("a"), ParseSpan<PluginPaymentToken>("a"));
        Assert.False(TryParse<PluginPaymentToken>("a b"));

        static T Parse<T>(string text)
            where T : IParsable<T> => T.Parse(text, null);

        static T ParseSpan<T>(ReadOnlySpan<char> text)
            where T : ISpanParsable<T> => T.TryParse(text, null, out T? value) ? value : T.Parse(text, null);

        static bool TryParse<T>(string text)
            where T : IParsable<T> => T.TryParse(text, null, out _);
    }
#endif

    [Fact]
    public void Payment_token_with_a_lone_surrogate_is_rejected() => Assert.Throws<ArgumentException>(() => new PluginPaymentToken("MARK\ud800"));

    [Fact]
    public void ToString_does_not_show_tokens()
    {
        PersonalAccessToken access = new("figd_MARK");
        PluginPaymentToken payment = new("MARK");

        Assert.DoesNotContain("MARK", $"{access} {payment} {(object)access} {access.ToString()} {payment.ToString()}", StringComparison.Ordinal);
        Assert.Equal("PersonalAccessToken (none) PluginPaymentToken (none)", $"{default(PersonalAccessToken)} {default(PluginPaymentToken)}");
    }

    [Fact]
    public void Tokens_are_compared_by_value()
    {
        Assert.True(new PluginPaymentToken("a") == new PluginPaymentToken("a"));
        Assert.True(new PersonalAccessToken("a") != new PersonalAccessToken("b"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Missing_or_empty_setting_is_no_access_token(string? setting)
    {
        Assert.Equal(default, new PersonalAccessToken(setting));
        Assert.False(PersonalAccessToken.TryParse(setting, out PersonalAccessToken token));
        Assert.Equal(default, token);
    }
}
