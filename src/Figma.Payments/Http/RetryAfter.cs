using System;
using System.Globalization;

namespace Figma.Payments.Http;

/// <summary>Reads the header <c>Retry-After</c>: whole seconds, or an HTTP date.</summary>
/// <remarks>By hand, for the framework's own type drops values that do not fit an <see cref="int"/>. RFC 9110, 5.6.7 and 10.2.3.</remarks>
internal static class RetryAfter
{
    private static readonly string[] DateFormats =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
    ];

    /// <summary>How long to wait, from when the answer came; null where the header says nothing that can be read.</summary>
    /// <param name="value">The header's value.</param>
    /// <param name="date">The answer's own <c>Date</c>, which a date is relative to, so that this machine's clock need not be right.</param>
    /// <param name="now">What a date is relative to where there is no <paramref name="date"/>.</param>
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
