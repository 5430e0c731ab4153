using System;
using System.Collections.Generic;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>What an address is put together from.</summary>
internal enum AddressPartKind
{
    /// <summary>Text that is known.</summary>
    Text,

    /// <summary>One value: whatever it is, it holds nothing that ends it.</summary>
    Value,

    /// <summary>Text that is not known; where it is the whole value of a key, it is taken for that value.</summary>
    AnyText,

    /// <summary>Any number of parameters, or none.</summary>
    Anything,
}

/// <summary>One part of an address.</summary>
/// <param name="Kind">What is known of it.</param>
/// <param name="Text">The text that is known; empty for all others.</param>
internal readonly record struct AddressPart(AddressPartKind Kind, string Text);

/// <summary>An address as far as it is known: text, and holes in it.</summary>
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

    public void Add(AddressPartKind hole) => _parts.Add(new AddressPart(hole, ""));

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

    /// <summary>The query, where it is handed on with its question mark.</summary>
    public AddressText WithoutQuestionMark()
    {
        if (_parts.Count > 0 && _parts[0].Text.StartsWith("?", StringComparison.Ordinal))
            _parts[0] = new AddressPart(AddressPartKind.Text, _parts[0].Text.Substring(1));

        return this;
    }

    /// <summary>Whether the known text has the character.</summary>
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
