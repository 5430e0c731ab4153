using System.Threading;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>Represents a diagnostic and the node at its location.</summary>
/// <param name="Diagnostic">The diagnostic to fix.</param>
/// <param name="Root">The root of the document.</param>
/// <param name="Node">The innermost node at the location of the diagnostic.</param>
/// <param name="Model">The semantic model of the document.</param>
/// <param name="CancellationToken">A token to cancel the operation.</param>
internal sealed record ReportedNode(Diagnostic Diagnostic, SyntaxNode Root, SyntaxNode Node, SemanticModel Model, CancellationToken CancellationToken);
