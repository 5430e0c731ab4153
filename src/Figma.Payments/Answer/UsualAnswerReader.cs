using System;

namespace Figma.Payments;

/// <summary>
/// Reads an answer as a serializer writes it: no white space, no escape, nothing but the known members, each once, in any order.
/// </summary>
/// <remarks>
/// A quarter of a JSON reader's time. It decides nothing on its own: whatever it does not know to the letter is left to
/// <see cref="AnswerReader"/>, and what it does read, that one would read alike.
/// </remarks>
internal ref struct UsualAnswerReader
{
    private readonly ReadOnlySpan<byte> _body;
    private int _position;

    private UsualAnswerReader(ReadOnlySpan<byte> body)
    {
        _body = body;
        _position = 0;
    }

    [Flags]
    private enum Members
    {
        None = 0,
        Status = 1,
        Error = 2,
        Meta = 4,
        Envelope = Status | Error | Meta,
        UserId = 8,
        ResourceId = 16,
        ResourceType = 32,
        PaymentStatus = 64,
        RequiredMeta = UserId | ResourceId | ResourceType | PaymentStatus,
        DateOfPurchase = 128,
    }

    /// <summary>Reads an answer to the question, ids not yet compared.</summary>
    /// <returns>False where the body is not of the usual shape, which says nothing about it.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, in PaymentsQuestion question, in Secrets secrets, out PaymentsAnswer answer)
    {
        UsualAnswerReader reader = new(body);
        return reader.TryReadEnvelope(question, secrets, out answer) && reader._position == body.Length;
    }

    private bool TryReadEnvelope(in PaymentsQuestion question, in Secrets secrets, out PaymentsAnswer answer)
    {
        Members seen = Members.None;
        answer = default;

        if (!TryTake("{"u8))
            return false;

        do
        {
            Members member = TryTake("\"status\":200"u8) ? Members.Status
                : TryTake("\"error\":false"u8) ? Members.Error
                : TryTake("\"meta\":{"u8) ? Members.Meta
                : Members.None;

            if (member == Members.None || (seen & member) != Members.None)
                return false;

            if (member == Members.Meta && !TryReadMeta(question, secrets, out answer))
                return false;

            seen |= member;
        }
        while (TryTake(","u8));

        return seen == Members.Envelope && TryTake("}"u8);
    }

    private bool TryReadMeta(in PaymentsQuestion question, in Secrets secrets, out PaymentsAnswer answer)
    {
        Members seen = Members.None;
        string userId = "", resourceId = "", statusText = "";
        ResourceType resourceType = default;
        DateTimeOffset? dateOfPurchase = null;
        answer = default;

        do
        {
            Members member = TryTake("\"user_id\":\""u8) ? Members.UserId
                : TryTake("\"resource_id\":\""u8) ? Members.ResourceId
                : TryTake("\"resource_type\":\""u8) ? Members.ResourceType
                : TryTake("\"payment_status\":{\""u8) ? Members.PaymentStatus
                : TryTake("\"date_of_purchase\":"u8) ? Members.DateOfPurchase
                : Members.None;

            if ((seen & member) != Members.None)
                return false;

            bool isRead = member switch
            {
                Members.UserId => TryReadId(question.UserId, secrets, out userId),
                Members.ResourceId => TryReadId(question.Resource?.ValueOrNull, secrets, out resourceId),
                Members.ResourceType => TryReadResourceType(out resourceType),
                Members.PaymentStatus => TryReadStatus(out statusText),
                Members.DateOfPurchase => TryReadDate(out dateOfPurchase),
                _ => false,
            };

            if (!isRead)
                return false;

            seen |= member;
        }
        while (TryTake(","u8));

        answer = new PaymentsAnswer(userId, resourceType, resourceId, statusText, dateOfPurchase);
        return (seen & Members.RequiredMeta) == Members.RequiredMeta && TryTake("}"u8);
    }

    // The expected id is handed back where it is the answer's, so that a right answer allocates no text.
    private bool TryReadId(string? expected, in Secrets secrets, out string id)
    {
        ReadOnlySpan<byte> rest = _body.Slice(_position);
        int length = 0;

        while (length < rest.Length && rest[length] is >= (byte)'0' and <= (byte)'9')
            length++;

        id = "";

        if (length is 0 or > IdText.MaxLength || length == rest.Length || rest[length] != '"')
            return false;

        _position += length + 1;

        if (expected is not null && IsSame(rest.Slice(0, length), expected))
        {
            id = expected;
            return true;
        }

        Span<char> digits = stackalloc char[IdText.MaxLength];

        for (int i = 0; i < length; i++)
            digits[i] = (char)rest[i];

        id = digits.Slice(0, length).ToString();
        return !secrets.AreWholeIn(id);
    }

    private static bool IsSame(ReadOnlySpan<byte> digits, string text)
    {
        if (text.Length != digits.Length)
            return false;

        for (int i = 0; i < digits.Length; i++)
        {
            if (text[i] != digits[i])
                return false;
        }

        return true;
    }

    private bool TryReadResourceType(out ResourceType type)
    {
        type = TryTake("PLUGIN\""u8) ? ResourceType.Plugin
            : TryTake("WIDGET\""u8) ? ResourceType.Widget
            : TryTake("COMMUNITY_FILE\""u8) ? ResourceType.CommunityFile
            : default;

        return type != default;
    }

    private bool TryReadStatus(out string text)
    {
        text = "";

        if (!TryTake("type\":\""u8) && !TryTake("status\":\""u8))
            return false;

        text = TryTake("PAID\"}"u8) ? "PAID"
            : TryTake("UNPAID\"}"u8) ? "UNPAID"
            : TryTake("TRIAL\"}"u8) ? "TRIAL"
            : "";

        return text.Length > 0;
    }

    private bool TryReadDate(out DateTimeOffset? date)
    {
        date = null;

        if (TryTake("null"u8))
            return true;

        // "2024-03-01T12:34:56.789Z", with or without the milliseconds.
        ReadOnlySpan<byte> rest = _body.Slice(_position);

        if (rest.Length < 22 || rest[0] != '"' || rest[5] != '-' || rest[8] != '-' || rest[11] != 'T' || rest[14] != ':' || rest[17] != ':')
            return false;

        bool hasMilliseconds = rest[20] == '.';
        int end = hasMilliseconds ? 24 : 20;

        if (rest.Length < end + 2 || rest[end] != 'Z' || rest[end + 1] != '"')
            return false;

        int year = Number(rest.Slice(1, 4)), month = Number(rest.Slice(6, 2)), day = Number(rest.Slice(9, 2));
        int hour = Number(rest.Slice(12, 2)), minute = Number(rest.Slice(15, 2)), second = Number(rest.Slice(18, 2));
        int millisecond = hasMilliseconds ? Number(rest.Slice(21, 3)) : 0;

        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;

        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || millisecond < 0)
            return false;

        date = new DateTimeOffset(year, month, day, hour, minute, second, millisecond, TimeSpan.Zero);
        _position += end + 2;
        return true;
    }

    // Less than zero where there is anything but digits.
    private static int Number(ReadOnlySpan<byte> digits)
    {
        int number = 0;

        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return int.MinValue;

            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    private bool TryTake(scoped ReadOnlySpan<byte> text)
    {
        if (!_body.Slice(_position).StartsWith(text))
            return false;

        _position += text.Length;
        return true;
    }
}
