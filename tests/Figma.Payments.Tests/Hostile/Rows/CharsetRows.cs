using System.Collections.Generic;
using System.Text;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Byte order marks, charsets, and bytes that are no text.</summary>
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
        new("a byte order mark and nothing else", Body([0xEF, 0xBB, 0xBF]), InvalidResponse, "the body is empty"),
        new("half a byte order mark", Body([0xEF, 0xBB, .. s_plain]), InvalidResponse, NotUtf8),
        new("UTF-16 with its mark", Body([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Samples.Paid)]), InvalidResponse, NotUtf8),
        new("UTF-16 the other way around", Body([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Samples.Paid)]), InvalidResponse, NotUtf8),
        new("UTF-16 without its mark", Body(Encoding.Unicode.GetBytes(Samples.Paid)), InvalidResponse, "not valid JSON"),
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
        // The first counts; the bytes must be UTF-8 in any case.
        .. Declared("utf-8; charset=utf-16", null, Paid),
        .. Declared("utf-16; charset=utf-8", InvalidResponse, NotDeclared),
        new("no type", Body(Samples.Paid, headers: ""), null, Paid),
        new("a type that is none", Body(Samples.Paid, headers: "Content-Type: ////\r\n"), null, Paid),
        new("two types, the second with a charset", Body(Samples.Paid, headers: JsonType + "Content-Type: application/json; charset=utf-16\r\n"), InvalidResponse, "not declared as UTF-8"),
        new("a byte that is no text", Inside(0xFF), InvalidResponse, NotUtf8),
        new("a zero written in two bytes", Inside(0xC0, 0x80), InvalidResponse, NotUtf8),
        new("a quote written in two bytes", Inside(0xC0, 0xA2), InvalidResponse, NotUtf8),
        new("half a surrogate pair in bytes", Inside(0xED, 0xA0, 0x80), InvalidResponse, NotUtf8),
        new("a character beyond the last", Inside(0xF4, 0x90, 0x80, 0x80), InvalidResponse, NotUtf8),
        new("a character that breaks off", Inside(0xE2, 0x82), InvalidResponse, NotUtf8),
        new("a continuation of nothing", Inside(0x80), InvalidResponse, NotUtf8),
        new("a letter of Latin-1", Inside(0xE4), InvalidResponse, NotUtf8),
        new("a zero byte inside a text", Inside(0x00), InvalidResponse, "not valid JSON"),
        new("a zero byte behind the answer", Body([.. s_plain, 0]), InvalidResponse, "not valid JSON"),
        new("letters of every kind", Inside(Encoding.UTF8.GetBytes("äЯ漢🙂\u202E")), null, Paid),
    ];

    private static IEnumerable<HostileRow> Declared(string charset, PaymentsErrorKind? kind, string reads)
    {
        yield return new HostileRow($"the charset <{charset}>", Body(Samples.Paid, headers: $"Content-Type: application/json; charset={charset}\r\n"), kind, reads);
    }

    // In a member that nobody reads: an answer is sound as a whole or not at all.
    private static Reply Inside(params byte[] bytes) => Body([.. "{\"more\":\""u8, .. bytes, .. "\","u8, .. s_plain[1..]]);
}
