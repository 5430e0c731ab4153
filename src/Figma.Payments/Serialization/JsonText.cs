using System;
using System.Buffers;
using System.Text.Json;

namespace Figma.Payments.Serialization;

/// <summary>Reads text from JSON. All converters share it.</summary>
/// <remarks>No message contains the text, because it might be a secret. All exceptions are <see cref="JsonException"/>.</remarks>
internal static class JsonText
{
    // A character has up to 6 bytes, for example \u0031.
    private const int MaxBytesPerCharacter = 6;

    public static Utf8JsonWriter Require(Utf8JsonWriter writer) => writer ?? throw new ArgumentNullException(nameof(writer));

    /// <summary>Reads an ID from a string, a number or a property name.</summary>
    public static string ReadId(ref Utf8JsonReader json, string kind)
    {
        string text = json.TokenType == JsonTokenType.Number ? ReadDigits(ref json, kind) : ReadString(ref json, kind, IdText.MaxLength);

        return IdText.FindError(text) is { } error ? throw new JsonException(IdText.Describe(kind, error)) : text;
    }

    /// <summary>Reads a string or a property name.</summary>
    public static string ReadString(ref Utf8JsonReader json, string kind, int maxLength = int.MaxValue)
    {
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            throw Invalid(kind, "it must be a JSON string");

        long length = json.HasValueSequence ? json.ValueSequence.Length : json.ValueSpan.Length;

        if (length > (long)maxLength * MaxBytesPerCharacter)
            throw Invalid(kind, "it is too long");

        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Invalid(kind, "it is not valid Unicode text");
        }
    }

    /// <summary>Moves to the value of the next property. Returns the name, or null at the end of the object.</summary>
    public static string? ReadName(ref Utf8JsonReader json, string kind)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.PropertyName)
            return null;

        string name = ReadString(ref json, kind);
        json.Read();
        return name;
    }

    /// <summary>Skips the value of a property that this version doesn't know.</summary>
    /// <remarks><see cref="Utf8JsonReader.Skip"/> would throw an <see cref="InvalidOperationException"/> if the JSON is read from a stream.</remarks>
    public static void SkipValue(ref Utf8JsonReader json, string kind)
    {
        if (!json.TrySkip())
            throw Invalid(kind, "the JSON is incomplete");
    }

    public static void RequireObject(ref Utf8JsonReader json, string kind)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw Invalid(kind, "it must be a JSON object");
    }

    /// <summary>Sets a value that must not occur twice.</summary>
    public static void SetOnce<T>(ref T? target, T value, string kind, string name)
        where T : class
    {
        if (target is not null)
            throw Invalid(kind, $"the property '{name}' occurs twice");

        target = value;
    }

    public static JsonException Missing(string kind, string name) => Invalid(kind, $"the property '{name}' is missing");

    public static JsonException Invalid(string kind, string error) => new($"The value isn't a valid {kind}: {error}.");

    // The digits are copied, because a double can't represent them exactly.
    private static string ReadDigits(ref Utf8JsonReader json, string kind)
    {
        ReadOnlySpan<byte> number = json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan;

        if (number.Length > IdText.MaxLength)
            throw Invalid(kind, "it is too long");

        Span<char> digits = stackalloc char[IdText.MaxLength];

        for (int i = 0; i < number.Length; i++)
        {
            if (number[i] is < (byte)'0' or > (byte)'9' || number[0] == '0')
                throw Invalid(kind, "a JSON number must be a positive integer without an exponent");

            digits[i] = (char)number[i];
        }

        return digits.Slice(0, number.Length).ToString();
    }
}
