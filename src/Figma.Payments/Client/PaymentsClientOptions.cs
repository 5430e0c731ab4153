using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments;

/// <summary>Provides the settings of a generated client: the access token, the base address and the limits of a request.</summary>
/// <remarks>A client validates and copies its options when it is created. Later changes have no effect on it.</remarks>
public sealed class PaymentsClientOptions
{
    private const int MaxBaseAddressLength = 2_048;

    /// <summary>Gets or sets your personal access token. Use <see cref="AccessTokenProvider"/> instead if the token changes while the process runs.</summary>
    /// <remarks>Set either this property or <see cref="AccessTokenProvider"/>, but not both.</remarks>
    public PersonalAccessToken? AccessToken { get; set; }

    /// <summary>Gets or sets a function that returns your personal access token. It is called once for each request.</summary>
    /// <remarks>
    /// <para>A token that you replace is used from the next request on. Cache the token inside the function: its time counts toward <see cref="Timeout"/>.</para>
    /// <para>Exceptions of the function are passed to the caller unchanged.</para>
    /// <para>Set either this property or <see cref="AccessToken"/>, but not both.</para>
    /// </remarks>
    public Func<CancellationToken, ValueTask<PersonalAccessToken>>? AccessTokenProvider { get; set; }

    /// <summary>
    /// Gets or sets the base address of the API: <c>https://api.figma.com</c> (the default), or <c>https://api.figma-gov.com</c> for Figma for Government.
    /// </summary>
    /// <remarks>The access token is sent to this host only. The scheme must be https; http is allowed for loopback addresses, for tests.</remarks>
    public Uri BaseAddress { get; set; } = new("https://api.figma.com");

    /// <summary>Gets or sets the time-out of a request. The default is 10 seconds; the maximum is about 24 days.</summary>
    /// <remarks>The time-out covers the call of <see cref="AccessTokenProvider"/>, the retries of message handlers, and the response up to its last byte.</remarks>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the maximum size of a response body, in bytes after decompression. The default is 65,536.</summary>
    /// <remarks>The value must be between 1,024 and 16,777,216. Figma's responses have about 300 bytes.</remarks>
    public int MaxResponseBytes { get; set; } = 65_536;

    /// <summary>Gets or sets a function that reads the access token of a configuration section, or null. It returns <c>default</c> for a token that isn't valid.</summary>
    /// <remarks>A token that code sets takes precedence, in whatever order a client is registered.</remarks>
    internal Func<PersonalAccessToken>? ReadConfiguredAccessToken { get; set; }

    /// <summary>Gets or sets the key of the access token in the configuration, or null if the options aren't read from it.</summary>
    internal string? AccessTokenKey { get; set; }

    /// <summary>Determines whether the options are valid. Generated constructors throw an <see cref="ArgumentException"/> if they are not.</summary>
    /// <param name="fault">The name of the property, followed by what is wrong with it and how to fix it; null if the options are valid.</param>
    /// <returns><c>true</c> if the options are valid; otherwise, <c>false</c>.</returns>
    public bool TryValidate([NotNullWhen(false)] out string? fault)
    {
        fault = FindError();
        return fault is null;
    }

    private string? FindError()
    {
        if (AccessToken is null && AccessTokenProvider is null && ReadConfiguredAccessToken is null)
            return $"{nameof(AccessToken)}: there is no personal access token. Set {(AccessTokenKey is null ? "" : $"'{AccessTokenKey}' in the configuration, ")}{nameof(AccessToken)}, or {nameof(AccessTokenProvider)} if the token changes while the process runs.";

        if (AccessToken is not null && AccessTokenProvider is not null)
            return $"{nameof(AccessToken)}: both {nameof(AccessToken)} and {nameof(AccessTokenProvider)} are set. Set only one of them.";

        if (AccessToken is { Secret: null } || (GetConfiguredAccessToken() is { } read && read().Secret is null))
            return $"{nameof(AccessToken)}: there is no valid personal access token; check that the setting {(AccessToken is not null || AccessTokenKey is null ? "" : $"'{AccessTokenKey}' ")}or environment variable exists and contains the token without white space or line breaks.";

        if (FindBaseAddressError(BaseAddress) is { } error)
            return $"{nameof(BaseAddress)}: {error}";

        if (Timeout <= TimeSpan.Zero || Timeout.TotalMilliseconds > int.MaxValue)
            return $"{nameof(Timeout)}: it must be greater than zero and at most 24 days.";

        if (MaxResponseBytes is < 1_024 or > 16_777_216)
            return string.Format(CultureInfo.InvariantCulture, "{0}: it must be between 1,024 and 16,777,216 bytes, but is {1}.", nameof(MaxResponseBytes), MaxResponseBytes);

        return null;
    }

    /// <summary>Returns the function that is called for each request, or null if <see cref="AccessToken"/> is used.</summary>
    internal Func<CancellationToken, ValueTask<PersonalAccessToken>>? GetAccessTokenProvider() =>
        GetConfiguredAccessToken() is { } read ? _ => new ValueTask<PersonalAccessToken>(read()) : AccessTokenProvider;

    private Func<PersonalAccessToken>? GetConfiguredAccessToken() => AccessToken is null && AccessTokenProvider is null ? ReadConfiguredAccessToken : null;

    // The messages contain no part of the address, because it can contain a password.
    private static string? FindBaseAddressError(Uri? address)
    {
        if (address is null)
            return "it is null.";

        if (!address.IsAbsoluteUri)
            return "it must be an absolute address, such as https://api.figma.com.";

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)))
            return "it must be https, because every request contains the access token (http is allowed for loopback addresses only).";

        // Each text that passes the validation of tokens and IDs can be sent after an address of this length.
        if (address.OriginalString.Length > MaxBaseAddressLength || address.AbsoluteUri.Length > MaxBaseAddressLength)
            return string.Format(CultureInfo.InvariantCulture, "it must have at most {0:N0} characters.", MaxBaseAddressLength);

        if (ContainsControlCharacter(address.OriginalString) || ContainsControlCharacter(Uri.UnescapeDataString(address.AbsolutePath)))
            return "it must not contain control characters, such as a line break at its end.";

        if (address.UserInfo.Length > 0)
            return "it must not contain a user name or a password.";

        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return "it must not contain a query or a fragment.";

        return null;
    }

    private static bool ContainsControlCharacter(string text)
    {
        foreach (char c in text)
        {
            if (char.IsControl(c))
                return true;
        }

        return false;
    }

    // Uri.Host is the host that the request is sent to. The framework converts the host name 'loopback' to 'localhost', so 'loopback' is accepted too.
    private static bool IsLoopback(Uri address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));
}
