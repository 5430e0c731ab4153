using System;
using System.Linq;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Combines a base address with a relative address in the same way as RFC 3986 and <c>Uri</c>.</summary>
internal static class RelativeAddress
{
    /// <summary>Determines whether the address is certainly relative.</summary>
    public static bool IsRelative(AddressText address) =>
        address.Parts.Count > 0 && address.Parts[0] is { Kind: AddressPartKind.Text, Text: var text } && text.IndexOf(':') < 0 && !text.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Determines whether the address is relative and might refer to the Payments API, because it contains the end of its path or only a query.</summary>
    public static bool MayBePayments(AddressText address) =>
        IsRelative(address)
        && (address.Parts[0].Text.StartsWith("?", StringComparison.Ordinal) || address.Parts.Any(static part => part.Kind != AddressPartKind.Text || part.Text.IndexOf("payments", StringComparison.Ordinal) >= 0));

    public static AddressText Join(AddressText start, AddressText relative)
    {
        AddressText joined = new();
        string first = relative.Parts.Count > 0 ? relative.Parts[0].Text : "";

        if (start.Parts.Count == 1 && Uri.TryCreate(start.Parts[0].Text, UriKind.Absolute, out Uri? known) && IsRelative(relative))
        {
            joined.Add(StartOf(known, first));
        }
        else
        {
            // Without a known base address, only the relative address counts.
            joined.Add(AddressPartKind.AnyText);

            if (first.Length > 0 && first[0] != '/')
                joined.Add("/");
        }

        joined.Add(relative);
        return joined;
    }

    private static string StartOf(Uri start, string relative)
    {
        if (relative[0] == '/')
            return start.GetLeftPart(UriPartial.Authority);

        string path = start.GetLeftPart(UriPartial.Path);
        return relative[0] == '?' ? path : path.Substring(0, path.LastIndexOf('/') + 1);
    }
}
