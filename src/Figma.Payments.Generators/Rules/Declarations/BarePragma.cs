using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Rules.Declarations;

/// <summary>
/// Recognizes diagnostics that a <c>#pragma warning disable</c> without IDs suppresses. It is often above code that a tool wrote.
/// The reason for a missing client is reported in spite of it. A pragma that names the rule suppresses the rule.
/// </summary>
internal static class BarePragma
{
    /// <summary>Determines whether a pragma without IDs is what suppresses a diagnostic at a location.</summary>
    public static bool Suppresses(DiagnosticDescriptor rule, Location location, Compilation compilation, CancellationToken cancellationToken)
    {
        if (location.SourceTree is not { } tree || !IsDisabledWithoutIds(tree.GetRoot(cancellationToken), location.SourceSpan.Start, rule.Id))
            return false;

        return compilation.Options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(tree, rule.Id, cancellationToken, out ReportDiagnostic severity) != true
            || severity != ReportDiagnostic.Suppress;
    }

    /// <summary>Gets a location with the same path and position to which no pragma applies.</summary>
    public static Location Escape(Location location)
    {
        FileLinePositionSpan mapped = location.GetMappedLineSpan();
        return Location.Create(mapped.Path, location.SourceSpan, mapped.Span);
    }

    private static bool IsDisabledWithoutIds(SyntaxNode root, int position, string id)
    {
        bool isDisabled = false;

        for (DirectiveTriviaSyntax? directive = root.GetFirstDirective(IsPragma); directive is not null && directive.SpanStart < position; directive = directive.GetNextDirective(IsPragma))
        {
            PragmaWarningDirectiveTriviaSyntax pragma = (PragmaWarningDirectiveTriviaSyntax)directive;

            if (pragma.ErrorCodes.Count == 0)
                isDisabled = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
            else if (pragma.ErrorCodes.Any(code => code.ToString() == id))
                isDisabled = false;
        }

        return isDisabled;
    }

    private static bool IsPragma(DirectiveTriviaSyntax directive) => directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true };
}
