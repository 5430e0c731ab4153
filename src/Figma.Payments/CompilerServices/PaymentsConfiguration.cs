using System;
using System.ComponentModel;
using System.Globalization;

namespace Figma.Payments.CompilerServices;

/// <summary>
/// This API supports generated code and is not intended to be used directly from your code.
/// </summary>
/// <remarks>
/// <para>Reads the options of a client from a configuration section. It uses neither reflection nor type converters, so it works with trimming and Native AOT.</para>
/// <para>No message of this class contains the value of a setting, because it might be a secret.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PaymentsConfiguration
{
    /// <summary>Reads all settings of a section. An option whose setting is missing keeps its value.</summary>
    /// <param name="options">The options to set.</param>
    /// <param name="getSetting">A function that returns the current value of a setting of the section, or null if it is missing.</param>
    /// <param name="path">The path of the section, for the message of the exception. It is empty for the root.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">A setting can't be converted. The message contains the key.</exception>
    public static void Read(PaymentsClientOptions options, Func<string, string?> getSetting, string path)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));

        if (getSetting is null)
            throw new ArgumentNullException(nameof(getSetting));

        if (path is null)
            throw new ArgumentNullException(nameof(path));

        options.AccessTokenKey = KeyOf(path, nameof(options.AccessToken));

        // The setting is read again for each request, so that a client that exists for a long time uses a token that was replaced.
        // A token that isn't valid is default, which the validation of the options and the client reject.
        if (getSetting(nameof(options.AccessToken)) is not null)
            options.ReadConfiguredAccessToken = () => PersonalAccessToken.TryParse(getSetting(nameof(options.AccessToken)), out PersonalAccessToken token) ? token : default;

        if (getSetting(nameof(options.BaseAddress)) is { } address)
            options.BaseAddress = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri : throw Invalid(path, nameof(options.BaseAddress), "an absolute address, such as https://api.figma.com");

        if (getSetting(nameof(options.Timeout)) is { } timeout)
            options.Timeout = TryParseTime(timeout, out TimeSpan time) ? time : throw Invalid(path, nameof(options.Timeout), "a time span, such as 00:00:10");

        if (getSetting(nameof(options.MaxResponseBytes)) is { } bytes)
            options.MaxResponseBytes = int.TryParse(bytes, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : throw Invalid(path, nameof(options.MaxResponseBytes), "an integer");
    }

    // An integer would be a number of days.
    internal static bool TryParseTime(string text, out TimeSpan time) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time) && !int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);

    private static InvalidOperationException Invalid(string path, string name, string expected) =>
        new($"The setting '{KeyOf(path, name)}' of {nameof(PaymentsClientOptions)} must be {expected}.");

    private static string KeyOf(string path, string name) => path.Length == 0 ? name : path + ":" + name;
}
