using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Tests;

[SuppressMessage("Figma.Payments.Calls", "FPG2005", Justification = "The tests need invalid IDs.")]
public sealed class IdTests
{
    public static TheoryData<string> InvalidIds => new(
        "", " ", "12 34", "12\n", "\t12", "12\u00a0", "a/b", "a?b", "a&b", "a=b", "a#b", "a%b", "12\0", new string('1', 65));

    // Zero-width, bidirectional, variation, tag and filler characters, a soft hyphen, a byte order mark, look-alikes and letters.
    public static TheoryData<string> IdsWithOtherCharacters => new(
        "12\u200b", "\u200c12", "1\u200d2", "1\u20602", "\ufeff12", "12\u202e", "\u206612\u2069", "12\ufe0f", "12\U000e0031", "12\u3164", "12\u00ad",
        "\u0661\u0662", "\uff11\uff12", "1\u22122", "1\u20442", "ü", "😀", "\u007f", "\u0085", "\u2028", "\ufffd", "\ue000", "\uffff");

    [Theory]
    [MemberData(nameof(InvalidIds))]
    [MemberData(nameof(IdsWithOtherCharacters))]
    public void Invalid_text_is_rejected_by_every_ID_type(string text)
    {
        Assert.Throws<ArgumentException>(() => new UserId(text));
        Assert.Throws<ArgumentException>(() => new PluginId(text));
        Assert.Throws<ArgumentException>(() => new WidgetId(text));
        Assert.Throws<ArgumentException>(() => new CommunityFileId(text));
        Assert.False(UserId.TryParse(text, out _));
        Assert.False(PluginId.TryParse(text, out _));
        Assert.False(WidgetId.TryParse(text, out _));
        Assert.False(CommunityFileId.TryParse(text, out _));
    }

