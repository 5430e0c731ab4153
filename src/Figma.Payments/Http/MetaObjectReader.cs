using System;
using System.Text.Json;

namespace Figma.Payments.Http;

/// <summary>Reads the <c>meta</c> of an answer: who, about what, the status, and when it was bought.</summary>
/// <remarks>Every method begins on a value and ends on its last token; what it returns is why the value is refused.</remarks>
internal static class MetaObjectReader
{
    private const int MaxStatusTextLength = 64;

    // The longest JSON of a character is \uXXXX: what is longer than that for all of them needs no decoding to be refused.
    private const int MaxBytesPerCharacter = 6;

    [Flags]
    private enum Members
    {
        None = 0,
        UserId = 1,
        ResourceId = 2,
        ResourceType = 4,
        PaymentStatus = 8,
        Required = UserId | ResourceId | ResourceType | PaymentStatus,
        DateOfPurchase = 16,
    }

    public static string? Read(ref Utf8JsonReader json, in ValidatedRequest request, in SecretScanner scanner, out ParsedResponse parsed)
    {
        parsed = default;

        if (json.TokenType != JsonTokenType.StartObject)
            return "its 'meta' is not an object";

        Members seen = Members.None;
        string userId = "", resourceId = "", statusText = "";
        ResourceType resourceType = default;
        DateTimeOffset? dateOfPurchase = null;

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            Members member = FindMember(ref json);

            if ((seen & member) != Members.None)
                return "it has a member of 'meta' twice";

            seen |= member;
            json.Read();

            string? error = null;

            switch (member)
            {
                case Members.UserId:
                    error = ReadId(ref json, request.UserId, scanner, out userId) ? null : "its 'user_id' is no id";
                    break;

                case Members.ResourceId:
                    error = ReadId(ref json, request.Resource?.ValueOrNull, scanner, out resourceId) ? null : "its 'resource_id' is no id";
                    break;

                case Members.ResourceType:
                    error = ReadResourceType(ref json, out resourceType) ? null : "its 'resource_type' is none of PLUGIN, WIDGET and COMMUNITY_FILE";
                    break;

                case Members.PaymentStatus:
                    error = ReadStatus(ref json, scanner, out statusText);
                    break;

                case Members.DateOfPurchase:
                    error = ReadDate(ref json, out dateOfPurchase) ? null : "its 'date_of_purchase' is no ISO 8601 date";
                    break;

                default:
                    json.Skip();
                    break;
            }

            if (error is not null)
                return error;
        }

        if ((seen & Members.Required) != Members.Required)
            return "its 'meta' lacks one of 'user_id', 'resource_id', 'resource_type' and 'payment_status'";

