using System;
using System.Collections.Generic;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>An address that is, or may be, the Payments API's, and what is asked with it.</summary>
internal sealed class PaymentsAddress
{
    private const string Path = "/v1/payments";

    private readonly List<string> _resources = [];

    private PaymentsAddress(bool isFigma) => IsFigma = isFigma;

    /// <summary>Whether the host is Figma's; else it is not known.</summary>
    public bool IsFigma { get; }

    /// <summary>Whether there may be more in it than is known.</summary>
    public bool IsOpen { get; private set; }

    public bool HasUser { get; private set; }

    public bool HasToken { get; private set; }

    /// <summary>The ids that are certainly there, by Figma's names.</summary>
    public IReadOnlyList<string> Resources => _resources;

    /// <summary>Whether it is the Payments API for certain: its host, or a parameter that only it has.</summary>
    public bool IsCertain => IsFigma || HasToken || _resources.Count > 0;

    /// <summary>Reads an address; null where it is another's, or where too little is known.</summary>
    public static PaymentsAddress? Read(AddressText address)
    {
        if (FindQuery(address, out bool isFigma) is not { } start)
            return null;

        PaymentsAddress read = new(isFigma);
        read.ReadQuery(address.Parts, start.Part, start.Offset);
        return read;
    }

    /// <summary>The place behind the path; null where the path is not the API's, or the host another's.</summary>
    private static (int Part, int Offset)? FindQuery(AddressText address, out bool isFigma)
    {
        isFigma = false;

        for (int i = 0; i < address.Parts.Count; i++)
        {
            string text = address.Parts[i].Text;
            int path = text.IndexOf(Path, StringComparison.Ordinal);
            int length = Path.Length;

            if (path < 0 && i == 0 && text.StartsWith(Path.Substring(1), StringComparison.Ordinal))
            {
                path = 0;
                length--;
            }

            if (path < 0)
            {
                // A query before the path is somebody else's.
                if (text.IndexOf('?') >= 0)
                    return null;

                continue;
            }

            int end = path + length;

            if (text.LastIndexOf('?', path) >= 0 || (end < text.Length && text[end] is not ('?' or '#' or '/')) || (end == text.Length && i + 1 < address.Parts.Count && address.Parts[i + 1].Kind == AddressPartKind.Value))
                return null;

            if (end < text.Length && text[end] == '/')
            {
                end++;

                if (end < text.Length && text[end] is not ('?' or '#'))
                    return null;
            }

            return IsPossibleHost(i == 0, text.Substring(0, path), out isFigma) ? (i, end) : null;
        }

        return null;
    }

    private static bool IsPossibleHost(bool isWhole, string before, out bool isFigma)
    {
        isFigma = false;

        if (before.Length == 0)
            return true;

        if (!isWhole)
            return false;

        isFigma = before.Equals("https://api.figma.com", StringComparison.OrdinalIgnoreCase)
            || before.Equals("https://api.figma-gov.com", StringComparison.OrdinalIgnoreCase)
            || before.Equals("http://api.figma.com", StringComparison.OrdinalIgnoreCase);

        return isFigma || IsLoopback(before);
    }

    private static bool IsLoopback(string before) =>
        before.StartsWith("http://localhost", StringComparison.OrdinalIgnoreCase) || before.StartsWith("http://127.0.0.1", StringComparison.Ordinal);

    private void ReadQuery(IReadOnlyList<AddressPart> parts, int part, int offset)
    {
        AddressText item = new();
        bool isInQuery = false;

        for (int i = part; i < parts.Count; i++)
        {
            if (parts[i].Kind != AddressPartKind.Text)
            {
                // A hole before the question mark may be the query, or nothing.
                if (isInQuery)
                    item.Add(parts[i].Kind);
                else
                    IsOpen = true;

                continue;
            }

            string text = parts[i].Text;
            int start = i == part ? offset : 0;

            for (int end = start; end <= text.Length; end++)
            {
                bool isEnd = end == text.Length;

                if (!isEnd && text[end] is not '#' && text[end] != (isInQuery ? '&' : '?'))
                    continue;

                if (isInQuery)
                    item.Add(text.Substring(start, end - start));

                start = end + 1;

                if (isEnd)
                    break;

                if (isInQuery)
                {
                    ReadItem(item);
                    item = new AddressText();
                }

                if (text[end] == '#')
                    return;

                isInQuery = true;
            }
        }

        if (isInQuery)
            ReadItem(item);
    }

    private void ReadItem(AddressText item)
    {
        if (item.Parts.Count == 0)
            return;

        AddressPart first = item.Parts[0];
        int equals = first.Text.IndexOf('=');

        foreach (AddressPart part in item.Parts)
        {
            // Text that is the key's whole value is taken for one value; anywhere else it may hold more parameters.
            bool isWholeValue = part.Kind == AddressPartKind.AnyText && item.Parts.Count == 2 && equals == first.Text.Length - 1 && equals >= 0;

            if (part.Kind == AddressPartKind.Anything || (part.Kind == AddressPartKind.AnyText && !isWholeValue))
                IsOpen = true;
        }

        if (equals < 0)
        {
            IsOpen |= item.Parts.Count > 1;
            return;
        }

        bool isEmpty = equals == first.Text.Length - 1 && (item.Parts.Count == 1 || item.Parts[1].Kind == AddressPartKind.Anything);

        string key = first.Text.Substring(0, equals);

        // A key that is escaped may be any.
        IsOpen |= key.IndexOf('%') >= 0;

        if (!isEmpty)
            Add(key);
    }

    private void Add(string key)
    {
        switch (key)
        {
            case "user_id":
                HasUser = true;
                break;
            case "plugin_payment_token":
                HasToken = true;
                break;
            case "community_file_id" or "plugin_id" or "widget_id":
                if (!_resources.Contains(key))
                    _resources.Add(key);

                break;
        }
    }
}
