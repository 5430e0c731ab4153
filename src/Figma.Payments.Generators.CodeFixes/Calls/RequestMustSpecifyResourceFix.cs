using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>Fixes FPG2001: specifies one of the resource IDs, one action for each.</summary>
/// <remarks>There is no Fix All because only the developer knows which resource is meant.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestMustSpecifyResourceFix))]
public sealed class RequestMustSpecifyResourceFix() : RuleCodeFixProvider(Descriptors.RequestMustSpecifyResource)
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        // The arguments in the branches of a directive that aren't compiled are unknown.
        if (ClientCall.Find(reported) is not { } call || call.Syntax.ArgumentList.ContainsDirectives)
            yield break;

        foreach (int ordinal in call.Resources.Ordinals)
        {
            IParameterSymbol parameter = call.Method.Parameters[ordinal];

            // While the method is being typed, a parameter can have no name, so that no argument can name it.
            if (parameter.Name.Length != 0 && Specify(reported, call, parameter) is { } replacement)
                yield return replacement;
        }
    }

    private static Replacement? Specify(ReportedNode reported, ClientCall call, IParameterSymbol parameter)
    {
        ArgumentSyntax? present = call.Syntax.ArgumentList.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(call.FindParameter(argument), parameter));

        if (present is not null && !ArgumentLists.CanRemove(present, reported.Model))
            return null;

        if (ResourceIdExpression.FindInScope(parameter, call.Syntax, reported.Model) is { } value)
        {
            SyntaxAnnotation added = new();
            Replacement replacement = Specify(call, parameter, present, value.WithAdditionalAnnotations(added));

            if (replacement.Compiles(reported, added))
                return replacement;
        }

        return ResourceIdExpression.CreatePlaceholder(parameter) is { } placeholder ? Specify(call, parameter, present, placeholder) : null;
    }

    private static Replacement Specify(ClientCall call, IParameterSymbol parameter, ArgumentSyntax? present, ExpressionSyntax value)
    {
        string title = $"Specify '{parameter.Name}'";
        ArgumentListSyntax list = call.Syntax.ArgumentList;

        return present is null
            ? new Replacement(title, list, Insert(list, call, parameter, value), parameter.Name)
            : new Replacement(title, present.Expression, value, parameter.Name);
    }

    private static ArgumentListSyntax Insert(ArgumentListSyntax list, ClientCall call, IParameterSymbol parameter, ExpressionSyntax value)
    {
        ArgumentSyntax added = SyntaxFactory.Argument(value).WithNameColon(ArgumentLists.Name(parameter));

        // By convention the cancellation token stays last, unless it is a positional argument: those can't follow a named one.
        int last = list.Arguments.Count - 1;
        bool isBeforeLast = last >= 0
            && list.Arguments[last].NameColon is not null
            && call.FindParameter(list.Arguments[last]) is { Type.Name: nameof(CancellationToken) };

        return ArgumentLists.Insert(list, isBeforeLast ? last : last + 1, added);
    }
}
