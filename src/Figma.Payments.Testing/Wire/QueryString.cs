using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Figma.Payments.Testing.Wire;

/// <summary>
/// A query string, decoded like form data: <c>%2B</c> is a plus sign and <c>+</c> is a space. Therefore an unescaped payment token reads as a different token.
/// </summary>
internal sealed class QueryString
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private QueryString(IReadOnlyList<KeyValuePair<string, string>> pairs, bool isReadable)
    {
        Pairs = pairs;
        IsReadable = isReadable;
    }

    /// <summary>Gets the names and values that could be decoded, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; }

    /// <summary>Gets a value that indicates whether the whole query string could be decoded.</summary>
    public bool IsReadable { get; }

    public static QueryString Parse(string query)
    {
        List<KeyValuePair<string, string>> pairs = [];
        bool isReadable = true;

        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string? name = Decode(equals < 0 ? pair : pair[..equals]);
            string? value = Decode(equals < 0 ? "" : pair[(equals + 1)..]);

            if (name is null || value is null)
                isReadable = false;
            else
                pairs.Add(new KeyValuePair<string, string>(name, value));
        }

        return new QueryString(pairs, isReadable);
    }

    /// <summary>Returns the number of occurrences of a name.</summary>
    public int Count(string name)
    {
        int count = 0;

        foreach ((string key, _) in Pairs)
        {
            if (key == name)
                count++;
        }

        return count;
    }

    /// <summary>Returns the value of the first occurrence of a name, or null if the name doesn't occur.</summary>
    public string? Find(string name)
    {
        foreach ((string key, string value) in Pairs)
        {
            if (key == name)
                return value;
        }

        return null;
    }

    private static string? Decode(string text)
    {
        ArrayBufferWriter<byte> bytes = new();

        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '+':
                    bytes.Write(" "u8);
                    break;
                case '%' when i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value):
                    bytes.Write([value]);
                    i += 2;
                    break;
                case '%':
                    return null;
                // A request line is ASCII.
                case > '\x7f':
                    return null;
                default:
                    bytes.Write([(byte)text[i]]);
                    break;
            }
        }

        try
        {
            return StrictUtf8.GetString(bytes.WrittenSpan);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
