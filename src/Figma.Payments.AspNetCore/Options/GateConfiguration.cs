using System;
using System.Globalization;
using System.Linq;
using Figma.Payments.CompilerServices;
using Microsoft.Extensions.Configuration;

namespace Figma.Payments.AspNetCore.Options;

/// <summary>Reads the options from a configuration section, without reflection. Functions can't be configured.</summary>
internal static class GateConfiguration
{
    private const string PluginIdKey = "PluginId";
    private const string WidgetIdKey = "WidgetId";

    private static readonly string[] Keys =
    [
        PluginIdKey,
        WidgetIdKey,
        nameof(FigmaPaymentsGateOptions.AllowTrial),
        nameof(FigmaPaymentsGateOptions.AllowedUsers),
        nameof(FigmaPaymentsGateOptions.BindToCaller),
        nameof(FigmaPaymentsGateOptions.UserScheme),
        nameof(FigmaPaymentsGateOptions.UserIdClaim),
        nameof(FigmaPaymentsGateOptions.PaidFor),
        nameof(FigmaPaymentsGateOptions.TrialFor),
        nameof(FigmaPaymentsGateOptions.UnpaidFor),
        nameof(FigmaPaymentsGateOptions.GraceFor),
        nameof(FigmaPaymentsGateOptions.CacheScope),
        nameof(FigmaPaymentsGateOptions.CacheSecret),
        nameof(FigmaPaymentsGateOptions.CallerRefusalsPerMinute),
        nameof(FigmaPaymentsGateOptions.TokenRequestsPerMinute),
        nameof(FigmaPaymentsGateOptions.IdRequestsPerMinute),
        nameof(FigmaPaymentsGateOptions.Instances),
        nameof(FigmaPaymentsGateOptions.BudgetName),
        nameof(FigmaPaymentsGateOptions.ProbeUser),
    ];

    public static void Bind(IConfiguration section, FigmaPaymentsGateOptions options)
    {
        ThrowIfUnknown(section);
        Read(section, nameof(options.AllowTrial), bool.Parse, value => options.AllowTrial = value);
        Read(section, nameof(options.BindToCaller), bool.Parse, value => options.BindToCaller = value);
        Read(section, nameof(options.UserScheme), static text => text, value => options.UserScheme = value);
        Read(section, nameof(options.UserIdClaim), static text => text, value => options.UserIdClaim = value);
        Read(section, nameof(options.PaidFor), ParseTime, value => options.PaidFor = value);
        Read(section, nameof(options.TrialFor), ParseTime, value => options.TrialFor = value);
        Read(section, nameof(options.UnpaidFor), ParseTime, value => options.UnpaidFor = value);
        Read(section, nameof(options.GraceFor), ParseTime, value => options.GraceFor = value);
        Read(section, nameof(options.CacheScope), static text => text, value => options.CacheScope = value);
        Read(section, nameof(options.CacheSecret), static text => text, value => options.CacheSecret = value);
        Read(section, nameof(options.CallerRefusalsPerMinute), ParseNumber, value => options.CallerRefusalsPerMinute = value);
        Read(section, nameof(options.TokenRequestsPerMinute), ParseNumber, value => options.TokenRequestsPerMinute = value);
        Read(section, nameof(options.IdRequestsPerMinute), ParseNumber, value => options.IdRequestsPerMinute = value);
        Read(section, nameof(options.Instances), ParseNumber, value => options.Instances = value);
        Read(section, nameof(options.BudgetName), static text => text, value => options.BudgetName = value);
        Read(section, nameof(options.ProbeUser), UserId.Parse, value => options.ProbeUser = value);

        if (section.GetSection(PluginIdKey).Exists() && section.GetSection(WidgetIdKey).Exists())
            throw new InvalidOperationException($"The configuration section '{PathOf(section)}' contains a PluginId and a WidgetId. Remove one of them.");

        Read(section, PluginIdKey, PluginId.Parse, value => options.Resource = value);
        Read(section, WidgetIdKey, WidgetId.Parse, value => options.Resource = value);

        // An environment variable contains no list, but a text.
        IConfigurationSection users = section.GetSection(nameof(options.AllowedUsers));

        foreach (string user in (users.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            options.AllowedUsers.Add(Parse(users, user, UserId.Parse));

        foreach (IConfigurationSection user in users.GetChildren())
            options.AllowedUsers.Add(Parse(user, user.Value ?? "", UserId.Parse));
    }

    private static void ThrowIfUnknown(IConfiguration section)
    {
        // The root contains the environment variables, too.
        if (section is not IConfigurationSection)
            return;

        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new InvalidOperationException($"The key '{child.Path}' in the configuration isn't an option of the gate. Correct it, or move it to another section. The options are {string.Join(", ", Keys)}.");
        }
    }

    private static void Read<T>(IConfiguration section, string name, Func<string, T> parse, Action<T> set)
    {
        IConfigurationSection child = section.GetSection(name);

        if (child.GetChildren().Any())
            throw NotValid(child, typeof(T));

        if (child.Value is { } value)
            set(Parse(child, value, parse));
    }

    private static T Parse<T>(IConfigurationSection section, string value, Func<string, T> parse)
    {
        try
        {
            return parse(value);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw NotValid(section, typeof(T));
        }
    }

    // The message doesn't contain the value, because it can be a secret.
    private static InvalidOperationException NotValid(IConfigurationSection section, Type type) =>
        new($"The value of '{section.Path}' in the configuration isn't valid. It must be {Describe(type)}.");

    private static string Describe(Type type) =>
        type == typeof(TimeSpan) ? "a duration such as '00:05:00'"
        : type == typeof(bool) ? "'true' or 'false'"
        : type == typeof(int) ? "a number"
        : type == typeof(string) ? "a text"
        : "an ID such as '1678669904810665842'";

    private static TimeSpan ParseTime(string text) => PaymentsConfiguration.TryParseTime(text, out TimeSpan time) ? time : throw new FormatException();

    private static int ParseNumber(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string PathOf(IConfiguration section) => section is IConfigurationSection { Path: { } path } ? path : "";
}
