using System;
namespace Figma.Payments.AspNetCore;

/// <summary>Converts between the name of a gate and the name of its authentication scheme, which is also the name of its authorization policy.</summary>
internal static class GateNames
{
    public const string Prefix = "Figma.Payments:";

    public static string ToScheme(string gate) => Prefix + gate;

    public static bool IsScheme(string scheme) => scheme.StartsWith(Prefix, StringComparison.Ordinal);

    public static string FromScheme(string scheme) => scheme[Prefix.Length..];
}