    [Theory]
    [InlineData("12\u200b", "U+200B")]
    [InlineData("12\U000e0031", "U+E0031")]
    public void Message_names_the_invisible_character_and_its_position(string text, string character)
    {
        string message = Assert.Throws<FormatException>(() => PluginId.Parse(text)).Message;

        Assert.Contains(character, message, StringComparison.Ordinal);
        Assert.Contains("at position 2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_printable_ASCII_characters_without_separators_are_accepted()
    {
        for (int c = char.MinValue; c <= char.MaxValue; c++)
            Assert.Equal(c is > ' ' and <= '~' && !"/?&=#%".Contains((char)c, StringComparison.Ordinal), UserId.TryParse("1" + (char)c, out _));
    }

#if !LIBRARY_NETSTANDARD2_0
    [Fact]
    public void IDs_are_parsable_from_text_and_spans()
    {
        Check<UserId>("1");
        Check<PluginId>("2");
        Check<WidgetId>("3");
        Check<CommunityFileId>("4");
        Check<ResourceId>("widget 5");

        static void Check<T>(string text)
            where T : ISpanParsable<T>
        {
            Assert.Equal(text, T.Parse(text, null).ToString());
            Assert.Equal(text, T.Parse(text.AsSpan(), null).ToString());
            Assert.Equal(text, T.TryParse(text.AsSpan(), null, out T? id) ? id.ToString() : null);
            Assert.False(T.TryParse(text + "\u200b", null, out _));
            Assert.Throws<FormatException>(() => T.Parse((text + " ").AsSpan(), null));
        }
    }
#endif

    // Not a theory, because the test runner encodes its data as UTF-8, which has no lone surrogates.
    [Fact]
    public void Lone_surrogate_is_rejected()
    {
        Assert.Throws<ArgumentException>(() => new UserId("\ud800"));
        Assert.Throws<ArgumentException>(() => new UserId("1\udc002"));
        Assert.Throws<ArgumentException>(() => new UserId("1\ud8002"));
    }

    [Theory]
    [InlineData("1678669904810665842")]
    [InlineData("9223372036854775807")]
    [InlineData("18446744073709551615")]
    [InlineData("007")]
    [InlineData("abc-DEF_~.!*'()")]
    [InlineData("1:2")]
    public void Valid_text_is_kept_unchanged(string text)
    {
        Assert.Equal(text, new UserId(text).Value);
        Assert.Equal(text, PluginId.Parse(text).Value);
        Assert.Equal(text, WidgetId.TryParse(text, out WidgetId id) ? id.ToString() : null);
        Assert.Equal(text, new CommunityFileId(text).Value);
    }

    [Fact]
    public void ID_has_64_characters_at_most()
    {
        Assert.Equal(64, new UserId(new string('1', 64)).Value.Length);
        Assert.Throws<ArgumentException>(() => new UserId(new string('1', 65)));
    }

    [Fact]
    public void Null_throws_ArgumentNullException()
    {
        Assert.Throws<ArgumentNullException>(() => new UserId(null!));
        Assert.Throws<ArgumentNullException>(() => PluginId.Parse(null!));
        Assert.False(PluginId.TryParse(null, out PluginId id));
        Assert.Equal(default, id);
    }

    [Fact]
    public void Number_keeps_every_digit_and_must_be_positive()
    {
        Assert.Equal("1678669904810665842", new PluginId(1678669904810665842).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PluginId(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UserId(-1));
    }

    [Fact]
    public void Default_ID_throws_when_it_is_used_but_not_in_ToString()
    {
        Assert.Throws<InvalidOperationException>(() => default(UserId).Value);
        Assert.Throws<InvalidOperationException>(() => default(PluginId).Value);
        Assert.Throws<InvalidOperationException>(() => default(WidgetId).Value);
        Assert.Throws<InvalidOperationException>(() => default(CommunityFileId).Value);
        Assert.Throws<InvalidOperationException>(() => default(ResourceId).Value);
        Assert.Throws<InvalidOperationException>(() => default(ResourceId).Type);
        Assert.Throws<InvalidOperationException>(() => (ResourceId)default(PluginId));
        Assert.Equal("", default(UserId).ToString() + default(PluginId) + default(WidgetId) + default(CommunityFileId) + default(ResourceId));
    }

    [Fact]
    public void IDs_are_compared_ordinally()
    {
        Assert.Equal(new PluginId("a"), new PluginId("a"));
        Assert.NotEqual(new PluginId("a"), new PluginId("A"));
        Assert.True(new UserId("1") == new UserId(1) && new UserId("1") != new UserId("01"));
        Assert.Single(new HashSet<WidgetId> { new("1"), new("1") });
        Assert.NotEqual((ResourceId)new PluginId("1"), new WidgetId("1"));
    }

    [Theory]
    [InlineData("https://www.figma.com/community/plugin/737805260747778092/name-of-the-plugin")]
    [InlineData("https://www.figma.com/community/plugin/737805260747778092")]
    [InlineData("https://figma.com/community/plugin/737805260747778092/x?tab=about#top")]
    public void Community_address_of_a_plugin_is_accepted_by_PluginId_only(string address)
    {
        Assert.Equal("737805260747778092", PluginId.Parse(address).Value);
        Assert.False(WidgetId.TryParse(address, out _));
        Assert.False(CommunityFileId.TryParse(address, out _));
        Assert.False(UserId.TryParse(address, out _));
        Assert.Contains("another kind", Assert.Throws<FormatException>(() => WidgetId.Parse(address)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/community/plugin/737805260747778092")]
    [InlineData("http://www.figma.com/community/plugin/737805260747778092")]
    [InlineData("https://www.figma.com/plugin/737805260747778092")]
    [InlineData("https://www.figma.com/community/plugin/")]
    [InlineData("https://www.figma.com/community/plugin")]
    public void Invalid_Community_address_is_rejected(string address) => Assert.False(PluginId.TryParse(address, out _));

    [Fact]
    public void Community_addresses_of_widgets_and_files_are_read()
    {
        Assert.Equal("42", WidgetId.Parse("https://www.figma.com/community/widget/42/x").Value);
        Assert.Equal("43", CommunityFileId.Parse("https://www.figma.com/community/file/43/x").Value);
    }

    [Fact]
    public void Exception_messages_do_not_contain_the_value()
    {
        const string Mark = "MARK mark%";

        Assert.DoesNotContain("MARK", Assert.Throws<ArgumentException>(() => new UserId(Mark)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", Assert.Throws<FormatException>(() => PluginId.Parse(Mark)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", Assert.Throws<FormatException>(() => PluginId.Parse("https://www.figma.com/community/MARK/1")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Match_calls_the_function_for_the_type()
    {
        static string Name(ResourceId id) => id.Match(plugin => "p" + plugin, widget => "w" + widget, file => "f" + file);

        Assert.Equal("p1", Name(new PluginId("1")));
        Assert.Equal("w2", Name(new WidgetId("2")));
        Assert.Equal("f3", Name(new CommunityFileId("3")));
        Assert.Throws<InvalidOperationException>(() => Name(default));
    }
}
