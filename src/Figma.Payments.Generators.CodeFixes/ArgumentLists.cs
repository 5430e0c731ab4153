using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>Changes of an argument list that keep the order, the formatting and the comments of what stays.</summary>
internal static class ArgumentLists
{
    public static NameColonSyntax Name(IParameterSymbol parameter) =>
        SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(SyntaxFactory.ParseToken(Identifier(parameter.Name))))
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

        if (index == arguments.Count)
        {
            // On lines of their own, the new one gets a line too; what trailed the last argument closes the list.
            ArgumentSyntax last = arguments[index - 1];
            added = added.WithLeadingTrivia(Indentation(last)).WithTrailingTrivia(last.GetTrailingTrivia());
            arguments[index - 1] = last.WithoutTrailingTrivia();
            commas.Add(Comma(Separation(list, last)));
        }
        else
        {
            added = added.WithLeadingTrivia(arguments[index].GetLeadingTrivia());
            commas.Insert(index, Comma(commas.Count > 0 ? commas[commas.Count - 1].TrailingTrivia : SyntaxFactory.TriviaList(SyntaxFactory.Space)));

            if (commas.Count > 1 && !IsBlank(commas[index].TrailingTrivia))
                commas[index] = Comma(SyntaxFactory.TriviaList(SyntaxFactory.Space));
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
        SyntaxTriviaList behind = IsBlank(comma.TrailingTrivia) ? gone.GetTrailingTrivia() : comma.TrailingTrivia;
        arguments[arguments.Count - 1] = last.WithTrailingTrivia(last.GetTrailingTrivia().AddRange(comma.LeadingTrivia).AddRange(behind));
    }

    private static SyntaxTriviaList Indentation(ArgumentSyntax argument) =>
        SyntaxFactory.TriviaList(argument.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    private static SyntaxTriviaList Separation(ArgumentListSyntax list, ArgumentSyntax last)
    {
        SyntaxToken before = last.GetFirstToken().GetPreviousToken();
        SyntaxTrivia lineEnd = before.TrailingTrivia.FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

        return lineEnd.IsKind(SyntaxKind.EndOfLineTrivia) && before != list.OpenParenToken
            ? SyntaxFactory.TriviaList(lineEnd)
            : before == list.OpenParenToken && lineEnd.IsKind(SyntaxKind.EndOfLineTrivia)
                ? SyntaxFactory.TriviaList(lineEnd)
                : SyntaxFactory.TriviaList(SyntaxFactory.Space);
    }

    private static SyntaxToken Comma(SyntaxTriviaList trailing) =>
        SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.CommaToken, trailing);

    private static bool IsBlank(SyntaxTriviaList trivia) =>
        trivia.All(static one => one.IsKind(SyntaxKind.WhitespaceTrivia) || one.IsKind(SyntaxKind.EndOfLineTrivia));

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
