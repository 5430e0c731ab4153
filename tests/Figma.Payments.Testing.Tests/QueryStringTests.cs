using System.Linq;

using Figma.Payments.Testing.Wire;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class QueryStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a=1&b=2", "a→1 b→2")]
    [InlineData("a=1=2", "a→1=2")]
    [InlineData("a", "a→")]
    [InlineData("=1", "→1")]
    [InlineData("&&a=1&", "a→1")]
    [InlineData("a=%2B+%20", "a→+  ")]
    [InlineData("a=%C3%A4", "a→ä")]
    [InlineData("%61=%41", "a→A")]
    [InlineData("a=%f0%9f%92%b8", "a→💸")]
    public void Query_string_is_decoded_like_form_data(string query, string expected)
    {
        QueryString read = QueryString.Parse(query);

        Assert.True(read.IsReadable);
        Assert.Equal(expected, string.Join(' ', read.Pairs.Select(static pair => pair.Key + "→" + pair.Value)));
    }

    [Theory]
    [InlineData("a=%")]
    [InlineData("a=%4")]
    [InlineData("a=%ZZ")]
    [InlineData("a=%+1")]
    [InlineData("a=%FF")]
    [InlineData("a=%C3")]
    [InlineData("a=%ED%A0%80")]
    [InlineData("%ZZ=a")]
    [InlineData("a=ä")]
    public void Query_string_that_is_not_escaped_UTF8_is_not_readable(string query) => Assert.False(QueryString.Parse(query).IsReadable);
}
