using System;
using System.Collections.Generic;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>The kinds of parts of an address.</summary>
internal enum AddressPartKind
{
    /// <summary>Known text.</summary>
    Text,

    /// <summary>An unknown value that contains no separator.</summary>
    Value,

    /// <summary>Unknown text. If it is the whole value of a key, it counts as one value.</summary>
    AnyText,

    /// <summary>Any number of unknown parameters.</summary>
    Anything,
}

/// <summary>A part of an address.</summary>
/// <param name="Kind">The kind of the part.</param>
/// <param name="Text">The known text, or an empty string for other kinds.</param>
internal readonly record struct AddressPart(AddressPartKind Kind, string Text);

/// <summary>An address that consists of known and unknown parts.</summary>
internal sealed class AddressText
{
    private readonly List<AddressPart> _parts = [];

    public IReadOnlyList<AddressPart> Parts => _parts;

    public void Add(string text)
    {
        if (text.Length == 0)
            return;

        if (_parts.Count > 0 && _parts[_parts.Count - 1] is { Kind: AddressPartKind.Text } last)
            _parts[_parts.Count - 1] = new AddressPart(AddressPartKind.Text, last.Text + text);
        else
            _parts.Add(new AddressPart(AddressPartKind.Text, text));
    }

    public void Add(AddressPartKind unknown) => _parts.Add(new AddressPart(unknown, ""));

    public void Add(AddressText other)
    {
        foreach (AddressPart part in other._parts)
        {
            if (part.Kind == AddressPartKind.Text)
                Add(part.Text);
            else
                _parts.Add(part);
        }
    }

    /// <summary>Removes a question mark at the beginning.</summary>
    public AddressText WithoutQuestionMark()
    {
        if (_parts.Count > 0 && _parts[0].Text.StartsWith("?", StringComparison.Ordinal))
            _parts[0] = new AddressPart(AddressPartKind.Text, _parts[0].Text.Substring(1));

        return this;
    }

    /// <summary>Returns what precedes the query, and the query with its question mark, without the fragment. Returns null if it isn't known where the query begins.</summary>
    public (AddressText Start, AddressText Query)? Split()
    {
        if (_parts.Count == 0 || _parts[0].Kind != AddressPartKind.Text)
            return null;

        string text = _parts[0].Text;
        int end = text.IndexOfAny(['?', '#']);

        if (end < 0 && _parts.Count > 1)
            return null;

        AddressText start = new();
        AddressText query = new();
        start.Add(end < 0 ? text : text.Substring(0, end));

        if (end < 0 || text[end] == '#')
            return (start, query);

        query.Add(text.Substring(end));

        for (int i = 1; i < _parts.Count; i++)
            query._parts.Add(_parts[i]);

        query.RemoveFragment();
        return (start, query);
    }

    private void RemoveFragment()
    {
        int part = _parts.FindIndex(static part => part.Text.IndexOf('#') >= 0);

        if (part < 0)
            return;

        string text = _parts[part].Text;
        _parts.RemoveRange(part, _parts.Count - part);
        Add(text.Substring(0, text.IndexOf('#')));
    }

    /// <summary>Determines whether the known text contains the character.</summary>
    public bool Contains(char c)
    {
        foreach (AddressPart part in _parts)
        {
            if (part.Text.IndexOf(c) >= 0)
                return true;
        }

        return false;
    }
}
