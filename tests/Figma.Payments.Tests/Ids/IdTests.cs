using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Tests;

[SuppressMessage("Figma.Payments.Call", "FPG2005", Justification = "What is no id is what is tested.")]
public sealed class IdTests
{
    public static TheoryData<string> CannotBeIds => new(
        "", " ", "12 34", "12\n", "\t12", "12\u00a0", "a/b", "a?b", "a&b", "a=b", "a#b", "a%b", "12\0", new string('1', 65));

    [Theory]
    [MemberData(nameof(CannotBeIds))]
    public void What_cannot_be_an_id_is_refused_by_all_four_kinds(string text)
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

    // Not a row of the table: the test runner's own text is UTF-8, and half a pair has none.
    [Fact]
    public void Half_of_a_surrogate_pair_is_no_id()
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
    [InlineData("ü😀")]
    [InlineData("1:2")]
    public void What_can_be_an_id_is_kept_to_the_letter(string text)
    {
        Assert.Equal(text, new UserId(text).Value);
        Assert.Equal(text, PluginId.Parse(text).Value);
        Assert.Equal(text, WidgetId.TryParse(text, out WidgetId id) ? id.ToString() : null);
        Assert.Equal(text, new CommunityFileId(text).Value);
    }

    [Fact]
    public void Sixty_four_characters_are_an_id_and_one_more_is_none()
    {
        Assert.Equal(64, new UserId(new string('1', 64)).Value.Length);
        Assert.Throws<ArgumentException>(() => new UserId(new string('1', 65)));
    }

    [Fact]
    public void Null_is_refused_as_null()
    {
        Assert.Throws<ArgumentNullException>(() => new UserId(null!));
        Assert.Throws<ArgumentNullException>(() => PluginId.Parse(null!));
        Assert.False(PluginId.TryParse(null, out PluginId id));
        Assert.Equal(default, id);
    }

    [Fact]
    public void A_number_is_written_with_all_its_digits_and_must_be_positive()
    {
        Assert.Equal("1678669904810665842", new PluginId(1678669904810665842).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PluginId(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UserId(-1));
    }

    [Fact]
    public void A_default_id_throws_when_it_is_used_and_not_when_it_is_shown()
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
    public void Ids_compare_ordinally()
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
    public void A_plugin_is_found_in_its_Community_address_and_in_no_other_kinds(string address)
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
    public void What_only_looks_like_a_Community_address_is_refused(string address) => Assert.False(PluginId.TryParse(address, out _));

    [Fact]
    public void Widgets_and_files_are_found_in_their_addresses()
    {
        Assert.Equal("42", WidgetId.Parse("https://www.figma.com/community/widget/42/x").Value);
        Assert.Equal("43", CommunityFileId.Parse("https://www.figma.com/community/file/43/x").Value);
    }

    [Fact]
    public void No_refusal_repeats_what_was_handed_in()
    {
        const string Mark = "MARK mark%";

        Assert.DoesNotContain("MARK", Assert.Throws<ArgumentException>(() => new UserId(Mark)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", Assert.Throws<FormatException>(() => PluginId.Parse(Mark)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", Assert.Throws<FormatException>(() => PluginId.Parse("https://www.figma.com/community/MARK/1")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_is_taken_apart_by_its_kind()
    {
        static string Name(ResourceId id) => id.Match(plugin => "p" + plugin, widget => "w" + widget, file => "f" + file);

        Assert.Equal("p1", Name(new PluginId("1")));
        Assert.Equal("w2", Name(new WidgetId("2")));
        Assert.Equal("f3", Name(new CommunityFileId("3")));
        Assert.Throws<InvalidOperationException>(() => Name(default));
    }
}
