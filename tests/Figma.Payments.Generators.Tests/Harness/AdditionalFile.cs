using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>A file that a project hands to the compiler beside its sources; without a text where it cannot be read.</summary>
internal sealed class AdditionalFile(string path, string? text) : AdditionalText
{
    private readonly string? _text = text;

    public override string Path { get; } = path;

    /// <summary>Gets a value that indicates whether the text was read.</summary>
    public bool IsRead { get; private set; }

    public override SourceText? GetText(CancellationToken cancellationToken = default)
    {
        IsRead = true;
        return _text is null ? null : SourceText.From(_text, Encoding.UTF8);
    }
}
