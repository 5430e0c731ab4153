using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>Reads the members of the outermost object of a JSON text, and verifies that the rest conforms to RFC 8259.</summary>
/// <remarks>The compiler brings no JSON library, and a packaged one could conflict with that of another generator.</remarks>
internal sealed class JsonReader(string text)
{
    // A manifest has three levels. Deeper nesting must not overflow the compiler's stack.
    private const int MaxDepth = 64;

    private readonly string _text = text;

    /// <summary>Gets the current position. After a failure it is the position of the first unexpected character.</summary>
    public int Position { get; private set; }

    private char Current => Position < _text.Length ? _text[Position] : '\0';

    /// <summary>Reads the whole text.</summary>
    /// <param name="members">The members of the outermost object, in order, or null if the outermost value isn't an object.</param>
    /// <returns>True if the text is valid JSON.</returns>
    public bool TryRead(out List<JsonMember>? members)
    {
        List<JsonMember> found = [];
        SkipWhiteSpace();
        members = null;

        if (!TryReadValue(0, found, out JsonMember value))
            return false;

        SkipWhiteSpace();
        members = value.Kind == JsonKind.Object ? found : null;
        return Position == _text.Length;
    }

    private bool TryReadValue(int depth, List<JsonMember>? members, out JsonMember value)
    {
        string? content = null;

        (JsonKind kind, bool isRead) = Current switch
        {
            '{' => (JsonKind.Object, depth < MaxDepth && TryReadObject(depth, members)),
            '[' => (JsonKind.Array, depth < MaxDepth && TryReadArray(depth)),
            '"' => (JsonKind.String, TryReadString(out content)),
            't' => (JsonKind.True, TryReadWord("true")),
            'f' => (JsonKind.False, TryReadWord("false")),
            'n' => (JsonKind.Null, TryReadWord("null")),
            _ => (JsonKind.Number, TryReadNumber()),
        };

        value = new JsonMember("", kind, content);
        return isRead;
    }

    private bool TryReadObject(int depth, List<JsonMember>? members)
    {
        Position++;
        SkipWhiteSpace();

        if (TrySkip('}'))
            return true;

        do
        {
            SkipWhiteSpace();

            if (!TryReadString(out string? name))
                return false;

            SkipWhiteSpace();

            if (!TrySkip(':'))
                return false;

            SkipWhiteSpace();

            if (!TryReadValue(depth + 1, null, out JsonMember value))
                return false;

            members?.Add(value with { Name = name! });
            SkipWhiteSpace();
        }
        while (TrySkip(','));

        return TrySkip('}');
    }

    private bool TryReadArray(int depth)
    {
        Position++;
        SkipWhiteSpace();

        if (TrySkip(']'))
            return true;

        do
        {
            SkipWhiteSpace();

            if (!TryReadValue(depth + 1, null, out _))
                return false;

            SkipWhiteSpace();
        }
        while (TrySkip(','));

        return TrySkip(']');
    }

    private bool TryReadString(out string? content)
    {
        content = null;

        if (!TrySkip('"'))
            return false;

        StringBuilder builder = new();

        while (Position < _text.Length && Current >= ' ')
        {
            if (TrySkip('"'))
            {
                content = builder.ToString();
                return true;
            }

            if (!TrySkip('\\'))
                builder.Append(_text[Position++]);
            else if (TryReadEscape(out char escaped))
                builder.Append(escaped);
            else
                return false;
        }

        return false;
    }

    private bool TryReadEscape(out char escaped)
    {
        escaped = Current switch
        {
            '"' or '\\' or '/' => Current,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };

        if (escaped != '\0')
        {
            Position++;
            return true;
        }

        if (Current != 'u'
            || Position + 5 > _text.Length
            || !ushort.TryParse(_text.Substring(Position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
        {
            return false;
        }

        escaped = (char)unit;
        Position += 5;
        return true;
    }

    private bool TryReadNumber()
    {
        TrySkip('-');

        if (!TrySkip('0') && !TrySkipDigits())
            return false;

        if (TrySkip('.') && !TrySkipDigits())
            return false;

        if (!TrySkip('e') && !TrySkip('E'))
            return true;

        if (!TrySkip('+'))
            TrySkip('-');

        return TrySkipDigits();
    }

    private bool TrySkipDigits()
    {
        int start = Position;

        while (Current is >= '0' and <= '9')
            Position++;

        return Position > start;
    }

    private bool TryReadWord(string word)
    {
        foreach (char c in word)
        {
            if (!TrySkip(c))
                return false;
        }

        return true;
    }

    private bool TrySkip(char c)
    {
        if (Current != c || Position == _text.Length)
            return false;

        Position++;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
            Position++;
    }
}

/// <summary>The kinds of JSON values.</summary>
internal enum JsonKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="Kind">The kind of its value.</param>
/// <param name="Content">Its value, unescaped, or null if it isn't a string.</param>
internal readonly record struct JsonMember(string Name, JsonKind Kind, string? Content);
