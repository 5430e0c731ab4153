using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments;

/// <summary>
/// What a generated client needs to know: your credential, and the bounds of a question.
/// </summary>
/// <remarks>Checked and copied when the client is made; later changes do not reach it.</remarks>
public sealed class PaymentsClientOptions
{
    /// <summary>
    /// Your personal access token, where it does not change while the process runs. Set this or <see cref="AccessTokenProvider"/>, not both.
    /// </summary>
    public PersonalAccessToken? AccessToken { get; set; }

    /// <summary>
    /// Asked for your personal access token once per request, so that a replaced token is used at once.
    /// Keep it quick and cache inside it. What it throws reaches the caller as it is.
    /// </summary>
    public Func<CancellationToken, ValueTask<PersonalAccessToken>>? AccessTokenProvider { get; set; }

    /// <summary>
    /// The API's base address: <c>https://api.figma.com</c>, or <c>https://api.figma-gov.com</c> for Figma for Government.
    /// The only host that the token is sent to. Https, or http to loopback for tests.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://api.figma.com");

    /// <summary>
    /// How long a question may take, from asking for the token to the last byte of the answer, retries of handlers included. 10 seconds unless set.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest answer that is read, in bytes after decompression. 65,536 unless set; a real answer has about 300.</summary>
    public int MaxResponseBytes { get; set; } = 65_536;

    /// <summary>Whether a client can be made with these options; every generated constructor refuses what this refuses.</summary>
    /// <param name="fault">What is wrong, beginning with the property's name; null where nothing is.</param>
    public bool TryValidate([NotNullWhen(false)] out string? fault)
    {
        fault = FindError();
        return fault is null;
    }

    private string? FindError()
    {
        if (AccessToken is null && AccessTokenProvider is null)
            return $"{nameof(AccessToken)}: there is no personal access token. Set {nameof(AccessToken)}, or {nameof(AccessTokenProvider)} if it changes while the process runs.";

        if (AccessToken is not null && AccessTokenProvider is not null)
            return $"{nameof(AccessToken)}: both {nameof(AccessToken)} and {nameof(AccessTokenProvider)} are set. Set one.";

        if (AccessToken is { Secret: null })
            return $"{nameof(AccessToken)}: it is default({nameof(PersonalAccessToken)}), which holds no token.";

        if (FindBaseAddressError(BaseAddress) is { } error)
            return $"{nameof(BaseAddress)}: {error}";

        if (Timeout <= TimeSpan.Zero || Timeout.TotalMilliseconds > int.MaxValue)
            return $"{nameof(Timeout)}: it must be more than zero and at most 24 days.";

        if (MaxResponseBytes is < 1_024 or > 16_777_216)
            return string.Format(CultureInfo.InvariantCulture, "{0}: it must be between 1,024 and 16,777,216 bytes, and is {1}.", nameof(MaxResponseBytes), MaxResponseBytes);

        return null;
    }

    // It repeats nothing of the address: a proxy's may hold a password.
    private static string? FindBaseAddressError(Uri? address)
    {
        if (address is null)
            return "it is null.";

        if (!address.IsAbsoluteUri)
            return "it is not an absolute address, such as https://api.figma.com.";

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)))
            return "it must be https: the token travels with every request (http is for loopback only).";

        if (address.UserInfo.Length > 0)
            return "it must not hold a user name or a password.";

        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return "it must not have a query or a fragment.";

        return null;
    }

    // What is sent to is the host that the framework made of the text: it reads 'loopback' as 'localhost', and so it is one.
    private static bool IsLoopback(Uri address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));
}
