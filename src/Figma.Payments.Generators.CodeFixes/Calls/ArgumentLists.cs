using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>Changes of an argument list that keep the order, the formatting and the comments of what stays.</summary>
internal static class ArgumentLists
{
    public static NameColonSyntax Name(IParameterSymbol parameter) =>
        SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(SyntaxFactory.ParseToken(SymbolText.Identifier(parameter.Name))))
            .WithTrailingTrivia(SyntaxFactory.Space);

    /// <summary>Whether null can be handed in, as what stands for an id that is not supplied.</summary>
    public static bool TakesNull(IParameterSymbol parameter) =>
        parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (parameter.Type.IsReferenceType && parameter.NullableAnnotation != NullableAnnotation.NotAnnotated);

    public static ArgumentListSyntax Insert(ArgumentListSyntax list, int index, ArgumentSyntax added)
    {
        List<ArgumentSyntax> arguments = [.. list.Arguments];
        List<SyntaxToken> commas = [.. list.Arguments.GetSeparators()];

        if (arguments.Count == 0)
            return list.WithArguments(SyntaxFactory.SingletonSeparatedList(added));

        // On lines of their own, the new one gets a line too.
        ArgumentSyntax neighbor = arguments[Math.Min(index, arguments.Count - 1)];
        added = added.WithLeadingTrivia(Indentation(neighbor));
        commas.Insert(Math.Min(index, commas.Count), Comma(Separation(neighbor)));

        if (index == arguments.Count)
        {
            // What trailed the last argument closes the list.
            added = added.WithTrailingTrivia(neighbor.GetTrailingTrivia());
            arguments[index - 1] = neighbor.WithoutTrailingTrivia();
        }

        arguments.Insert(index, added);
        return list.WithArguments(SyntaxFactory.SeparatedList(arguments, commas));
    }

    /// <summary>
    /// Takes arguments away; one whose parameter has no default value becomes null instead.
    /// Positional arguments behind a gap get their parameter's name.
    /// </summary>
    public static ArgumentListSyntax Drop(ArgumentListSyntax list, IReadOnlyCollection<int> dropped, Func<ArgumentSyntax, IParameterSymbol?> findParameter)
    {
        List<ArgumentSyntax> arguments = [];
        List<SyntaxToken> commas = [];
        bool hasGap = false;

        for (int i = 0; i < list.Arguments.Count; i++)
        {
            ArgumentSyntax argument = list.Arguments[i];
            IParameterSymbol? parameter = findParameter(argument);
            SyntaxToken? comma = i < list.Arguments.SeparatorCount ? list.Arguments.GetSeparator(i) : null;

            if (dropped.Contains(i) && parameter is { IsOptional: true })
            {
                hasGap = true;

                if (comma is null && arguments.Count > 0)
                    CloseBefore(argument, arguments, commas);

                continue;
            }

            if (dropped.Contains(i))
                argument = argument.WithExpression(SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression).WithTriviaFrom(argument.Expression));
            else if (hasGap && argument.NameColon is null && parameter is not null)
                argument = argument.WithoutLeadingTrivia().WithNameColon(Name(parameter)).WithLeadingTrivia(argument.GetLeadingTrivia());

            arguments.Add(argument);

            if (comma is { } separator)
                commas.Add(separator);
        }

        return list.WithArguments(SyntaxFactory.SeparatedList(arguments, commas));
    }

    /// <summary>The list's last argument goes: the one before it loses its comma, not the comment behind the comma.</summary>
    private static void CloseBefore(ArgumentSyntax gone, List<ArgumentSyntax> arguments, List<SyntaxToken> commas)
    {
        SyntaxToken comma = commas[commas.Count - 1];
        commas.RemoveAt(commas.Count - 1);

        ArgumentSyntax last = arguments[arguments.Count - 1];
        // A comment that ends the line speaks of the argument before it; one within the line, of what goes.
        SyntaxTriviaList behind = EndsLine(comma) && !IsBlank(comma.TrailingTrivia) ? comma.TrailingTrivia : gone.GetTrailingTrivia();
        arguments[arguments.Count - 1] = last.WithTrailingTrivia(last.GetTrailingTrivia().AddRange(comma.LeadingTrivia).AddRange(behind));
    }

    private static SyntaxTriviaList Indentation(ArgumentSyntax argument) =>
        SyntaxFactory.TriviaList(argument.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    private static SyntaxTriviaList Separation(ArgumentSyntax argument)
    {
        SyntaxToken before = argument.GetFirstToken().GetPreviousToken();

        return EndsLine(before)
            ? SyntaxFactory.TriviaList(before.TrailingTrivia.First(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
            : SyntaxFactory.TriviaList(SyntaxFactory.Space);
    }

    private static bool EndsLine(SyntaxToken token) => token.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);

    private static SyntaxToken Comma(SyntaxTriviaList trailing) =>
        SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.CommaToken, trailing);

    private static bool IsBlank(SyntaxTriviaList trivia) =>
        trivia.All(static one => one.IsKind(SyntaxKind.WhitespaceTrivia) || one.IsKind(SyntaxKind.EndOfLineTrivia));
}
