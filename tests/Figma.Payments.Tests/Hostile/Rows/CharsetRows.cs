using System.Collections.Generic;
using System.Text;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Byte order marks, charsets and invalid UTF-8.</summary>
internal static class CharsetRows
{
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string NotUtf8 = "not valid UTF-8";
    private const string NotDeclared = "not declared as UTF-8";

    private static readonly byte[] s_plain = Encoding.UTF8.GetBytes(Samples.Paid);

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("a byte order mark", Body([0xEF, 0xBB, 0xBF, .. s_plain]), null, Paid),
        new("two byte order marks", Body([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. s_plain]), InvalidResponse, "not valid JSON"),
        new("a byte order mark alone", Body([0xEF, 0xBB, 0xBF]), InvalidResponse, "the body is empty"),
        new("an incomplete byte order mark", Body([0xEF, 0xBB, .. s_plain]), InvalidResponse, NotUtf8),
        new("UTF-16 with a byte order mark", Body([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Samples.Paid)]), InvalidResponse, NotUtf8),
        new("big-endian UTF-16 with a byte order mark", Body([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Samples.Paid)]), InvalidResponse, NotUtf8),
        new("UTF-16 without a byte order mark", Body(Encoding.Unicode.GetBytes(Samples.Paid)), InvalidResponse, "not valid JSON"),
        new("UTF-32", Body([0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Samples.Paid)]), InvalidResponse, NotUtf8),
        .. Declared("utf-8", null, Paid),
        .. Declared("UTF-8", null, Paid),
        .. Declared("\"utf-8\"", null, Paid),
        .. Declared("us-ascii", null, Paid),
        .. Declared("utf-16", InvalidResponse, NotDeclared),
        .. Declared("utf-7", InvalidResponse, NotDeclared),
        .. Declared("iso-8859-1", InvalidResponse, NotDeclared),
        .. Declared("windows-1252", InvalidResponse, NotDeclared),
        .. Declared("unheard-of", InvalidResponse, NotDeclared),
        .. Declared("", InvalidResponse, NotDeclared),
        .. Declared("\"", InvalidResponse, NotDeclared),
        // The first charset is used. The bytes must be UTF-8 in any case.
        .. Declared("utf-8; charset=utf-16", null, Paid),
        .. Declared("utf-16; charset=utf-8", InvalidResponse, NotDeclared),
        new("no content type", Body(Samples.Paid, headers: ""), null, Paid),
        new("an invalid content type", Body(Samples.Paid, headers: "Content-Type: ////\r\n"), null, Paid),
        new("two content types, the second with a charset", Body(Samples.Paid, headers: JsonType + "Content-Type: application/json; charset=utf-16\r\n"), InvalidResponse, "not declared as UTF-8"),
        new("an invalid byte", Inside(0xFF), InvalidResponse, NotUtf8),
        new("an overlong encoding of NUL", Inside(0xC0, 0x80), InvalidResponse, NotUtf8),
        new("an overlong encoding of a quotation mark", Inside(0xC0, 0xA2), InvalidResponse, NotUtf8),
        new("an encoded surrogate", Inside(0xED, 0xA0, 0x80), InvalidResponse, NotUtf8),
        new("a code point above U+10FFFF", Inside(0xF4, 0x90, 0x80, 0x80), InvalidResponse, NotUtf8),
        new("an incomplete character", Inside(0xE2, 0x82), InvalidResponse, NotUtf8),
        new("a continuation byte without a lead byte", Inside(0x80), InvalidResponse, NotUtf8),
        new("a Latin-1 letter", Inside(0xE4), InvalidResponse, NotUtf8),
        new("a NUL byte inside a string", Inside(0x00), InvalidResponse, "not valid JSON"),
        new("a NUL byte after the response", Body([.. s_plain, 0]), InvalidResponse, "not valid JSON"),
        new("letters of several scripts", Inside(Encoding.UTF8.GetBytes("äЯ漢🙂\u202E")), null, Paid),
    ];

    private static IEnumerable<HostileRow> Declared(string charset, PaymentsErrorKind? kind, string reads)
    {
        yield return new HostileRow($"the charset <{charset}>", Body(Samples.Paid, headers: $"Content-Type: application/json; charset={charset}\r\n"), kind, reads);
    }

    // Puts the bytes into an unknown member. The whole body must be valid.
    private static Reply Inside(params byte[] bytes) => Body([.. "{\"more\":\""u8, .. bytes, .. "\","u8, .. s_plain[1..]]);
}
