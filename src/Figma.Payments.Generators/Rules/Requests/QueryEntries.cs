using System;
using System.Collections.Generic;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>The parameters of a query while code adds, replaces and removes them.</summary>
internal sealed class QueryEntries(AddressReader reader)
{
    private readonly List<(string Key, AddressText Value)> _entries = [];

    private bool _isOpen;

    /// <summary>Adds a parameter. A value that is null or empty specifies nothing.</summary>
    public void Add(IOperation key, IOperation value)
    {
        if (FindKey(key) is not { } name)
            _isOpen = true;
        else if (ReadValue(value) is not { } known)
            _isOpen = true;
        else if (known.Parts.Count > 0)
            _entries.Add((name, known));
    }

    /// <summary>Replaces the values of a parameter.</summary>
    public void Set(IOperation key, IOperation value)
    {
        Remove(key);
        Add(key, value);
    }

    /// <summary>Removes a parameter.</summary>
    public void Remove(IOperation key)
    {
        if (FindKey(key) is not { } name)
        {
            MakeUnknown();
            return;
        }

        // Whether the collection distinguishes between uppercase and lowercase letters is unknown.
        _isOpen |= _entries.RemoveAll(entry => entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && entry.Key != name) > 0;
        _entries.RemoveAll(entry => entry.Key == name);
    }

    /// <summary>Removes all parameters.</summary>
    public void Clear()
    {
        _entries.Clear();
        _isOpen = false;
    }

    /// <summary>Forgets a parameter that the code might add, replace or remove.</summary>
    public void MakeUncertain(IOperation key)
    {
        Remove(key);
        _isOpen = true;
    }

    /// <summary>Forgets all parameters.</summary>
    public void MakeUnknown()
    {
        _entries.Clear();
        _isOpen = true;
    }

    /// <summary>Adds unknown parameters.</summary>
    public void Open() => _isOpen = true;

    /// <summary>Adds the parameters of a query text.</summary>
    public void AddQuery(AddressText query)
    {
        if (query.Parts.Count == 0)
            return;

        if (query.Parts.Count > 1 || query.Parts[0].Kind != AddressPartKind.Text)
        {
            MakeUnknown();
            return;
        }

        foreach (string item in query.Parts[0].Text.Split('&'))
        {
            int equals = item.IndexOf('=');

            if (equals > 0 && equals < item.Length - 1)
                _entries.Add((Uri.UnescapeDataString(item.Substring(0, equals)), Text(Uri.UnescapeDataString(item.Substring(equals + 1)))));
        }
    }

    /// <summary>Returns the query without a question mark.</summary>
    public AddressText ToText()
    {
        AddressText query = new();

        foreach ((string key, AddressText value) in _entries)
        {
            if (query.Parts.Count > 0)
                query.Add("&");

            query.Add(Uri.EscapeDataString(key) + "=");
            query.Add(value);
        }

        if (_isOpen)
        {
            if (query.Parts.Count > 0)
                query.Add("&");

            query.Add(AddressPartKind.Anything);
        }

        return query;
    }

    private static string? FindKey(IOperation key) => key.WithoutConversions().ConstantValue is { HasValue: true, Value: string { Length: > 0 } name } ? name : null;

    /// <summary>Returns the value, which has no parts if it is null or empty, or null if it might be.</summary>
    private AddressText? ReadValue(IOperation value)
    {
        AddressText text = reader.ReadPart(value);

        if (text.Parts.Count == 0)
            return text;

        if (text.Parts is [{ Kind: AddressPartKind.Text } known])
            return Text(known.Text);

        if (!AddressReader.IsSpecified(text))
            return null;

        AddressText unknown = new();
        unknown.Add(AddressPartKind.Value);
        return unknown;
    }

    private static AddressText Text(string value)
    {
        AddressText text = new();
        text.Add(Uri.EscapeDataString(value));
        return text;
    }
}
