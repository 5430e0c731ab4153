using System;
using System.Collections.Generic;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>An address that certainly or possibly belongs to the Payments API, and its parameters.</summary>
internal sealed class PaymentsAddress
{
    private const string Path = "/v1/payments";

    private static readonly string[] Keys = ["community_file_id", "plugin_id", "widget_id", "plugin_payment_token", "user_id"];

    private readonly List<string> _resources = [];
    private readonly List<(string Name, string Parameter)> _misspellings = [];
    private readonly List<(string Key, string? Value)> _values = [];

    private PaymentsAddress(bool isFigma) => HasFigmaHost = isFigma;

    /// <summary>Gets a value that indicates whether the host is Figma's. Otherwise, the host is unknown.</summary>
    public bool HasFigmaHost { get; }

    /// <summary>Gets a value that indicates whether there might be more parameters.</summary>
    public bool IsOpen { get; private set; }

    public bool HasUser { get; private set; }

    public bool HasToken { get; private set; }

    /// <summary>Gets the names of the resource IDs that are certainly specified. A name is repeated if the address contains two different IDs for it.</summary>
    public IReadOnlyList<string> Resources => _resources;

    /// <summary>Gets the names that aren't parameters of the API, such as <c>userId</c>, and the parameters that are probably meant.</summary>
    public IReadOnlyList<(string Name, string Parameter)> Misspellings => _misspellings;

    /// <summary>Gets a value that indicates whether the address certainly belongs to the Payments API, because of its host or a parameter that no other API has.</summary>
    public bool IsCertain => HasFigmaHost || HasToken;

    /// <summary>Reads an address, or returns null if it belongs to another API or too little is known.</summary>
    public static PaymentsAddress? Read(AddressText address)
    {
        if (FindQuery(address, out bool isFigma) is not { } start)
            return null;

        PaymentsAddress read = new(isFigma);
        read.ReadQuery(address.Parts, start.Part, start.Offset);
        return read;
    }

    /// <summary>Determines whether the host of an absolute address is Figma's.</summary>
    public static bool IsFigma(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { IsDefaultPort: true, UserInfo.Length: 0, Host: "api.figma.com" or "api.figma-gov.com" };

    /// <summary>Returns the position after the path, or null if the path or the host belongs to another API.</summary>
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
                // A query before the path belongs to another address.
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

    /// <summary>Determines whether the host is Figma's or unknown.</summary>
    private static bool IsPossibleHost(bool isWhole, string before, out bool isFigma)
    {
        isFigma = false;

        if (before.Length == 0)
            return true;

        isFigma = isWhole && IsFigmaHost(before);
        return isFigma;
    }

    private static bool IsFigmaHost(string before) =>
        Uri.TryCreate(before, UriKind.Absolute, out Uri? address)
        && IsFigma(address)
        && before.LastIndexOf('/') == before.IndexOf('/') + 1;

    private void ReadQuery(IReadOnlyList<AddressPart> parts, int part, int offset)
    {
        AddressText item = new();
        bool isInQuery = false;

        for (int i = part; i < parts.Count; i++)
        {
            if (parts[i].Kind != AddressPartKind.Text)
            {
                // An unknown part before the question mark might contain a query.
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
            // Unknown text that is the whole value of a key counts as one value. Elsewhere, it might contain more parameters.
            bool isWholeValue = part.Kind == AddressPartKind.AnyText && item.Parts.Count == 2 && equals == first.Text.Length - 1 && equals >= 0;

            if (part.Kind == AddressPartKind.Anything || (part.Kind == AddressPartKind.AnyText && !isWholeValue))
                IsOpen = true;
        }

        if (equals < 0)
        {
            IsOpen |= item.Parts.Count > 1;
            return;
        }

        // A value that is unknown as a whole might be empty.
        bool isEmpty = equals == first.Text.Length - 1 && (item.Parts.Count == 1 || item.Parts[1].Kind == AddressPartKind.Anything);

        if (!isEmpty)
            Add(Unescape(first.Text.Substring(0, equals)), item.Parts.Count == 1 ? Unescape(first.Text.Substring(equals + 1)) : null);
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private void Add(string key, string? value)
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
                AddResource(key, value);
                break;
            default:
                // Figma might accept another spelling of a key.
                IsOpen |= Array.Exists(Keys, known => known.Equals(key, StringComparison.OrdinalIgnoreCase));

                if (Array.Find(Keys, known => IsMisspelling(key, known)) is { } parameter)
                    _misspellings.Add((key, parameter));

                break;
        }
    }

    private static bool IsMisspelling(string key, string parameter) =>
        key.Replace("_", "").Replace("-", "").Equals(parameter.Replace("_", ""), StringComparison.OrdinalIgnoreCase);

    private void AddResource(string key, string? value)
    {
        int known = _values.FindIndex(each => each.Key == key);

        // Two unknown values might be equal.
        if (known < 0 || (value is not null && _values[known].Value is { } other && other != value))
            _resources.Add(key);

        if (known < 0 || _values[known].Value is null)
            _values.Add((key, value));
    }
}
