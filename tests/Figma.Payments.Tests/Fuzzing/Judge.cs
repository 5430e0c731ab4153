using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>
/// Says what a body proves, in the framework's own model of JSON and with nothing of the library's: slow, and easy to check by reading.
/// </summary>
/// <param name="secrets">The secrets of the question: an answer that tells one is none.</param>
internal sealed class Judge(params string[] secrets)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string[] _telling = [.. secrets.SelectMany(static secret => Parts(secret, 16))];
    private readonly string[] _suspect = [.. secrets.SelectMany(static secret => Parts(secret, 12))];

    /// <summary>What the body says; null where it proves nothing.</summary>
    /// <param name="body">The body of an answer with the status 200.</param>
    /// <param name="isDoubtful">Whether a name in it cannot be read, or the status may be a part of a secret: then refusing it is right too.</param>
    public Proof? Read(byte[] body, out bool isDoubtful)
    {
        isDoubtful = false;

        try
        {
            ReadOnlyMemory<byte> text = body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsMemory(3) : body;
            s_utf8.GetCharCount(text.Span);
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            return OfEnvelope(document.RootElement, ref isDoubtful);
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    private Proof? OfEnvelope(JsonElement envelope, ref bool isDoubtful)
    {
        if (Members(envelope, ref isDoubtful) is not { } members
            || One(members, "status") is not { ValueKind: JsonValueKind.Number } status
            || status.GetRawText() != "200"
            || One(members, "error") is not { ValueKind: JsonValueKind.False }
            || One(members, "meta") is not { } meta)
        {
            return null;
        }

        return OfMeta(meta, ref isDoubtful);
    }

    private Proof? OfMeta(JsonElement meta, ref bool isDoubtful)
    {
        if (Members(meta, ref isDoubtful) is not { } members
            || Id(One(members, "user_id")) is not { } user
            || Id(One(members, "resource_id")) is not { } resource
            || Text(One(members, "resource_type")) is not ("PLUGIN" or "WIDGET" or "COMMUNITY_FILE")
            || One(members, "payment_status") is not { } payment
            || Status(payment, ref isDoubtful) is not { } status)
        {
            return null;
        }

        DateTimeOffset? date = null;

        return members.Any(static member => member.Name == "date_of_purchase") && !IsDate(One(members, "date_of_purchase"), out date)
            ? null
            : new Proof(user, Text(One(members, "resource_type"))!, resource, status, date);
    }

    private string? Status(JsonElement payment, ref bool isDoubtful)
    {
        if (Members(payment, ref isDoubtful) is not { } members)
            return null;

        string[] said = [.. members.Where(static member => member.Name is "type" or "status").Select(static member => Text(member.Value) ?? "")];
        isDoubtful |= said.Length > 0 && Tells(said[0], _suspect);
        bool isOnce = members.Count(static member => member.Name == "type") <= 1 && members.Count(static member => member.Name == "status") <= 1;

        return isOnce && said.Length > 0 && said.All(one => one == said[0]) && IsStatus(said[0]) ? said[0] : null;
    }

    private bool IsStatus(string text) =>
        text.Length is > 0 and <= 64
        && !Tells(text, _telling)
        && text.EnumerateRunes().All(static rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    private string? Id(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } number when number.GetRawText() is { Length: <= 64 } digits && digits[0] != '0' && digits.All(char.IsAsciiDigit) => digits,
        { ValueKind: JsonValueKind.String } when Text(element) is { Length: > 0 and <= 64 } text && !Tells(text, secrets) && !text.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c) || "/?&=#%".Contains(c, StringComparison.Ordinal)) => text,
        _ => null,
    };

    /// <summary>All parts of a secret of one length, as it is or in an address: sixteen characters are too much to be told, twelve may be taken for it.</summary>
    public static IEnumerable<string> Parts(string secret, int length) =>
        new[] { secret, Uri.EscapeDataString(secret) }.SelectMany(text => Enumerable.Range(0, text.Length - length + 1).Select(start => text.Substring(start, length)));

    private static bool Tells(string text, IEnumerable<string> secrets) =>
        secrets.Append("figd_").Append("figu_").Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    // A date without an offset is UTC, wherever this runs: so it is given one before the framework reads it.
    private static bool IsDate(JsonElement? element, out DateTimeOffset? date)
    {
        date = null;

        if (element is { ValueKind: JsonValueKind.Null })
            return true;

        if (Text(element) is not { Length: > 0 and <= 64 } text || text.Any(static c => !char.IsAscii(c) || c is '"' or '\\' || char.IsControl(c)))
            return false;

        int time = text.IndexOf('T', StringComparison.Ordinal);

        if (time < 0)
            text += "T00:00Z";
        else if (char.IsAsciiDigit(text[^1]) && text.AsSpan(time).IndexOfAny('+', '-') < 0)
            text += "Z";

        using JsonDocument zoned = JsonDocument.Parse($"\"{text}\"");

        if (!zoned.RootElement.TryGetDateTimeOffset(out DateTimeOffset read))
            return false;

        date = read.ToUniversalTime();
        return true;
    }

    private static List<(string? Name, JsonElement Value)>? Members(JsonElement element, ref bool isDoubtful)
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
                isDoubtful = true;
                members.Add((null, property.Value));
            }
        }

        return members;
    }

    private static JsonElement? One(List<(string? Name, JsonElement Value)> members, string name)
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

/// <summary>What a body proves: of whom, about what, which status, since when.</summary>
internal sealed record Proof(string User, string Type, string Resource, string Status, DateTimeOffset? Date);