        parsed = new ParsedResponse(userId, resourceType, resourceId, statusText, dateOfPurchase);
        return null;
    }

    private static Members FindMember(ref Utf8JsonReader json) =>
        json.ValueTextEquals("user_id"u8) ? Members.UserId
        : json.ValueTextEquals("resource_id"u8) ? Members.ResourceId
        : json.ValueTextEquals("resource_type"u8) ? Members.ResourceType
        : json.ValueTextEquals("payment_status"u8) ? Members.PaymentStatus
        : json.ValueTextEquals("date_of_purchase"u8) ? Members.DateOfPurchase
        : Members.None;

    // The expected id is handed back where it is the answer's, so that a right answer allocates no text.
    private static bool ReadId(ref Utf8JsonReader json, string? expected, in SecretScanner scanner, out string id)
    {
        id = "";

        if (json.TokenType == JsonTokenType.Number)
            return ReadDigits(json.ValueSpan, out id) && !scanner.FindsWholeSecretIn(id);

        if (json.TokenType != JsonTokenType.String)
            return false;

        if (expected is not null && json.ValueTextEquals(expected))
        {
            id = expected;
            return true;
        }

        if (json.ValueSpan.Length > IdText.MaxLength * MaxBytesPerCharacter)
            return false;

        id = json.GetString()!;
        return IdText.FindError(id) is null && !scanner.FindsWholeSecretIn(id);
    }

    // The documentation once said Number: the digits are taken to the letter, for a double would change them.
    private static bool ReadDigits(ReadOnlySpan<byte> number, out string id)
    {
        id = "";

        if (number.Length > IdText.MaxLength || number[0] == '0')
            return false;

        Span<char> digits = stackalloc char[IdText.MaxLength];

        for (int i = 0; i < number.Length; i++)
        {
            if (number[i] is < (byte)'0' or > (byte)'9')
                return false;

            digits[i] = (char)number[i];
        }

        id = digits.Slice(0, number.Length).ToString();
        return true;
    }

    private static bool ReadResourceType(ref Utf8JsonReader json, out ResourceType type)
    {
        type = json.TokenType != JsonTokenType.String ? default
            : json.ValueTextEquals("PLUGIN"u8) ? ResourceType.Plugin
            : json.ValueTextEquals("WIDGET"u8) ? ResourceType.Widget
            : json.ValueTextEquals("COMMUNITY_FILE"u8) ? ResourceType.CommunityFile
            : default;

        return type != default;
    }

    // Figma's OpenAPI file calls the member 'type', its page of types calls it 'status': either, and both where they agree.
    private static string? ReadStatus(ref Utf8JsonReader json, in SecretScanner scanner, out string text)
    {
        string? type = null, status = null;
        text = "";

        if (json.TokenType != JsonTokenType.StartObject)
            return "its 'payment_status' is not an object";

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = json.ValueTextEquals("type"u8);

            if (!isType && !json.ValueTextEquals("status"u8))
            {
                json.Skip();
                continue;
            }

            if ((isType ? type : status) is not null)
                return "its 'payment_status' has a member twice";

            json.Read();

            if (!ReadStatusText(ref json, scanner, out string value))
                return "its 'payment_status' is not the text of a status";

            if (isType)
                type = value;
            else
                status = value;
        }

        if (type is not null && status is not null && !string.Equals(type, status, StringComparison.Ordinal))
            return "the 'type' and the 'status' of its 'payment_status' differ";

        text = type ?? status ?? "";
        return text.Length > 0 ? null : "its 'payment_status' has neither 'type' nor 'status'";
    }

    private static bool ReadStatusText(ref Utf8JsonReader json, in SecretScanner scanner, out string text)
    {
        text = "";

        if (json.TokenType != JsonTokenType.String)
            return false;

        text = json.ValueTextEquals("PAID"u8) ? "PAID"
            : json.ValueTextEquals("UNPAID"u8) ? "UNPAID"
            : json.ValueTextEquals("TRIAL"u8) ? "TRIAL"
            : "";

        if (text.Length > 0)
            return true;

        if (json.ValueSpan.Length > MaxStatusTextLength * MaxBytesPerCharacter)
            return false;

        text = json.GetString()!;

        return text.Length is > 0 and <= MaxStatusTextLength && LogText.IsPrintable(text) && !scanner.FindsSecretIn(text);
    }

    // TryGetDateTimeOffset would read a date without an offset as the machine's local time. One with an offset comes as that,
    // and goes back to the same instant, also in the hour that clocks are turned back; on the first and the last day of the
    // calendar alone, where nobody buys, it is bent to what local time can hold.
    private static bool ReadDate(ref Utf8JsonReader json, out DateTimeOffset? date)
    {
        date = null;

        if (json.TokenType == JsonTokenType.Null)
            return true;

        if (json.TokenType != JsonTokenType.String || !json.TryGetDateTime(out DateTime written))
            return false;

        date = new DateTimeOffset(written.Kind == DateTimeKind.Local ? written.ToUniversalTime() : DateTime.SpecifyKind(written, DateTimeKind.Utc));
        return true;
    }
}
