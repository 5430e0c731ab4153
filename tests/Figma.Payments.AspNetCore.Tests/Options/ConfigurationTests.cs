using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Options;

public sealed class ConfigurationTests
{
    /// <summary>A value for each option that isn't a function. If an option is added, this test fails until it can be configured.</summary>
    private static readonly Dictionary<string, string?> Values = new()
    {
        ["Gate:PluginId"] = "123",
        ["Gate:AllowTrial"] = "true",
        ["Gate:AllowedUsers:0"] = "1",
        ["Gate:AllowedUsers:1"] = "2",
        ["Gate:PaidFor"] = "00:01:00",
        ["Gate:TrialFor"] = "00:02:00",
        ["Gate:UnpaidFor"] = "00:00:03",
        ["Gate:GraceFor"] = "00:04:00",
        ["Gate:CacheScope"] = "scope",
        ["Gate:CacheSecret"] = "a secret of at least 32 characters",
        ["Gate:UserScheme"] = "Cookies",
        ["Gate:UserIdClaim"] = "figma",
        ["Gate:BindToCaller"] = "true",
        ["Gate:CallerRefusalsPerMinute"] = "5",
        ["Gate:TokenRequestsPerMinute"] = "6",
        ["Gate:IdRequestsPerMinute"] = "7",
        ["Gate:Instances"] = "8",
        ["Gate:BudgetName"] = "budget",
        ["Gate:ProbeUser"] = "9",
    };

    [Fact]
    public void Each_option_that_is_not_a_function_can_be_configured()
    {
        FigmaPaymentsGateOptions options = Read(Values);
        FigmaPaymentsGateOptions defaults = new();

        Assert.Equal((ResourceId)new PluginId(123), options.Resource);
        Assert.Equal(["1", "2"], options.AllowedUsers.Select(static user => user.Value).Order());
        Assert.Equal(TimeSpan.FromSeconds(3), options.UnpaidFor);
        Assert.Equal(new UserId(9), options.ProbeUser);

        foreach (System.Reflection.PropertyInfo property in typeof(FigmaPaymentsGateOptions).GetProperties().Where(static property => !typeof(Delegate).IsAssignableFrom(property.PropertyType) && property.CanWrite))
            Assert.NotEqual(property.GetValue(defaults), property.GetValue(options));
    }

