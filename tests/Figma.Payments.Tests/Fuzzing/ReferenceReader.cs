using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>
/// Reads a body with the framework's JSON document model, without any code of the library. It is slow, but easy to verify.
/// </summary>
/// <param name="secrets">The secrets of the request. A response that contains one is not valid.</param>
internal sealed class ReferenceReader(params string[] secrets)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string[] _revealing = [.. secrets.SelectMany(static secret => Parts(secret, 16))];
    private readonly string[] _suspicious = [.. secrets.SelectMany(static secret => Parts(secret, 12).Concat(Parts(Reduce(secret), 12)))];

    /// <summary>Reads a body. Returns null if it is not a valid response.</summary>
    /// <param name="body">The body of a response with the status 200.</param>
    /// <param name="isAmbiguous"><c>true</c> if rejecting the body is correct too: a name in it can't be read, or the status can be a part of a secret.</param>
    public ReferenceResponse? Read(byte[] body, out bool isAmbiguous)
    {
        isAmbiguous = false;

        try
        {
            ReadOnlyMemory<byte> text = body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsMemory(3) : body;
            s_utf8.GetCharCount(text.Span);
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            return ReadEnvelope(document.RootElement, ref isAmbiguous);
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    private ReferenceResponse? ReadEnvelope(JsonElement envelope, ref bool isAmbiguous)
    {
        if (Members(envelope, ref isAmbiguous) is not { } members
            || GetSingle(members, "status") is not { ValueKind: JsonValueKind.Number } status
            || status.GetRawText() != "200"
            || GetSingle(members, "error") is not { ValueKind: JsonValueKind.False }
            || GetSingle(members, "meta") is not { } meta)
        {
            return null;
        }

        return ReadMeta(meta, ref isAmbiguous);
    }

    private ReferenceResponse? ReadMeta(JsonElement meta, ref bool isAmbiguous)
    {
        if (Members(meta, ref isAmbiguous) is not { } members
            || Id(GetSingle(members, "user_id")) is not { } user
            || Id(GetSingle(members, "resource_id")) is not { } resource
            || Text(GetSingle(members, "resource_type")) is not ("PLUGIN" or "WIDGET" or "COMMUNITY_FILE")
            || GetSingle(members, "payment_status") is not { } payment
            || Status(payment, ref isAmbiguous) is not { } status)
        {
            return null;
        }

        return members.Count(static member => member.Name == "date_of_purchase") > 1
            ? null
            : new ReferenceResponse(user, Text(GetSingle(members, "resource_type"))!, resource, status, Date(GetSingle(members, "date_of_purchase")));
    }

    private string? Status(JsonElement payment, ref bool isAmbiguous)
    {
        if (Members(payment, ref isAmbiguous) is not { } members)
            return null;

        string[] texts = [.. members.Where(static member => member.Name is "type" or "status").Select(static member => Text(member.Value) ?? "")];
        isAmbiguous |= texts.Length > 0 && new[] { texts[0], Reduce(texts[0]), Reduce(Uri.UnescapeDataString(texts[0])) }.Any(text => ContainsAny(text, _suspicious));
        bool isOnce = members.Count(static member => member.Name == "type") <= 1 && members.Count(static member => member.Name == "status") <= 1;

        return isOnce && texts.Length > 0 && texts.All(text => text == texts[0]) && IsStatus(texts[0]) ? texts[0] : null;
    }

    private bool IsStatus(string text) =>
        text.Length is > 0 and <= 64
        && !ContainsAny(text, _revealing)
        && text.EnumerateRunes().All(static rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    private string? Id(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } number when number.GetRawText() is { Length: <= 64 } digits && digits[0] != '0' && digits.All(char.IsAsciiDigit) => digits,
        { ValueKind: JsonValueKind.String } when Text(element) is { Length: > 0 and <= 64 } text && !ContainsAny(text, secrets) && text.All(char.IsAsciiDigit) => text,
        _ => null,
    };

    /// <summary>Gets all parts of a secret with a given length, plain and percent-encoded. Parts of 16 characters must not be shown; parts of 12 can be rejected.</summary>
    public static IEnumerable<string> Parts(string secret, int length) =>
        new[] { secret, Uri.EscapeDataString(secret) }.SelectMany(text => Enumerable.Range(0, text.Length - length + 1).Select(start => text.Substring(start, length)));

    // The letters and digits of a text, which reveal a secret even if the server inserts other characters.
    private static string Reduce(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));

    private static bool ContainsAny(string text, IEnumerable<string> secrets) =>
        secrets.Append("figd_").Append("figu_").Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    // A date without an offset is UTC, regardless of the local time zone. The offset is added before the framework reads the date.
    // A date that can't be read is null.
    private static DateTimeOffset? Date(JsonElement? element)
    {
        if (Text(element) is not { Length: > 0 and <= 64 } text || text.Any(static c => !char.IsAscii(c) || c is '"' or '\\' || char.IsControl(c)))
            return null;

        int time = text.IndexOf('T', StringComparison.Ordinal);

        if (time < 0)
            text += "T00:00Z";
        else if (char.IsAsciiDigit(text[^1]) && text.AsSpan(time).IndexOfAny('+', '-') < 0)
            text += "Z";

        using JsonDocument zoned = JsonDocument.Parse($"\"{text}\"");

        return zoned.RootElement.TryGetDateTimeOffset(out DateTimeOffset read) ? read.ToUniversalTime() : null;
    }

    private static List<(string? Name, JsonElement Value)>? Members(JsonElement element, ref bool isAmbiguous)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;

        List<(string? Name, JsonElement Value)> members = [];

        foreach (JsonProperty property in element.EnumerateObject())
        {
            try
            {
                members.Add((property.Name, property.Value));
            }
            catch (InvalidOperationException)
            {
                isAmbiguous = true;
                members.Add((null, property.Value));
            }
        }

        return members;
    }

    private static JsonElement? GetSingle(List<(string? Name, JsonElement Value)> members, string name)
    {
        JsonElement[] found = [.. members.Where(member => member.Name == name).Select(static member => member.Value)];
        return found.Length == 1 ? found[0] : null;
    }

    private static string? Text(JsonElement? element)
    {
        if (element is not { ValueKind: JsonValueKind.String } text)
            return null;

        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>Contains the values of a valid response.</summary>
internal sealed record ReferenceResponse(string User, string Type, string Resource, string Status, DateTimeOffset? Date);
