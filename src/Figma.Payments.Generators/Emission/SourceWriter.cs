using System.Text;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes whole blocks of lines, each at the current indentation.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a block, line by line.</summary>
    public void Write(string block)
    {
        foreach (string line in block.Split('\n'))
        {
            string trimmed = line.TrimEnd('\r');

            if (trimmed.Length > 0)
                _text.Append(' ', _depth * 4).Append(trimmed);

            _text.Append('\n');
        }
    }

    /// <summary>Writes blocks, one below the other.</summary>
    public void WriteAll(EquatableArray<string> blocks)
    {
        foreach (string block in blocks)
            Write(block);
    }

    public void WriteLine() => _text.Append('\n');

    public void Open(string head)
    {
        Write(head);
        Open();
    }

    public void Open()
    {
        Write("{");
        _depth++;
    }

    public void Close()
    {
        _depth--;
        Write("}");
    }

    public override string ToString() => _text.ToString();
}