    [Theory]
    [InlineData("Gate:PaidFor", "five minutes", "a duration such as '00:05:00'")]
    [InlineData("Gate:UnpaidFor", "1", "a duration")]
    [InlineData("Gate:AllowTrial", "perhaps", "'true' or 'false'")]
    [InlineData("Gate:Instances", "-1", "a number")]
    [InlineData("Gate:AllowedUsers:0", "", "an ID")]
    [InlineData("Gate:PluginId", "two words", "an ID")]
    public void Invalid_value_is_reported_with_its_key_and_what_is_valid_and_without_the_value(string key, string value, string valid)
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Read(new Dictionary<string, string?>(Values) { [key] = value }));

        Assert.Contains($"'{key}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(valid, error.Message, StringComparison.Ordinal);

        if (value.Length > 1)
            Assert.DoesNotContain(value, error.Message.Replace(key, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gate:AllowTrial:Enabled", "Gate:AllowTrial", "'true' or 'false'")]
    [InlineData("Gate:BindToCaller:0", "Gate:BindToCaller", "'true' or 'false'")]
    [InlineData("Gate:PaidFor:Minutes", "Gate:PaidFor", "a duration")]
    [InlineData("Gate:UserScheme:Name", "Gate:UserScheme", "a text")]
    [InlineData("Gate:ProbeUser:Id", "Gate:ProbeUser", "an ID")]
    [InlineData("Gate:AllowedUsers:0:Id", "Gate:AllowedUsers:0", "an ID")]
    public void Section_or_list_in_place_of_a_value_is_reported_with_its_key(string key, string expected, string valid)
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Read(new() { [key] = "true" }));

        Assert.Contains($"'{expected}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(valid, error.Message, StringComparison.Ordinal);
    }

    /// <summary>An environment variable contains no list.</summary>
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1, 2,3", "1|2|3")]
    [InlineData("", "")]
    public void Allowed_users_can_be_one_text(string value, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(new() { ["Gate:AllowedUsers"] = value }).AllowedUsers.Select(static user => user.Value).Order()));

    [Fact]
    public void Allowed_user_in_a_text_that_is_not_valid_is_reported() =>
        Assert.Contains("'Gate:AllowedUsers'", Assert.Throws<InvalidOperationException>(() => Read(new() { ["Gate:AllowedUsers"] = "1,two words" })).Message, StringComparison.Ordinal);

    /// <summary>The ID types accept text that isn't a number. Figma has no such users, so that the option would have no effect.</summary>
    [Theory]
    [InlineData("Gate:AllowedUsers", "123,abc", "'Gate:AllowedUsers' in the configuration isn't valid (ID 2 of 2): it isn't a number")]
    [InlineData("Gate:AllowedUsers", "ada@example.com", "(ID 1 of 1): it isn't a number")]
    [InlineData("Gate:AllowedUsers", "123;456", "it isn't a number")]
    [InlineData("Gate:AllowedUsers", "1, 2 3", "(ID 2 of 2): it has white space at position 1")]
    [InlineData("Gate:AllowedUsers:0", "abc", "'Gate:AllowedUsers:0' in the configuration isn't valid: it isn't a number")]
    [InlineData("Gate:AllowedUsers:1", "000", "'Gate:AllowedUsers:1' in the configuration isn't valid: it is not a positive number")]
    [InlineData("Gate:AllowedUsers:0", "https://www.figma.com/@ada", "it is an address, and no address contains a user ID")]
    [InlineData("Gate:ProbeUser", "abc", "'Gate:ProbeUser' in the configuration isn't valid: it isn't a number")]
    [InlineData("Gate:ProbeUser", "", "'Gate:ProbeUser' in the configuration isn't valid: it is empty")]
    [InlineData("Gate:PluginId", "abc", "'Gate:PluginId' in the configuration isn't valid: it isn't a number")]
    public async Task ID_that_is_not_a_number_fails_at_start(string key, string value, string expected)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(
            static _ => { },
            options => options.Services = services => services.AddFigmaPaymentsGate(GateApp.Gate, configuration.GetSection("Gate"))));

        Assert.StartsWith($"The gate '{GateApp.Gate}' is not configured correctly: the value of '{key}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(FigmaPaymentsGateOptions.AllowedUsers), "AllowedUsers: ID 2 of 2 isn't a valid UserId, because it isn't a number")]
    [InlineData(nameof(FigmaPaymentsGateOptions.ProbeUser), "ProbeUser: it isn't a valid UserId, because it isn't a number")]
    public async Task User_ID_in_code_that_is_not_a_number_fails_at_start(string option, string expected)
    {
        // FPG2005 reports constants.
        UserId user = new(string.Concat("a", "bc".Trim()));

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => GateApp.StartAsync(static _ => { }, options => options.Gate = gate =>
        {
            if (option == nameof(gate.ProbeUser))
                gate.ProbeUser = user;
            else
                gate.AllowedUsers.UnionWith([new UserId(1), user]);
        }));

        Assert.Contains($"The gate '{GateApp.Gate}' is not configured correctly: {expected}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gate:PaidFro")]
    [InlineData("Gate:allowTrials")]
    [InlineData("Gate:AllowedUser:0")]
    [InlineData("Gate:ReadToken")]
    public async Task Unknown_key_fails_at_start(string key)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, "true"), new("Other", "true")]).Build();

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(
            static _ => { },
            options => options.Services = services => services.AddFigmaPaymentsGate(GateApp.Gate, configuration.GetSection("Gate"))));

        Assert.Contains($"'{key.Replace(":0", "", StringComparison.Ordinal)}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("The options are PluginId, WidgetId, AllowTrial, AllowedUsers, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_not_case_sensitive_and_the_root_can_contain_others()
    {
        ServiceCollection services = new();
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("paidfor", "00:01:00"), new("PLUGINID", "1"), new("PATH", "/")]).Build();
        services.AddFigmaPaymentsGate("gate", configuration, static options => options.CheckByToken = static (_, _, _) => null!);
        FigmaPaymentsGateOptions options = services.BuildServiceProvider().GetRequiredService<IOptionsMonitor<FigmaPaymentsGateOptions>>().Get("gate");

        Assert.Equal(TimeSpan.FromMinutes(1), options.PaidFor);
        Assert.Equal(new PluginId(1), options.Resource);
    }

    [Theory]
    [InlineData("PaidFor", "00:00:00")]
    [InlineData("UnpaidFor", "2.00:00:00")]
    [InlineData("GraceFor", "-00:00:01")]
    [InlineData("CacheSecret", "too short")]
    [InlineData("CacheScope", "")]
    [InlineData("TokenRequestsPerMinute", "1")]
    [InlineData("IdRequestsPerMinute", "0")]
    [InlineData("CallerRefusalsPerMinute", "0")]
    [InlineData("Instances", "0")]
    public async Task Value_out_of_range_fails_at_start_and_names_the_option(string name, string value)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Gate:" + name, value)]).Build();

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => GateApp.StartAsync(
            static _ => { },
            options => options.Services = services => services.AddFigmaPaymentsGate(GateApp.Gate, configuration.GetSection("Gate"))));

        Assert.Contains($"The gate 'glyphs' is not configured correctly: {name}:", error.Message, StringComparison.Ordinal);
    }

    private static FigmaPaymentsGateOptions Read(Dictionary<string, string?> values)
    {
        ServiceCollection services = new();
        services.AddFigmaPaymentsGate("gate", new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Gate"), static options =>
        {
            options.Resource ??= new PluginId(1);
            options.CheckByToken = static (_, _, _) => null!;
            options.CheckByUser = static (_, _, _) => null!;
        });

        return services.BuildServiceProvider().GetRequiredService<IOptionsMonitor<FigmaPaymentsGateOptions>>().Get("gate");
    }
}
