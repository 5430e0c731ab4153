using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>FPG1003: returns the nearest of the answers: what the type names already, else a task of <c>PaymentInformation</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnTypeMustBeSupportedFix))]
public sealed class ReturnTypeMustBeSupportedFix() : RuleFix(Descriptors.ReturnTypeMustBeSupported)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        // An inherited method is pointed at from the interface, and is somebody else's to mend.
        if (root?.FindToken(context.Span.Start).Parent is not MethodDeclarationSyntax declaration
            || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not { ReturnType: { TypeKind: not TypeKind.Error } returned } method
            || method.Parameters.Any(static parameter => ParameterParser.TryParse(parameter, out _) is null))
        {
            return;
        }

        string wrapper = returned is INamedTypeSymbol named && LibrarySymbols.FindWrapper(named) is { } found ? found.ToString() : nameof(ReturnWrapper.Task);
        string result = (FindResult(returned) ?? ResultKind.Information).TypeName();

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Return '{wrapper}<{result}>'",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration.ReturnType, DeclaredType.TaskOf(wrapper, result).WithTriviaFrom(declaration.ReturnType)))),
                equivalenceKey: Descriptors.ReturnTypeMustBeSupported.Id),
            context.Diagnostics);
    }

    /// <summary>The answer that a type names somewhere: <c>PaymentStatus</c> in <c>IAsyncEnumerable&lt;PaymentStatus?&gt;</c>.</summary>
    private static ResultKind? FindResult(ITypeSymbol type) =>
        LibrarySymbols.FindResultKind(type)
        ?? (type as INamedTypeSymbol)?.TypeArguments.Select(FindResult).FirstOrDefault(static found => found is not null);
}
