using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Figma.Payments.CompilerServices;
using Microsoft.Extensions.Configuration;

namespace Figma.Payments.AspNetCore.Options;

/// <summary>Reads the options from a configuration section, without reflection. Functions can't be configured.</summary>
internal sealed class GateConfiguration
{
    private const string PluginIdKey = "PluginId";
    private const string WidgetIdKey = "WidgetId";
    private const string IdDescription = "an ID such as '1678669904810665842'";

    private readonly string _gate;
    private readonly IConfiguration _section;
    private readonly List<string> _keys = [];

    private GateConfiguration(string gate, IConfiguration section)
    {
        _gate = gate;
        _section = section;
    }

    public static void Bind(string gate, IConfiguration section, FigmaPaymentsGateOptions options) => new GateConfiguration(gate, section).Bind(options);

    private void Bind(FigmaPaymentsGateOptions options)
    {
        if (_section.GetSection(PluginIdKey).Exists() && _section.GetSection(WidgetIdKey).Exists())
            throw new InvalidOperationException($"The gate '{_gate}' is not configured correctly: the configuration section '{PathOf(_section)}' contains a PluginId and a WidgetId. Remove one of them.");

        ReadId(PluginIdKey, "plugin", value => options.Resource = new PluginId(value));
        ReadId(WidgetIdKey, "widget", value => options.Resource = new WidgetId(value));
        Read(nameof(options.AllowTrial), bool.Parse, value => options.AllowTrial = value);
        ReadUsers(nameof(options.AllowedUsers), options.AllowedUsers);
        Read(nameof(options.BindToCaller), bool.Parse, value => options.BindToCaller = value);
        Read(nameof(options.UserScheme), static text => text, value => options.UserScheme = value);
        Read(nameof(options.UserIdClaim), static text => text, value => options.UserIdClaim = value);
        Read(nameof(options.PaidFor), ParseTime, value => options.PaidFor = value);
        Read(nameof(options.TrialFor), ParseTime, value => options.TrialFor = value);
        Read(nameof(options.UnpaidFor), ParseTime, value => options.UnpaidFor = value);
        Read(nameof(options.GraceFor), ParseTime, value => options.GraceFor = value);
        Read(nameof(options.CacheScope), static text => text, value => options.CacheScope = value);
        Read(nameof(options.CacheSecret), static text => text, value => options.CacheSecret = value);
        Read(nameof(options.CallerRefusalsPerMinute), ParseNumber, value => options.CallerRefusalsPerMinute = value);
        Read(nameof(options.TokenRequestsPerMinute), ParseNumber, value => options.TokenRequestsPerMinute = value);
        Read(nameof(options.IdRequestsPerMinute), ParseNumber, value => options.IdRequestsPerMinute = value);
        Read(nameof(options.Instances), ParseNumber, value => options.Instances = value);
        Read(nameof(options.BudgetName), static text => text, value => options.BudgetName = value);
        ReadId(nameof(options.ProbeUser), segment: null, value => options.ProbeUser = new UserId(value));
        ThrowIfUnknown();
    }

    private void ThrowIfUnknown()
    {
        // The root contains the environment variables, too.
        if (_section is not IConfigurationSection)
            return;

        foreach (IConfigurationSection child in _section.GetChildren())
        {
            if (!_keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new InvalidOperationException($"The gate '{_gate}' is not configured correctly: the key '{child.Path}' in the configuration isn't an option of the gate. Correct it, or move it to another section. The options are {string.Join(", ", _keys)}.");
        }
    }

    private void Read<T>(string name, Func<string, T> parse, Action<T> set)
    {
        IConfigurationSection child = Find(name);

        if (child.GetChildren().Any())
            throw NotValid(child, Describe(typeof(T)));

        if (child.Value is { } value)
            set(Parse(child, value, parse));
    }

    private void ReadId(string name, string? segment, Action<string> set)
    {
        IConfigurationSection child = Find(name);

        if (child.GetChildren().Any())
            throw NotValid(child, IdDescription);

        if (child.Value is { } value)
            set(ParseId(child, value, segment));
    }

    private IConfigurationSection Find(string name)
    {
        _keys.Add(name);
        return _section.GetSection(name);
    }

    // An environment variable contains no list, but a text.
    private void ReadUsers(string name, ICollection<UserId> users)
    {
        IConfigurationSection child = Find(name);

        string[] texts = (child.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        for (int i = 0; i < texts.Length; i++)
            users.Add(new UserId(ParseId(child, texts[i], segment: null, string.Create(CultureInfo.InvariantCulture, $" (ID {i + 1} of {texts.Length})"))));

        foreach (IConfigurationSection user in child.GetChildren())
            users.Add(new UserId(ParseId(user, user.Value ?? "", segment: null)));
    }

    // Figma's IDs are numbers, although the ID types accept other text.
    private string ParseId(IConfigurationSection section, string value, string? segment, string place = "") =>
        (IdText.FindParseError(value, segment, out string id) ?? IdText.FindNumberError(id)) is { } error
            ? throw NotValid(section, IdDescription, $"{place}: {error}")
            : id;

    private T Parse<T>(IConfigurationSection section, string value, Func<string, T> parse)
    {
        try
        {
            return parse(value);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw NotValid(section, Describe(typeof(T)));
        }
    }

    // The message doesn't contain the value, because it can be a secret.
    private InvalidOperationException NotValid(IConfigurationSection section, string expected, string reason = "") =>
        new($"The gate '{_gate}' is not configured correctly: the value of '{section.Path}' in the configuration isn't valid{reason}. It must be {expected}.");

    private static string Describe(Type type) =>
        type == typeof(TimeSpan) ? "a duration such as '00:05:00'"
        : type == typeof(bool) ? "'true' or 'false'"
        : type == typeof(int) ? "a number"
        : "a text";

    private static TimeSpan ParseTime(string text) => PaymentsConfiguration.TryParseTime(text, out TimeSpan time) ? time : throw new FormatException();

    private static int ParseNumber(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string PathOf(IConfiguration section) => section is IConfigurationSection { Path: { } path } ? path : "";
}
