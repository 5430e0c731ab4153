using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Figma.Payments.AspNetCore;

namespace GlyphShop;

/// <summary>Contains the goods.</summary>
internal static class Glyphs
{
    public static readonly Glyph[] All =
    [
        new("star", "M12 1.5L14.7 8.3L22 8.8L16.4 13.4L18.2 20.5L12 16.6L5.8 20.5L7.6 13.4L2 8.8L9.3 8.3Z"),
        new("heart", "M12 21C5 15.5 2 12 2 8A5.2 5.2 0 0 1 12 6A5.2 5.2 0 0 1 22 8C22 12 19 15.5 12 21Z"),
        new("bolt", "M14 2L4 14H11L10 22L20 10H13Z"),
        new("moon", "M21 14.5A9.5 9.5 0 1 1 10.5 3A7.5 7.5 0 0 0 21 14.5Z"),
        new("drop", "M12 2C16 8 19 11 19 15A7 7 0 0 1 5 15C5 11 8 8 12 2Z"),
        new("leaf", "M3 21C3 9 9 3 21 3C21 15 16 20 8 18.5L13 12L6.5 17.5Z"),
        new("flag", "M4 2H6.5V4H21L17 9L21 14H6.5V22H4Z"),
        new("bell", "M12 2A6.5 6.5 0 0 1 18.5 8.5V13L21 17H3L5.5 13V8.5A6.5 6.5 0 0 1 12 2ZM9 19H15A3 3 0 0 1 9 19Z"),
        new("key", "M7 6.5A5.5 5.5 0 1 0 12.2 14H15V17H18V14H22V10.5H12.3A5.5 5.5 0 0 0 7 6.5ZM7 10A2 2 0 1 1 7 14A2 2 0 1 1 7 10Z"),
        new("cloud", "M7 19A5 5 0 0 1 6.5 9A6.3 6.3 0 0 1 18.5 9.5A4.8 4.8 0 0 1 18 19Z"),
        new("gem", "M6 3H18L22.5 9L12 21.5L1.5 9ZM7 5L5 8.5H19L17 5Z"),
        new("peak", "M1.5 20L9 5L13.5 13L16 9.5L22.5 20Z"),
    ];

    public static Glyph? Find(string? name) => Array.Find(All, glyph => glyph.Name == name);
}

/// <summary>A glyph of 24 by 24 pixels.</summary>
internal sealed partial record Glyph(string Name, string Path)
{
    /// <summary>Determines whether a text is a color such as <c>#7b61ff</c>. Everything else doesn't belong into an SVG file.</summary>
    public static bool IsColor([NotNullWhen(true)] string? text) => text is { Length: 7 } && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    public string ToSvg(string color) => Draw($"fill=\"{color}\"", Path);

    /// <summary>Returns a coarse outline, which shows the glyph and doesn't contain its path.</summary>
    public string ToPreview() => Draw("fill=\"#8a80b8\" fill-opacity=\".18\" stroke=\"#8a80b8\" stroke-width=\".8\" stroke-dasharray=\"1.6 1\"", Coordinate().Replace(Path, Coarsen));

    // 0 and 1 are also flags of arcs. Few coordinates of the glyphs are on this grid.
    private static string Coarsen(Match coordinate) => decimal.Parse(coordinate.Value, CultureInfo.InvariantCulture) is > 1 and var value
        ? (2.4m * Math.Round(value / 2.4m)).ToString(CultureInfo.InvariantCulture)
        : coordinate.Value;

    private static string Draw(string style, string path) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"24\" viewBox=\"0 0 24 24\"><path {style} fill-rule=\"evenodd\" d=\"{path}\"/></svg>";

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Coordinate();
}

/// <summary>The glyphs that a user can choose from.</summary>
/// <param name="Edition">The name of the edition that the user has.</param>
/// <param name="Glyphs">The names of the glyphs.</param>
/// <param name="IsGranted"><see langword="true"/> if the user can have the glyphs.</param>
/// <param name="IsProvisional"><see langword="true"/> if the user might have paid, but that can't be found out now.</param>
internal sealed record Catalog(string Edition, string[] Glyphs, bool IsGranted, bool IsProvisional = false)
{
    private const int PreviewedGlyphs = 6;

    /// <param name="payment">The payment, or null for a user who hasn't paid.</param>
    /// <param name="decision">The decision of the gate, which contains the reason if there is no payment.</param>
    public static Catalog For(FigmaPayment? payment, FigmaPaymentsDecision? decision) => payment switch
    {
        null => new("Preview", [.. Names.Take(PreviewedGlyphs)], false, decision is { Refusal: FigmaPaymentsRefusal.Unavailable or FigmaPaymentsRefusal.TooManyRequests }),
        { GrantedBy: FigmaPaymentGrant.Trial } => new("Trial", Names, true),
        _ => new("Full edition", Names, true),
    };

    private static string[] Names => [.. GlyphShop.Glyphs.All.Select(static glyph => glyph.Name)];
}

/// <summary>The body of a request for a glyph.</summary>
internal sealed record ExportRequest(string? Name, string? Color);
