using System;
using System.Text.Json;

namespace Figma.Payments.Http;

/// <summary>Reads the member <c>meta</c> of a response: the user, the resource, the payment status and the date of purchase.</summary>
/// <remarks>Each method starts at the first token of a value and ends at its last. Methods that return text return the reason why the value is not valid, or null.</remarks>
internal static class MetaObjectReader
{
    private const int MaxStatusTextLength = 64;

    // The longest form of a character in JSON is \uXXXX. Longer values are rejected without decoding them.
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
            return "'meta' is not an object";

        Members seen = Members.None;
        string userId = "", resourceId = "", statusText = "";
        ResourceType resourceType = default;
        DateTimeOffset? dateOfPurchase = null;

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            Members member = FindMember(ref json);

            if ((seen & member) != Members.None)
                return "a member of 'meta' occurs twice";

            seen |= member;
            json.Read();

            string? error = null;

            switch (member)
            {
                case Members.UserId:
                    error = ReadId(ref json, request.UserId, scanner, out userId) ? null : "'user_id' is not a valid ID";
                    break;

                case Members.ResourceId:
                    error = ReadId(ref json, request.Resource?.ValueOrNull, scanner, out resourceId) ? null : "'resource_id' is not a valid ID";
                    break;

                case Members.ResourceType:
                    error = ReadResourceType(ref json, out resourceType) ? null : "'resource_type' is not PLUGIN, WIDGET or COMMUNITY_FILE";
                    break;

                case Members.PaymentStatus:
                    error = ReadStatus(ref json, scanner, out statusText);
                    break;

                case Members.DateOfPurchase:
                    dateOfPurchase = ReadDate(ref json);
                    break;

                default:
                    json.Skip();
                    break;
            }

            if (error is not null)
                return error;
        }

        if ((seen & Members.Required) != Members.Required)
            return "'user_id', 'resource_id', 'resource_type' or 'payment_status' is missing in 'meta'";

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

    // Returns the expected ID if the response contains it, so that no string is allocated.
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

        // Figma's IDs consist of digits. Any other text could be a part of a secret, so it is accepted only if the request contained it.
        id = json.GetString()!;
        return id.Length is > 0 and <= IdText.MaxLength && IsDigits(id) && !scanner.FindsWholeSecretIn(id);
    }

    private static bool IsDigits(string text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return true;
    }

    // Figma's documentation once specified the type Number. The digits are copied, because a double can't represent them exactly.
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

    // Figma's OpenAPI file names the member 'type', but its documentation names it 'status'. Both names are accepted; if both occur, they must agree.
    private static string? ReadStatus(ref Utf8JsonReader json, in SecretScanner scanner, out string text)
    {
        string? type = null, status = null;
        text = "";

        if (json.TokenType != JsonTokenType.StartObject)
            return "'payment_status' is not an object";

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = json.ValueTextEquals("type"u8);

            if (!isType && !json.ValueTextEquals("status"u8))
            {
                json.Skip();
                continue;
            }

            if ((isType ? type : status) is not null)
                return "a member of 'payment_status' occurs twice";

            json.Read();

            if (!ReadStatusText(ref json, scanner, out string value))
                return "the value in 'payment_status' is not a valid status text";

            if (isType)
                type = value;
            else
                status = value;
        }

        if (type is not null && status is not null && !string.Equals(type, status, StringComparison.Ordinal))
            return "'type' and 'status' of 'payment_status' differ";

        text = type ?? status ?? "";
        return text.Length > 0 ? null : "'payment_status' has neither 'type' nor 'status'";
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

    // The date proves nothing, so a date that can't be read is null, and doesn't invalidate the response.
    // TryGetDateTimeOffset would interpret a date without an offset as local time. TryGetDateTime converts a date with an offset to local time;
    // converting it back to UTC yields the same instant, even in the hour when clocks are set back. Only dates on the first and the last day of
    // the calendar are clamped to the range of local time.
    private static DateTimeOffset? ReadDate(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            json.Skip();
            return null;
        }

        try
        {
            if (!json.TryGetDateTime(out DateTime value))
                return null;

            return new DateTimeOffset(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is escaped in the text.
            return null;
        }
    }
}
