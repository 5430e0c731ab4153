using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>Changes argument lists and keeps the order, the formatting and the comments of the other arguments.</summary>
internal static class ArgumentLists
{
    public static NameColonSyntax Name(IParameterSymbol parameter) =>
        SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(SyntaxFactory.ParseToken(SymbolText.Identifier(parameter.Name))))
            .WithTrailingTrivia(SyntaxFactory.Space);

    /// <summary>Determines whether the argument can be null, which stands for an ID that isn't specified.</summary>
    public static bool AcceptsNull(IParameterSymbol parameter) =>
        parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (parameter.Type.IsReferenceType && parameter.NullableAnnotation != NullableAnnotation.NotAnnotated);

    /// <summary>Determines whether an argument can be removed: it declares or assigns no variable, which the code after it can read.</summary>
    public static bool CanRemove(ArgumentSyntax argument, SemanticModel model) =>
        model.AnalyzeDataFlow(argument.Expression) is { Succeeded: true, VariablesDeclared.IsEmpty: true, WrittenInside.IsEmpty: true };

    public static ArgumentListSyntax Insert(ArgumentListSyntax list, int index, ArgumentSyntax added)
    {
        List<ArgumentSyntax> arguments = [.. list.Arguments];
        List<SyntaxToken> commas = [.. list.Arguments.GetSeparators()];

        if (arguments.Count == 0)
            return list.WithArguments(SyntaxFactory.SingletonSeparatedList(added));

        // If each argument is on its own line, the new one is too.
        ArgumentSyntax neighbor = arguments[Math.Min(index, arguments.Count - 1)];
        added = added.WithLeadingTrivia(Indentation(neighbor));
        commas.Insert(Math.Min(index, commas.Count), Comma(Separation(neighbor)));

        if (index == arguments.Count)
        {
            // The trailing trivia of the last argument stays in front of the closing parenthesis.
            added = added.WithTrailingTrivia(neighbor.GetTrailingTrivia());
            arguments[index - 1] = neighbor.WithoutTrailingTrivia();
        }

        arguments.Insert(index, added);
        return list.WithArguments(SyntaxFactory.SeparatedList(arguments, commas));
    }

    /// <summary>Removes arguments, or replaces them by null if their parameter has no default value.</summary>
    /// <remarks>
    /// Positional arguments after a removed one become named. The comments of a removed argument are removed too: those before it on its line or on lines of their own,
    /// and those after it up to the end of the line.
    /// </remarks>
    public static ArgumentListSyntax Remove(ArgumentListSyntax list, IReadOnlyCollection<int> removed, Func<ArgumentSyntax, IParameterSymbol?> findParameter)
    {
        List<ArgumentSyntax> arguments = [];
        List<SyntaxToken> commas = [];
        SyntaxToken open = list.OpenParenToken;
        SyntaxTriviaList? indentation = null;
        bool hasGap = false;

        for (int i = 0; i < list.Arguments.Count; i++)
        {
            ArgumentSyntax argument = list.Arguments[i];
            IParameterSymbol? parameter = findParameter(argument);
            SyntaxToken? comma = i < list.Arguments.SeparatorCount ? list.Arguments.GetSeparator(i) : null;

            if (removed.Contains(i) && parameter is { IsOptional: true })
            {
                hasGap = true;

                if (comma is not { } after)
                    RemoveLastComma(argument, arguments, commas);
                else if (arguments.Count == 0)
                    open = WithTrivia(open, after, argument, ref indentation);
                else
                    commas[commas.Count - 1] = WithTrivia(commas[commas.Count - 1], after, argument, ref indentation);

                continue;
            }

            if (removed.Contains(i))
                argument = argument.WithExpression(SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression).WithTriviaFrom(argument.Expression));
            else if (hasGap && argument.NameColon is null && parameter is not null)
                argument = argument.WithoutLeadingTrivia().WithNameColon(Name(parameter)).WithLeadingTrivia(argument.GetLeadingTrivia());

            if (indentation is { } moved && argument.GetLeadingTrivia().Count == 0)
                argument = argument.WithLeadingTrivia(moved);

            indentation = null;
            arguments.Add(argument);

            if (comma is { } separator)
                commas.Add(separator);
        }

        return list.WithOpenParenToken(open).WithArguments(SyntaxFactory.SeparatedList(arguments, commas));
    }

    /// <summary>Returns the token before a removed argument with the trivia that belongs before the next argument.</summary>
    private static SyntaxToken WithTrivia(SyntaxToken before, SyntaxToken after, ArgumentSyntax removed, ref SyntaxTriviaList? indentation)
    {
        if (EndsLine(before))
        {
            // The next argument takes the place of the removed one on its line.
            if (!EndsLine(after))
                indentation = SyntaxFactory.TriviaList(removed.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

            return before;
        }

        if (!EndsLine(after))
        {
            return before.IsKind(SyntaxKind.OpenParenToken)
                ? before.WithTrailingTrivia(after.TrailingTrivia.SkipWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
                : before.WithTrailingTrivia(after.TrailingTrivia);
        }

        // The next argument begins a line.
        return before.WithTrailingTrivia(after.TrailingTrivia.Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
    }

    /// <summary>Removes the comma before the last argument, which is removed too, and keeps the comment after the comma if it ends a line.</summary>
    private static void RemoveLastComma(ArgumentSyntax removed, List<ArgumentSyntax> arguments, List<SyntaxToken> commas)
    {
        if (arguments.Count == 0)
            return;

        SyntaxToken comma = commas[commas.Count - 1];
        commas.RemoveAt(commas.Count - 1);

        // A comment at the end of the line belongs to the argument before the comma, a comment within the line to the removed argument.
        ArgumentSyntax last = arguments[arguments.Count - 1];
        SyntaxTriviaList trailing = EndsLine(comma) && !IsBlank(comma.TrailingTrivia)
            ? removed.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? comma.TrailingTrivia : comma.TrailingTrivia.AddRange(Indentation(removed))
            : WithoutComments(removed.GetTrailingTrivia());
        arguments[arguments.Count - 1] = last.WithTrailingTrivia(last.GetTrailingTrivia().AddRange(comma.LeadingTrivia).AddRange(trailing));
    }

    private static SyntaxTriviaList WithoutComments(SyntaxTriviaList trivia) => IsBlank(trivia)
        ? trivia
        : SyntaxFactory.TriviaList(trivia.SkipWhile(static one => !one.IsKind(SyntaxKind.EndOfLineTrivia)));

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
        trivia.All(CommentExtensions.IsBlank);
}
