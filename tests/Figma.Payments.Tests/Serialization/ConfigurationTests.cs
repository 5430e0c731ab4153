using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.Tests.Serialization;

public sealed class ConfigurationTests
{
    [Fact]
    public void Every_setting_of_the_options_arrives()
    {
        IConfiguration section = Section(
            ("AccessToken", Samples.AccessToken), ("BaseAddress", "https://api.figma-gov.com"), ("Timeout", "00:00:07"), ("MaxResponseBytes", "2048"));

        PaymentsClientOptions bound = new();
        section.Bind(bound);
        using ServiceProvider services = new ServiceCollection().Configure<PaymentsClientOptions>(section).BuildServiceProvider();

        foreach (PaymentsClientOptions options in new[] { bound, section.Get<PaymentsClientOptions>()!, services.GetRequiredService<IOptions<PaymentsClientOptions>>().Value })
        {
            Assert.Equal(new PersonalAccessToken(Samples.AccessToken), options.AccessToken);
            Assert.Equal((new Uri("https://api.figma-gov.com"), TimeSpan.FromSeconds(7), 2_048), (options.BaseAddress, options.Timeout, options.MaxResponseBytes));
            Assert.True(options.TryValidate(out string? fault), fault);
        }
    }

    [Fact]
    public void IDs_arrive()
    {
        IConfiguration section = Section(
            ("User", Samples.User), ("Plugin", "https://www.figma.com/community/plugin/42/name"), ("Widget", "7"), ("Files:0", "8"), ("Files:1", "9"), ("Resource", "widget 10"), ("Elsewhere", "https://www.figma.com/community/file/11"));

        Settings settings = section.Get<Settings>()!;

        Assert.Equal((new UserId(Samples.User), new PluginId("42"), new WidgetId("7")), (settings.User, settings.Plugin, settings.Widget));
        Assert.Equal([new CommunityFileId("8"), new CommunityFileId("9")], settings.Files);
        Assert.Equal((new WidgetId("10"), new CommunityFileId("11")), (settings.Resource, settings.Elsewhere));
        Assert.Equal(new PluginId("42"), section.GetValue<PluginId>("Plugin"));
        Assert.Null(section.GetValue<PluginId?>("Missing"));
    }

    [Theory]
    [InlineData("User", "1 2")]
    [InlineData("User", "1\u200b")]
    [InlineData("Plugin", "https://www.figma.com/community/widget/1")]
    [InlineData("Widget", "a/b")]
    [InlineData("Resource", "1")]
    [InlineData("Resource", "plugin ")]
    [InlineData("Elsewhere", "plugin 1 2")]
    public void Invalid_ID_fails_and_names_the_key(string key, string value) =>
        Assert.Contains("Figma:" + key, Assert.Throws<InvalidOperationException>(() => Section((key, value)).Get<Settings>()).Message, StringComparison.Ordinal);

    // The binder of .NET leaves out elements that it can't convert.
    [Theory]
    [InlineData("Files:1", "1 2")]
    [InlineData("Files:0", "1\u200b")]
    public void Invalid_ID_in_an_array_fails_if_the_binder_is_strict(string key, string value)
    {
        IConfiguration section = Section(("Files:2", "8"), (key, value));

        Assert.Equal([new CommunityFileId("8")], section.Get<Settings>()!.Files);
        Assert.ThrowsAny<Exception>(() => section.GetSection("Files").Get<CommunityFileId[]>(static binder => binder.ErrorOnUnknownConfiguration = true));
    }

    // The binder's exception contains the value, so an invalid token is reported by the validation of the options instead.
    [Theory]
    [InlineData("figd_MARK\n")]
    [InlineData("figu_MARK")]
    [InlineData("Bearer MARK")]
    public void Invalid_token_fails_names_the_key_and_is_not_repeated(string value)
    {
        PaymentsClientOptions options = new();
        Section(("AccessToken", value)).Bind(options);

        Assert.False(options.TryValidate(out string? fault));
        Assert.StartsWith("AccessToken: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ID_converts_to_text_but_a_token_does_not()
    {
        Assert.Equal(Samples.User, TypeDescriptor.GetConverter(typeof(UserId)).ConvertToInvariantString(new UserId(Samples.User)));
        Assert.Equal("plugin 1", TypeDescriptor.GetConverter(typeof(ResourceId)).ConvertToInvariantString((ResourceId)new PluginId("1")));
        Assert.Throws<NotSupportedException>(() => TypeDescriptor.GetConverter(typeof(PersonalAccessToken)).ConvertToInvariantString(new PersonalAccessToken(Samples.AccessToken)));
        Assert.Throws<NotSupportedException>(() => TypeDescriptor.GetConverter(typeof(PluginPaymentToken)).ConvertToInvariantString(new PluginPaymentToken(Samples.PaymentToken)));
        Assert.True(TypeDescriptor.GetConverter(typeof(UserId)).CanConvertFrom(typeof(string)));
    }

    [Theory]
    [InlineData("plugin 1")]
    [InlineData("widget a:b")]
    [InlineData("Community file 3")]
    public void Resource_ID_is_parsed_from_its_text(string text)
    {
        Assert.Equal(text, ResourceId.Parse(text).ToString());
        Assert.True(ResourceId.TryParse(text, out ResourceId id) && id == ResourceId.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("plugin")]
    [InlineData("plugin 1 2")]
    [InlineData("Plugin 1")]
    [InlineData("plugin  1")]
    [InlineData("https://www.figma.com/community/plugin/")]
    [InlineData("https://evil.example/community/plugin/1")]
    public void Invalid_text_is_not_a_resource_ID(string text)
    {
        Assert.False(ResourceId.TryParse(text, out ResourceId id));
        Assert.Equal(default, id);
        Assert.Throws<FormatException>(() => ResourceId.Parse(text));
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> values = [];

        foreach ((string key, string value) in settings)
            values["Figma:" + key] = value;

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Figma");
    }

    internal sealed class Settings
    {
        public UserId User { get; set; }

        public PluginId? Plugin { get; set; }

        public WidgetId Widget { get; set; }

        public IReadOnlyList<CommunityFileId> Files { get; set; } = [];

        public ResourceId Resource { get; set; }

        public ResourceId? Elsewhere { get; set; }
    }
}
