using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>Fixes FPG2002: keeps one of the resource IDs, one action for each.</summary>
/// <remarks>
/// The fixed call binds to a typed overload if there is one.
/// There is no Fix All because only the developer knows which resource is meant.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestMustSpecifyOneResourceFix))]
public sealed class RequestMustSpecifyOneResourceFix() : RuleCodeFixProvider(Descriptors.RequestMustSpecifyOneResource)
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        // While the method is being typed, a parameter can have no name, so that an argument after a removed one can't name it.
        if (ClientCall.Find(reported) is not { } call || call.Method.Parameters.Any(static parameter => parameter.Name.Length == 0))
            yield break;

        // The arguments in the branches of a directive that aren't compiled are unknown.
        if (call.Syntax.ArgumentList.ContainsDirectives)
            yield break;

        foreach (IArgumentOperation argument in call.Operation.Arguments)
        {
            if (argument.Parameter is { } kept && call.IsResource(kept) && ArgumentPresence.Of(argument) == Presence.Given && CanRemoveOthers(call, kept, reported.Model))
                yield return new Replacement($"Keep only '{kept.Name}'", call.Syntax.ArgumentList, RemoveOthers(call, kept), kept.Name);
        }
    }

    /// <summary>Determines whether all other resource IDs can be omitted or null. If one is required, keeping this one doesn't fix the call.</summary>
    private static bool CanRemoveOthers(ClientCall call, IParameterSymbol kept, SemanticModel model) =>
        call.Method.Parameters.All(parameter => !IsRemoved(call, parameter, kept) || parameter.IsOptional || ArgumentLists.AcceptsNull(parameter))
        && FindOthers(call, kept).All(index => ArgumentLists.CanRemove(call.Syntax.ArgumentList.Arguments[index], model));

    /// <summary>Determines whether an argument is removed if only one is kept: another resource ID, or the user ID next to a payment token.</summary>
    private static bool IsRemoved(ClientCall call, IParameterSymbol parameter, IParameterSymbol kept) =>
        parameter.Ordinal != kept.Ordinal
        && (call.IsResource(parameter) || (call.Resources is { Token: { } token, User: { } user } && call.Resources.Ordinals[token] == kept.Ordinal && parameter.Ordinal == user));

    private static ArgumentListSyntax RemoveOthers(ClientCall call, IParameterSymbol kept) =>
        ArgumentLists.Remove(call.Syntax.ArgumentList, FindOthers(call, kept), call.FindParameter);

    private static List<int> FindOthers(ClientCall call, IParameterSymbol kept)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.Syntax.ArgumentList.Arguments;
        List<int> others = [];

        for (int i = 0; i < arguments.Count; i++)
        {
            if (call.FindParameter(arguments[i]) is { } parameter && IsRemoved(call, parameter, kept))
                others.Add(i);
        }

        return others;
    }
}
