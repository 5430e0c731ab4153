using System;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>
/// Reads a body in the shape in which a serializer writes it: the known members in any order, each once, without white space, escapes and other members.
/// </summary>
/// <remarks>
/// This code exists for speed alone: it takes a quarter of the time of a JSON reader. It makes no decisions of its own: it leaves every other shape to
/// <see cref="ResponseBodyReader.ReadWithJsonReader"/>. FastResponseBodyReaderTests verifies that both return the same.
/// </remarks>
internal ref struct FastResponseBodyReader
{
    private const long NoDate = -1;

    private readonly SecretScanner _scanner;
    private ReadOnlySpan<byte> _rest;
    private string? _userId;
    private string? _resourceId;
    private string? _statusText;
    private ResourceType _resourceType;
    private long _ticksOfPurchase;

    private FastResponseBodyReader(ReadOnlySpan<byte> body, in SecretScanner scanner)
    {
        _rest = body;
        _scanner = scanner;
        _ticksOfPurchase = NoDate;
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

    /// <summary>Reads the body of a response. The IDs are not compared with the request yet.</summary>
    /// <returns><c>true</c> if the body was read; <c>false</c> if it has another shape, in which case it can still be valid.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, in ValidatedRequest request, in SecretScanner scanner, out ParsedResponse parsed)
    {
        FastResponseBodyReader reader = new(body, scanner);

        if (!reader.TryReadEnvelope(request) || !reader._rest.IsEmpty)
        {
            parsed = default;
            return false;
        }

        DateTimeOffset? dateOfPurchase = reader._ticksOfPurchase == NoDate ? null : new DateTimeOffset(reader._ticksOfPurchase, TimeSpan.Zero);
        parsed = new ParsedResponse(reader._userId!, reader._resourceType, reader._resourceId!, reader._statusText!, dateOfPurchase);
        return true;
    }

    private bool TryReadEnvelope(in ValidatedRequest request)
    {
        Members seen = Members.None;

        if (!TryTake((byte)'{'))
            return false;

        do
        {
            Members member = TakeNameInEnvelope();

            if ((seen & member) != Members.None)
                return false;

            seen |= member;

            if (member == Members.None || (member == Members.Meta && !TryReadMeta(request)))
                return false;
        }
        while (TryTake((byte)','));

        return seen == Members.Envelope && TryTake((byte)'}');
    }

    private bool TryReadMeta(in ValidatedRequest request)
    {
        Members seen = Members.None;

        do
        {
            Members member = TakeNameInMeta();

            if ((seen & member) != Members.None)
                return false;

            seen |= member;

            bool isRead = member switch
            {
                Members.UserId => (_userId = TakeId(request.UserId)) is not null,
                Members.ResourceId => (_resourceId = TakeId(request.Resource?.ValueOrNull)) is not null,
                Members.ResourceType => (_resourceType = TakeResourceType()) != default,
                Members.PaymentStatus => (_statusText = TakeStatus()) is not null,
                Members.DateOfPurchase => TryReadDate(),
                _ => false,
            };

            if (!isRead)
                return false;
        }
        while (TryTake((byte)','));

        return (seen & Members.RequiredMeta) == Members.RequiredMeta && TryTake((byte)'}');
    }

    // The first letter selects the name to compare with.
    private Members TakeNameInEnvelope() => Peek(1) switch
    {
        (byte)'s' when TryTake("\"status\":200"u8) => Members.Status,
        (byte)'e' when TryTake("\"error\":false"u8) => Members.Error,
        (byte)'m' when TryTake("\"meta\":{"u8) => Members.Meta,
        _ => Members.None,
    };

    private Members TakeNameInMeta() => Peek(1) switch
    {
        (byte)'u' when TryTake("\"user_id\":\""u8) => Members.UserId,
        (byte)'r' when TryTake("\"resource_id\":\""u8) => Members.ResourceId,
        (byte)'r' when TryTake("\"resource_type\":\""u8) => Members.ResourceType,
        (byte)'p' when TryTake("\"payment_status\":{\""u8) => Members.PaymentStatus,
        (byte)'d' when TryTake("\"date_of_purchase\":"u8) => Members.DateOfPurchase,
        _ => Members.None,
    };

    // Returns the expected ID if the response contains it, so that no string is allocated.
    private string? TakeId(string? expected)
    {
        ReadOnlySpan<byte> rest = _rest;
        int length = 0;
        bool isExpected = expected is not null;

        while (length < rest.Length && rest[length] is >= (byte)'0' and <= (byte)'9')
        {
            isExpected = isExpected && length < expected!.Length && expected[length] == rest[length];
            length++;
        }

        if (length is < 1 or > IdText.MaxLength || length == rest.Length || rest[length] != '"')
            return null;

        _rest = rest.Slice(length + 1);

        if (isExpected && length == expected!.Length)
            return expected;

        string id = Platform.GetAsciiString(rest.Slice(0, length));
        return _scanner.FindsWholeSecretIn(id) ? null : id;
    }

    private ResourceType TakeResourceType() =>
        TryTake("PLUGIN\""u8) ? ResourceType.Plugin
        : TryTake("WIDGET\""u8) ? ResourceType.Widget
        : TryTake("COMMUNITY_FILE\""u8) ? ResourceType.CommunityFile
        : default;

    private string? TakeStatus()
    {
        if (!TryTake("type\":\""u8) && !TryTake("status\":\""u8))
            return null;

        return TryTake("PAID\"}"u8) ? "PAID"
            : TryTake("UNPAID\"}"u8) ? "UNPAID"
            : TryTake("TRIAL\"}"u8) ? "TRIAL"
            : null;
    }

    private bool TryReadDate()
    {
        if (TryTake("null"u8))
            return true;

        // Such as "2024-03-01T12:34:56.789Z", with or without the milliseconds.
        ReadOnlySpan<byte> rest = _rest;

        if (rest.Length < 22 || rest[0] != '"' || rest[5] != '-' || rest[8] != '-' || rest[11] != 'T' || rest[14] != ':' || rest[17] != ':')
            return false;

        bool hasMilliseconds = rest[20] == '.';
        int end = hasMilliseconds ? 24 : 20;

        if (rest.Length < end + 2 || rest[end] != 'Z' || rest[end + 1] != '"')
            return false;

        int century = TwoDigits(rest, 1), year = TwoDigits(rest, 3), month = TwoDigits(rest, 6), day = TwoDigits(rest, 9);
        int hour = TwoDigits(rest, 12), minute = TwoDigits(rest, 15), second = TwoDigits(rest, 18);
        int tens = hasMilliseconds ? TwoDigits(rest, 21) : 0, ones = hasMilliseconds ? TwoDigits(rest, 22) : 0;

        if (century < 0 || year < 0 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || tens < 0 || ones < 0)
            return false;

        year += century * 100;

        if (year == 0 || (day > 28 && day > DateTime.DaysInMonth(year, month)))
            return false;

        _ticksOfPurchase = new DateTime(year, month, day).Ticks
            + (((hour * 3_600L) + (minute * 60L) + second) * TimeSpan.TicksPerSecond)
            + (((tens * 10L) + (ones % 10)) * TimeSpan.TicksPerMillisecond);
        _rest = rest.Slice(end + 2);
        return true;
    }

    // Returns -1 if the characters are not digits.
    private static int TwoDigits(ReadOnlySpan<byte> text, int index)
    {
        int tens = text[index] - '0', ones = text[index + 1] - '0';
        return tens is < 0 or > 9 || ones is < 0 or > 9 ? -1 : (tens * 10) + ones;
    }

    private readonly int Peek(int index) => index < _rest.Length ? _rest[index] : -1;

    private bool TryTake(byte one)
    {
        if (_rest.IsEmpty || _rest[0] != one)
            return false;

        _rest = _rest.Slice(1);
        return true;
    }

    private bool TryTake(scoped ReadOnlySpan<byte> text)
    {
        if (!_rest.StartsWith(text))
            return false;

        _rest = _rest.Slice(text.Length);
        return true;
    }
}
