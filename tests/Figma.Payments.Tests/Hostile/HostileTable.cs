using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Tests.Hostile.Rows;

namespace Figma.Payments.Tests.Hostile;

/// <summary>Contains all rows: the ways in which a server or a proxy can respond incorrectly.</summary>
internal static class HostileTable
{
    private static readonly IReadOnlyDictionary<string, HostileRow> ByName = new[]
    {
        LengthRows.All, ChunkRows.All, HeadRows.All, StatusRows.All, RedirectRows.All, ConnectionRows.All, EndlessRows.All,
        CompressionRows.All, CharsetRows.All, ProxyRows.All, EnvelopeRows.All, IdRows.All, ExpectedUserRows.All, PaymentStatusRows.All, DateRows.All,
    }.SelectMany(static rows => rows).ToDictionary(static row => row.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<HostileRow> All => [.. ByName.Values];

    public static HostileRow Get(string name) => ByName[name];
}
