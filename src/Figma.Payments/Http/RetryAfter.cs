using System;
using System.Globalization;

namespace Figma.Payments.Http;

/// <summary>Reads the header <c>Retry-After</c>, which contains whole seconds or an HTTP date (RFC 9110, sections 5.6.7 and 10.2.3).</summary>
/// <remarks>The framework's own type is not used, because it ignores values that don't fit into an <see cref="int"/>.</remarks>
internal static class RetryAfter
{
    private static readonly string[] DateFormats =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
    ];

    /// <summary>Returns the time to wait, counted from when the response arrived, or null if the header is missing or not valid.</summary>
    /// <param name="value">The value of the header.</param>
    /// <param name="date">The value of the <c>Date</c> header, which a date is compared with, so that the result doesn't depend on the local clock.</param>
    /// <param name="now">The time that a date is compared with if <paramref name="date"/> is missing or not valid.</param>
    /// <returns>The time to wait, or null.</returns>
    public static TimeSpan? Read(string? value, string? date, DateTimeOffset now)
    {
        string text = value?.Trim() ?? "";

        if (text.Length == 0)
            return null;

        if (IsDigits(text))
            return ReadSeconds(text);

        if (ReadDate(text) is not { } until)
            return null;

        TimeSpan wait = until - (ReadDate(date?.Trim()) ?? now);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static TimeSpan ReadSeconds(string digits)
    {
        const long MaxSeconds = long.MaxValue / TimeSpan.TicksPerSecond;
        long seconds = 0;

        foreach (char digit in digits)
        {
            seconds = (seconds * 10) + (digit - '0');

            if (seconds > MaxSeconds)
                return TimeSpan.MaxValue;
        }

        return TimeSpan.FromTicks(seconds * TimeSpan.TicksPerSecond);
    }

    private static DateTimeOffset? ReadDate(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            DateFormats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite,
            out DateTimeOffset date)
            ? date
            : null;

    private static bool IsDigits(string text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return true;
    }
}
